"""A foresight by usual times alone: the estimate as it was, with a likelihood that is about right."""

from datetime import timedelta

import pytest

from server.domain.hall import CounterState, Hall
from server.insight.simple import by_usual_times
from server.insight.waits import estimate
from tests.builders import MORNING, Story, with_figures
from tests.insight.test_waits import ten_o_two
from tests.insight.waiting_halls import NOW


def test_it_says_what_the_estimate_says_as_one_figure() -> None:
    hall = ten_o_two(CounterState.CLOSED)
    foresight, waits = by_usual_times(hall, NOW), estimate(hall, NOW)
    assert foresight.simple
    assert foresight.joins["A", False].low == foresight.joins["A", False].high == waits["A"]
    assert {t: a.high for t, a in foresight.tickets.items()} == {t.id: waits[t.id] for t in hall.waiting()}
    assert ("B", False) not in foresight.joins  # nobody serves it


@pytest.mark.parametrize(("waited", "least", "most"), [(0, 0.0, 0.1), (12, 0.4, 0.6), (30, 0.95, 1.0)])
def test_who_has_waited_long_is_likely_to_wait_too_long(waited: float, least: float, most: float) -> None:
    today = Story("1")
    for _ in range(4):
        last = today.issue()
    today.later(minutes=waited)
    over = by_usual_times(today.hall, today.now).tickets[last].over
    assert least <= over <= most


def test_before_closing_it_doubts_and_after_it_whoever_is_inside_is_served() -> None:
    at = MORNING + timedelta(
        hours=7, minutes=29
    )  # 16:29 of a day until 16:30, half an hour of grace behind it
    today = Story("1", at=at)
    for _ in range(4):
        last = today.issue()
    assert by_usual_times(today.hall, today.now).tickets[last].unserved < 0.1
    today = Story("1", at=at, config=with_figures(near_close_grace_seconds=0))
    for _ in range(4):
        last = today.issue()
    assert by_usual_times(today.hall, today.now).tickets[last].unserved > 0.9
    today.later(minutes=2)
    assert by_usual_times(today.hall, today.now).tickets[last].unserved == 0.0


def test_a_hall_without_a_set_up_foresees_nothing() -> None:
    assert by_usual_times(Hall(), NOW).tickets == {}
