"""The report: everything one run found, compared, and left alone."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Check, Finding, Judgement
from claimcheck.model.link import Cluster, Link, Story
from claimcheck.model.mention import Mention


class Extraction(NamedTuple):
    """What one article yields: itself with anchor and regions, sentences, mentions, claims."""

    article: Article
    sentences: tuple[tuple[int, int], ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


class NotCompared(NamedTuple):
    """Claims that were not compared, and why ("one source only", "boilerplate")."""

    claims: tuple[str, ...]
    reason: str


class Skipped(NamedTuple):
    """An input that was not looked at: its path and the one-line reason, with the error code."""

    path: str
    code: str
    reason: str


class Report(NamedTuple):
    """One run: articles in a fixed order, and all that was said of them.

    `focus` are the ids of the new articles of a check; () where all are alike.
    """

    tool_version: str
    ruleset_digest: str
    articles: tuple[Article, ...]
    stories: tuple[Story, ...]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    judgements: tuple[Judgement, ...]
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]
    not_compared: tuple[NotCompared, ...]
    skipped: tuple[Skipped, ...] = ()
    focus: tuple[str, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    skewed: tuple[str, ...] = ()  # blocking keys too common to compare by


SCHEMA_VERSION = "1"
