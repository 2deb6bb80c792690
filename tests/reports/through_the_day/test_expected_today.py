"""What the board is told of today's customers, beside what came."""

from datetime import date

import pytest

from server.reports.period import period_of
from server.reports.through_the_day.expected_today import expected_today
from tests.builders import Story
from tests.reports import lived
from tests.reports.test_forecast import HALL_SET_UP, MONDAY, half_a_year

TODAY = period_of("day", MONDAY, HALL_SET_UP.timezone)


def nine_came() -> Story:
    story = Story("1")  # at nine
    for _ in range(9):
        story.issue()
        story.later(minutes=5)
    return story


@pytest.mark.row("Q06")
def test_half_hours_say_what_was_expected_and_what_came_so_far() -> None:
    today = expected_today(half_a_year(nine_came()), TODAY, HALL_SET_UP)
    assert today.low < today.expected < today.high
    assert today.expected == pytest.approx(300, rel=0.2)
    assert (today.came, today.over) == (9, 2)
    assert today.updated is not None
    assert [(h.clock, h.came) for h in today.half_hours][:4] == [
        ("08:30", 0),
        ("09:00", 6),
        ("09:30", 3),
        ("10:00", None),
    ]
    assert "已来 9 人" in today.opening.zh


@pytest.mark.row("Q06")
def test_the_morning_hears_what_each_half_hour_lies_between_and_what_is_unlike_other_days() -> None:
    """Q06: each half-hour's forecast with its interval, beside what is usual for such a day."""
    today = expected_today(half_a_year(Story("1")), TODAY, HALL_SET_UP)
    assert all(h.low <= h.expected <= h.high for h in today.half_hours if h.expected >= 1)
    assert today.usual == pytest.approx(today.expected, rel=0.3)
    assert "周一" in today.kind.zh


@pytest.mark.row("Q05")
def test_a_day_worked_in_lieu_is_called_so() -> None:
    saturday = period_of("day", date(2026, 2, 14), HALL_SET_UP.timezone)
    assert "周六" in (kind := expected_today(lived.past(Story("1")), saturday, HALL_SET_UP).kind).zh
    assert kind.zh != "周六"


def test_a_hall_that_knows_nothing_says_so_and_draws_nothing() -> None:
    today = expected_today(lived.past(Story("1")), TODAY, HALL_SET_UP)
    assert (today.half_hours, today.expected, today.came, today.updated) == ((), 0, 0, None)
    assert "无法预测" in today.opening.zh


def test_what_came_to_a_hall_without_a_forecast_is_drawn_all_the_same() -> None:
    today = expected_today(lived.past(nine_came()), TODAY, HALL_SET_UP)
    assert (today.expected, today.came) == (0, 9)
    assert [(h.clock, h.came) for h in today.half_hours] == [("09:00", 6), ("09:30", 3)]
