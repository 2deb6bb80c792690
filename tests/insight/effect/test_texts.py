"""The words of the effect sheet."""

from server.domain.text import Text
from server.insight.effect import texts as t
from server.insight.effect.intervals import Verdict


def test_every_verdict_and_every_section_has_its_words() -> None:
    assert set(t.VERDICTS) == set(Verdict)
    assert set(t.TITLES) == set(t.NOTES)


def test_the_sources_own_table_is_called_what_it_is() -> None:
    assert t.TITLES["ordinary"] == Text("差异，不是效果", "Difference, not effect")


def test_nothing_is_said_in_one_language_only() -> None:
    for text in (v for v in vars(t).values() if isinstance(v, Text)):
        assert text.zh
        assert text.en
