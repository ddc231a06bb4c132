from __future__ import annotations

from claimcheck.cli.request import EXTRACT_FORMATS, REPORT_FORMATS, VERDICTS, WHAT
from claimcheck.model.finding import Verdict
from claimcheck.output.formats import EXTRACTS, REPORTS


def test_the_options_name_exactly_the_formats_there_are() -> None:
    assert tuple(REPORTS) == REPORT_FORMATS
    assert set(EXTRACTS) == set(WHAT)
    assert all(tuple(formats) == EXTRACT_FORMATS for formats in EXTRACTS.values())


def test_a_new_rule_may_have_any_verdict_a_rule_may_give() -> None:
    assert set(VERDICTS) <= {each.value for each in Verdict}
