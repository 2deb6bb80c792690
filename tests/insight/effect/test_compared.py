"""Plain comparisons of like waits."""

from datetime import timedelta

from server.domain.text import Text
from server.insight.effect.columns import Answer, columns
from server.insight.effect.compared import bands_section, cared_section, ordinary_section
from server.insight.effect.intervals import Verdict
from server.insight.effect.sheet import Bars, Line
from tests.insight.known_truth import FIRST

BARS = Bars(satisfied_from=4, minimum=30)


def people(n: int, satisfied: int, *, minutes: float = 22, week: int = 0, **what: bool) -> list[Answer]:
    """So many customers of one kind; the satisfied say 4, the others 3."""
    flags = {"remedied": False, "cared": False, **what}
    return [
        Answer(
            evaluation=f"{minutes}{week}{what}{i}",
            hall_id="h",
            day=FIRST + timedelta(weeks=week),
            waited_seconds=minutes * 60,
            asked=True,
            ask_share=1.0,
            wait_rating=4 if i < satisfied else 3,
            **flags,
        )
        for i in range(n)
    ]


def line(lines: tuple[Line, ...], name: str) -> Line:
    return next(x for x in lines if x.label.en == name)


def test_the_field_documents_example_shows_its_difference_and_refuses_a_verdict() -> None:
    answers = columns(people(31, 26, remedied=True) + people(12, 8))
    found = line(bands_section(answers, BARS).lines, "20–25 min")
    assert [(g.n, g.satisfied) for g in found.groups] == [(31, 26), (12, 8)]
    assert found.satisfied is not None
    assert [round(100 * x) for x in (found.satisfied.value, found.satisfied.low, found.satisfied.high)] == [
        17,
        -8,
        46,
    ]
    assert found.verdict == Text("样本不足以下结论", "Not enough data")


def test_under_ten_answers_not_even_a_difference_is_shown() -> None:
    answers = columns(people(31, 26, remedied=True) + people(9, 8))
    found = line(bands_section(answers, BARS).lines, "20–25 min")
    assert (found.difference, found.satisfied, found.code) == (None, None, Verdict.NOT_ENOUGH)


def test_only_like_waits_are_compared_and_exactly_twenty_is_not_over_it() -> None:
    answers = columns(people(40, 40, minutes=20) + people(40, 0, minutes=20.02, remedied=True))
    lines = bands_section(answers, BARS).lines
    assert [g.n for g in line(lines, "15–20 min").groups] == [0, 40]
    assert [g.n for g in line(lines, "20–25 min").groups] == [40, 0]


def test_the_sources_table_never_has_a_verdict_of_its_own() -> None:
    section = ordinary_section(columns(people(99, 9, remedied=True) + people(99, 90)), BARS)
    assert section.lines[0].code is Verdict.DIFFERENCE_ONLY
    assert section.title.en == "Difference, not effect"
    assert section.verdict.en == "Says nothing about the remedy"  # the title again was no verdict


def test_care_is_compared_week_by_week() -> None:
    weeks = [
        people(30, 30, minutes=12, week=w, cared=True) + people(30, 15 * w, minutes=12, week=w)
        for w in (0, 1)
    ]
    lines = cared_section(columns([*weeks[0], *weeks[1]]), BARS).lines
    assert line(lines, "Week from 2024-07-01 · 10–15 min").code is Verdict.HIGHER
    second = line(lines, "Week from 2024-07-08 · 10–15 min")
    assert second.difference is not None
    assert second.difference.value == 0.5
    assert [g.n for g in line(lines, "10–15 min").groups] == [60, 60]
    assert [g.n for g in line(lines, "Over 20 min").groups] == [0, 0]


def test_everybody_saying_the_same_is_no_reason_to_fail() -> None:
    found = line(
        bands_section(columns(people(40, 40, remedied=True) + people(40, 40)), BARS).lines, "20–25 min"
    )
    assert found.difference is not None
    assert found.difference.value == 0
