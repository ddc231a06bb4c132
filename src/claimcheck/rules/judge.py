"""Judge a link: the first rule whose conditions all hold decides, and says what it saw.

The rules become a decision tree, grown as links come by: at each node the first condition of the
first rule that is still possible is asked, and the answer strikes out every rule it contradicts.
So a thousand rules cost a link little more than ten do, and a fact nobody asks for is never
worked out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from decimal import Decimal

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Condition, Judgement, Verdict
from claimcheck.model.link import Link
from claimcheck.model.report import Extraction
from claimcheck.rules.facts import CHOICES, Asked, Facts
from claimcheck.rules.relations import Values
from claimcheck.rules.ruleset import UNDECIDED, Expected, Rule, Ruleset
from claimcheck.rules.seen import held, seen
from claimcheck.rules.sides import WORDS, Context, Setting, Side
from claimcheck.rules.vocabulary import VOCABULARY, Kind

__all__ = ["UNDECIDED", "Context", "Engine", "engine", "judge"]

_OVER = "difference_over"
_MAX_NODES = 100_000
_MAX_SIDES = 50_000

Question = tuple[
    str, Expected | None
]  # a condition, and what it expects unless its answers are few
Answer = Asked | int | frozenset[str]


class _Node:
    """One question of the tree, or the rule that decides."""

    __slots__ = ("ask", "children", "look", "pending", "rule")

    def __init__(self, pending: tuple[_Candidate, ...], looks: _Looks) -> None:
        self.pending = pending
        self.rule: Rule | None = None
        self.ask: Question = ("", None)
        self.look: Callable[[Facts], Answer] = CHOICES["relation"]
        self.children: dict[Answer, _Node] = {}
        if not pending:
            self.rule = UNDECIDED
        elif not pending[0][1]:
            self.rule = pending[0][0]
        else:
            self.ask = next(iter(pending[0][1]))
            self.look = looks(self.ask)


_Looks = Callable[[Question], Callable[[Facts], Answer]]
_Wanted = frozenset[str | bool | int]
_Asks = dict[Question, _Wanted]  # what a rule still has to ask, in this order
_Candidate = tuple[Rule, _Asks]


class Engine:
    """The rules of one ruleset, ready to judge."""

    def __init__(self, ruleset: Ruleset) -> None:
        """Compile the conditions; the tree has only its root yet."""
        self.ruleset = ruleset
        self.setting = Setting(ruleset.lexicon)
        self._nodes = 1
        self._interesting = {
            name: frozenset().union(
                *(
                    self.setting.wanted(name, _words(expected))
                    for rule in ruleset.rules
                    for condition, expected in rule.when
                    if condition == name
                )
            )
            for name in WORDS
        }
        self._thresholds = sorted(
            {_number(e) for rule in ruleset.rules for name, e in rule.when if name == _OVER}
        )
        candidates = tuple((rule, self._questions(rule)) for rule in ruleset.rules)
        self._root = _Node(candidates, self._look)
        self._sides: dict[int, Side] = {}

    def side(self, claim: Claim, extraction: Extraction) -> Side:
        """Give what is worked out of a claim alone, kept for the next link it stands in."""
        found = self._sides.get(id(claim))
        if found is not None and found.claim is claim and found.article is extraction.article:
            return found
        if len(self._sides) >= _MAX_SIDES:
            self._sides.clear()
        self._sides[id(claim)] = made = Side(claim, extraction, self.setting)
        return made

    def facts(self, link: Link, left: Claim, right: Claim, context: Context) -> Facts:
        """Set up what the conditions of a link may see."""
        return Facts(link, self.side(left, context.left), self.side(right, context.right))

    def decide(self, facts: Facts) -> Rule:
        """Give the first rule that holds."""
        node = self._root
        while node.rule is None:
            answer = node.look(facts)
            child = node.children.get(answer)
            if child is None:
                child = _Node(_struck(node.pending, node.ask, answer), self._look)
                if self._nodes < _MAX_NODES:
                    node.children[answer] = child
                    self._nodes += 1
            node = child
        return node.rule

    def judge(self, link: Link, left: Claim, right: Claim, context: Context) -> Judgement:
        """Decide one link: verdict and rule do not depend on which claim comes first."""
        facts = self.facts(link, left, right, context)
        rule = self.decide(facts)
        if rule is UNDECIDED:
            because = hindrances(facts, self.ruleset)
        else:
            because = tuple([held(facts, name) for name, _ in rule.when])
        return Judgement(left.id, right.id, rule.verdict, rule.code, because)

    def _questions(self, rule: Rule) -> _Asks:
        """Give the conditions of a rule as questions, those with few answers first."""
        few: _Asks = {}
        many: _Asks = {}
        for name, expected in rule.when:
            kind = VOCABULARY[name].kind
            if kind in {Kind.CHOICE, Kind.FLAG}:
                wanted = expected if isinstance(expected, tuple) else (expected,)
                few[name, None] = frozenset(wanted)
            elif name in WORDS:
                many[name, None] = frozenset(self.setting.wanted(name, _words(expected)))
            elif name == _OVER:
                passed = bisect_left(self._thresholds, _number(expected)) + 1
                few[name, None] = frozenset(range(passed, len(self._thresholds) + 1))
            else:
                many[name, expected] = frozenset((True,))
        return few | many

    def _look(self, ask: Question) -> Callable[[Facts], Answer]:
        """Give the function that answers a question of the tree."""
        name, expected = ask
        if expected is not None:
            return lambda facts: holds(facts, name, expected)
        if name in CHOICES:
            return CHOICES[name]
        if name == _OVER:
            return lambda facts: bisect_left(self._thresholds, facts.difference * 100)
        known = self._interesting[name]
        return lambda facts: (facts.left.words_of(name) | facts.right.words_of(name)) & known


def _struck(
    pending: tuple[_Candidate, ...], ask: Question, answer: Answer
) -> tuple[_Candidate, ...]:
    """Drop the rules an answer contradicts, and the question from those it does not."""
    kept: list[_Candidate] = []
    for rule, questions in pending:
        wanted = questions.get(ask)
        if wanted is None:
            kept.append((rule, questions))
        elif wanted & answer if isinstance(answer, frozenset) else answer in wanted:
            kept.append((rule, {each: want for each, want in questions.items() if each != ask}))
    return tuple(kept)


def holds(facts: Facts, name: str, expected: Expected) -> bool:
    """Whether one condition holds of a link."""
    wanted = expected if isinstance(expected, tuple) else (expected,)
    if name in CHOICES:
        return CHOICES[name](facts) in wanted
    if name == _OVER:
        return facts.difference * 100 > _number(expected)
    if name == "path":
        return any(s.article.path.startswith(str(word)) for s in facts.sides for word in wanted)
    words = facts.left.setting.wanted(name, _words(expected))
    return bool(words & (facts.left.words_of(name) | facts.right.words_of(name)))


def _number(expected: Expected) -> Decimal:
    return Decimal(str(expected))


def _words(expected: Expected) -> tuple[str, ...]:
    return expected if isinstance(expected, tuple) else (str(expected),)


_engines: list[Engine] = []


def engine(ruleset: Ruleset) -> Engine:
    """Give the engine of a ruleset; the last few are kept."""
    for found in _engines:
        if found.ruleset is ruleset:
            return found
    made = Engine(ruleset)
    _engines[:] = [made, *_engines[:3]]
    return made


def judge(link: Link, left: Claim, right: Claim, context: Context, ruleset: Ruleset) -> Judgement:
    """Decide one link. The verdict and the rule do not depend on which claim comes first."""
    return engine(ruleset).judge(link, left, right, context)


_NEEDED: tuple[tuple[str, frozenset[str]], ...] = (
    ("relation", frozenset(("same", "part", "other_time", "other_scope", "other_event"))),
    ("dimension", frozenset(("quantity", "date"))),
    ("stance", frozenset(("asserted", "planned", "possible"))),
    ("values", frozenset(each.value for each in Values) - {Values.OPEN, Values.INCOMPARABLE}),
)
"""What a link must show before any rule can decide it."""


def hindrances(facts: Facts, ruleset: Ruleset) -> tuple[Condition, ...]:
    """Say of an undecided link what it shows and what it lacks.

    Where it lacks nothing, the conflict that came nearest tells which of its conditions failed.
    """
    needed = tuple(
        Condition(name, CHOICES[name](facts) in wanted, seen(facts, name))
        for name, wanted in _NEEDED
    )
    if not all(condition.held for condition in needed):
        return needed
    rivals = [_failed(facts, rule) for rule in ruleset.rules if rule.verdict is Verdict.CONFLICT]
    return needed + min(rivals, key=len, default=())


def _failed(facts: Facts, rule: Rule) -> tuple[Condition, ...]:
    """Give the conditions of a rule that a link does not meet."""
    return tuple(
        Condition(f"{rule.code} {name}", held=False, seen=seen(facts, name))
        for name, expected in rule.when
        if not holds(facts, name, expected)
    )
