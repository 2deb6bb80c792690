"""Plain comparisons of like waits."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

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


def test_care_is_compared_week_by_week_and_concluded_once() -> None:
    weeks = [
        people(30, 30, minutes=12, week=w, cared=True) + people(30, 15 * w, minutes=12, week=w)
        for w in (0, 1)
    ]
    section = cared_section(columns([*weeks[0], *weeks[1]]), BARS)
    first, *others = section.lines
    assert first.code is Verdict.HIGHER
    assert section.verdict == first.verdict
    assert {x.code for x in others} == {Verdict.NOT_ENOUGH, Verdict.INFORMATION}
    second = line(section.lines, "Week from 2024-07-08 · 10–15 min")
    assert second.difference is not None
    assert second.difference.value == 0.5
    assert [g.n for g in line(section.lines, "10–15 min").groups] == [60, 60]
    assert [g.n for g in line(section.lines, "Over 20 min").groups] == [0, 0]


def test_fifteen_lines_a_month_do_not_make_a_finding_of_chance() -> None:
    """Each judged for itself, more than every second such month had one false "higher" or "lower"."""
    rng, false = np.random.default_rng(5), 0
    for _ in range(25):
        month = [
            answer
            for week in range(4)
            for minutes in (12.0, 17.0, 22.0)
            for cared in (True, False)
            for answer in people(40, int(rng.binomial(40, 0.7)), minutes=minutes, week=week, cared=cared)
        ]
        section = cared_section(columns(month), BARS)
        false += any(x.code in {Verdict.HIGHER, Verdict.LOWER} for x in section.lines)
    assert false <= 4


def test_like_is_held_against_like_before_it_is_added_up() -> None:
    """Long waits are remedied more and please less: thrown together the remedy would look bad."""
    short = people(10, 9, minutes=12, remedied=True) + people(90, 72, minutes=12)
    long = people(90, 45, minutes=22, remedied=True) + people(10, 4, minutes=22)
    first = bands_section(columns(short + long), BARS).lines[0]
    assert [(g.n, g.satisfied) for g in first.groups] == [(100, 54), (100, 76)]
    assert first.difference is not None
    assert first.difference.value == pytest.approx(0.1)
    assert first.satisfied is not None
    assert first.satisfied.value == pytest.approx(0.1)


def test_who_is_asked_one_in_four_counts_four_times() -> None:
    """Of the ordinary every fourth was asked, of those cared for at the counter everybody."""
    ordinary = [replace(a, ask_share=0.25) for a in people(20, 20)]
    others = people(40, 0, cared=True)
    remedied = people(30, 15, remedied=True)
    found = line(bands_section(columns(remedied + ordinary + others), BARS).lines, "20–25 min")
    assert found.groups[1].mean == pytest.approx(3 + 80 / 120)
    assert found.difference is not None
    assert found.difference.value == pytest.approx(3.5 - (3 + 80 / 120))
    assert found.satisfied is not None
    assert found.satisfied.value == pytest.approx(0.5 - 80 / 120)


def test_everybody_saying_the_same_is_no_reason_to_fail() -> None:
    found = line(
        bands_section(columns(people(40, 40, remedied=True) + people(40, 40)), BARS).lines, "20–25 min"
    )
    assert found.difference is not None
    assert found.difference.value == 0
