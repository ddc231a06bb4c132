"""Every frame has an example of its own, and the example is read as that frame."""

from __future__ import annotations

from typing import Literal

import pytest
from tests.claims.slots import RULES, extracted

FRAMES = RULES.lexicon["frames"]


@pytest.mark.parametrize("name", FRAMES)
def test_the_example_of_a_frame_names_it(name: str) -> None:
    frames = {one.measurand.frame for one in extracted(FRAMES[name]["example"]).claims}
    assert name in frames


def test_there_are_frames_for_every_beat() -> None:
    assert len(FRAMES) >= 220
    assert {entry["kind"] for entry in FRAMES.values()} == {
        "accumulates",
        "level",
        "state",
        "event",
        "aspect",
    }


@pytest.mark.parametrize("kind", ["verbs", "nouns"])
def test_no_word_names_two_frames(kind: Literal["verbs", "nouns"]) -> None:
    seen: dict[str, str] = {}
    for name, entry in FRAMES.items():
        for word in entry[kind]:
            assert seen.setdefault(word, name) == name
