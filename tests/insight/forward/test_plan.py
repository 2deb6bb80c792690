"""Who works when from now on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from server.domain.config.pieces.calendar import Break, Hours
from server.domain.hall import CounterState, Hall
from server.insight.forward.plan import Shift, planned, usual_plan
from tests.insight.waiting_halls import NOW, hall, with_counter

NOON = NOW + timedelta(hours=1, minutes=58)  # NOW is 10:02 in the hall


def with_hours(standing: Hall) -> Hall:
    assert standing.config is not None
    hours, lunch = Hours(opens="08:30", closes="16:30"), Break(begins="12:00", ends="13:00")
    return replace(standing, config=replace(standing.config, hours=hours, lunch=lunch))


def test_by_the_hours_alone_who_is_open_comes_back_from_lunch_and_stays_till_the_end() -> None:
    standing = with_counter(with_hours(hall({"1": "A", "2": "A"})), "2", state=CounterState.CLOSED)
    plan = usual_plan(standing, NOW)
    morning, afternoon = plan.stints("1")
    assert (morning.opens, morning.closes) == (NOW, NOON)
    assert (afternoon.opens, afternoon.closes - NOON) == (NOON + timedelta(hours=1), timedelta(hours=5))
    assert afternoon.staff == "s1"
    assert plan.stints("2") == ()


def test_after_closing_those_who_are_here_are_served_a_little_longer() -> None:
    standing = with_hours(hall({"1": "A"}))
    late = NOW + timedelta(hours=8)
    (shift,) = usual_plan(standing, late).stints("1")
    assert shift.closes > late


def test_in_a_hall_without_hours_an_open_counter_stays_open() -> None:
    (shift,) = usual_plan(hall({"1": "A"}), NOW).stints("1")
    assert shift.closes - NOW == timedelta(hours=12)


def test_a_roster_gives_way_to_what_is() -> None:
    """Open unplanned: to its next shift, else as the hours say. Closed though planned: later, if at all."""
    standing = with_counter(hall({"1": "A", "2": "A", "3": "A"}), "2", state=CounterState.CLOSED)
    hour = timedelta(hours=1)
    now_on, later = Shift(opens=NOW - hour, closes=NOW + hour), Shift(opens=NOW + hour, closes=NOW + 2 * hour)
    plan = planned(standing, NOW, {"1": (later,), "2": (now_on,), "3": (now_on, later)})
    early, expected = plan.stints("1")
    assert (early.opens, early.closes, expected) == (NOW, later.opens, later)
    assert plan.stints("2") == ()  # an hour late for a shift that lasts another
    assert plan.stints("3") == (now_on, later)
    over = Shift(opens=NOW - 2 * hour, closes=NOW - hour)
    for roster in ({}, {"1": (over,)}):  # not planned at all, or its shift is over and somebody is still here
        assert planned(standing, NOW, roster).stints("1") == usual_plan(standing, NOW).stints("1")


@pytest.mark.parametrize(
    ("late", "since", "expected"), [(5, 60, 15), (15, 60, 15), (40, 60, 40), (40, 5, 15), (300, 600, None)]
)
def test_who_is_late_is_expected_the_later_the_longer_they_are_missed(
    late: int, since: int, expected: int | None
) -> None:
    """`since`: minutes ago the counter closed; who was there in the shift is missed from then on."""
    shut = NOW - timedelta(minutes=since)
    standing = with_counter(hall({"1": "A"}), "1", state=CounterState.CLOSED, since=shut)
    shift = Shift(
        opens=NOW - timedelta(minutes=late), closes=NOW + timedelta(hours=2), profile="A", staff="s"
    )
    following = Shift(opens=NOW + timedelta(hours=4), closes=NOW + timedelta(hours=6))
    stints = planned(standing, NOW, {"1": (shift, following)}).stints("1")
    assert stints[-1] == following
    opens = [s.opens - NOW for s in stints[:-1]]
    assert opens == ([] if expected is None else [timedelta(minutes=expected)])
    assert all((s.closes, s.staff) == (shift.closes, "s") for s in stints[:-1])


def test_in_lunch_what_closed_for_it_opens_again_and_what_was_closed_before_does_not() -> None:
    standing = with_hours(hall({"1": "A", "2": "A", "3": "A"}))
    standing = with_counter(
        standing, "1", state=CounterState.CLOSED, since=NOON - timedelta(minutes=5), served=9
    )
    standing = with_counter(standing, "2", state=CounterState.CLOSED, since=NOW, served=9)
    standing = with_counter(standing, "3", state=CounterState.CLOSED, since=NOON, served=0)
    in_lunch = NOON + timedelta(minutes=10)
    plan = usual_plan(standing, in_lunch)
    (again,) = plan.stints("1")
    assert again.opens - NOON == timedelta(hours=1)
    assert plan.stints("2") == plan.stints("3") == ()
    assert usual_plan(standing, NOON - timedelta(minutes=1)).stints("1") == ()
