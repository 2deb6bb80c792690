"""What happened is said in words: a sentence for every event of every area that somebody may be shown."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from server.domain.areas import EVENTS
from server.domain.setup.events import HallConfigured
from server.reports.drilling.behind import Asked, Search
from tests.any_value import filled

TEXTS = (Path(__file__).parents[2] / "server/web/events/events_texts.ts").read_text(encoding="utf-8")
SENTENCES = {
    kind: (zh, en)
    for kind, zh, en in re.findall(r'^  (\w+): say\("([^"]*)", "([^"]*)"\),$', TEXTS, re.MULTILINE)
}
NEVER_SHOWN = {HallConfigured.__name__}  # the set-up has a history of its own


def places(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))


def test_every_event_that_somebody_may_see_has_its_sentence() -> None:
    assert SENTENCES.keys() == EVENTS.keys() - NEVER_SHOWN


@pytest.mark.parametrize("kind", SENTENCES)
def test_a_sentence_tells_what_its_event_knows_and_the_same_in_both_languages(kind: str) -> None:
    zh, en = SENTENCES[kind]
    assert zh
    assert en
    assert places(zh) == places(en)
    assert places(zh) <= {f.name for f in fields(EVENTS[kind])}


@pytest.mark.parametrize("kind", EVENTS)
def test_only_those_that_are_never_shown_are_kept_from_whoever_asks(kind: str) -> None:
    assert Search(Asked()).wants(filled(EVENTS[kind])) is (kind not in NEVER_SHOWN)


@pytest.mark.parametrize("kind", EVENTS)
def test_every_event_says_in_a_line_what_has_happened(kind: str) -> None:
    """A dataclass without words of its own has its signature for a docstring."""
    assert not (EVENTS[kind].__doc__ or f"{kind}(").startswith(f"{kind}(")
