"""What the board and the planning page show of a roster (Q14, O09)."""

from datetime import timedelta

import pytest

from server.domain.queue import commands as qc
from server.domain.roster.present import Gap, nobody_reckons
from server.domain.views.overview.roster import NO_ROSTER_NOW, PersonToPlan, roster_day, roster_now
from tests.builders import MORNING, Story
from tests.domain.roster.days import FIVE, NEEDED, TODAY, absent, planned, shift

PEOPLE = (PersonToPlan(login="1201", name="李静"), PersonToPlan(login="1202", name="王强"))


@pytest.mark.row("Q14")
def test_the_board_says_what_lacks_who_is_absent_and_which_counter_is_late() -> None:
    today = absent(planned(*FIVE[:4], shift("1205", "5", "08:50")), "1201", "1202")
    for counter in "34":
        today.do(qc.OpenCounter(counter=counter, staff=f"120{counter}"))
    seen = roster_now(today.hall, today.now, lambda day: NEEDED, lambda login: f"#{login}")
    assert seen.gaps == (Gap(begins="10:00", ends="11:00", lacking=1),)
    assert seen.absent == ("#1201", "#1202")
    assert [(late.counter, late.person) for late in seen.late] == [("5", "#1205")]
    assert seen.late[0].due == MORNING - timedelta(minutes=10)
    assert roster_now(today.hall, today.now, lambda day: NEEDED, lambda login: f"#{login}") is seen


def test_without_a_roster_or_a_forecast_nothing_lacks() -> None:
    assert roster_now(Story().hall, MORNING) is NO_ROSTER_NOW
    assert roster_now(planned().hall, MORNING, nobody_reckons).gaps == ()


def test_a_day_to_plan_has_everything_and_marks_what_is_outside_and_late() -> None:
    mine = (
        shift("1201", "1", ends="12:00"),
        shift("1202", "1", "12:00", "17:00"),
        shift("1202", "", "08:00", "09:00"),
    )
    today = absent(planned(*mine), "1202")
    today.do(qc.OpenCounter(counter="1", staff="1201"))
    day = roster_day(today.hall, today.later(minutes=5).now, TODAY, NEEDED, PEOPLE)
    assert [(s.name, s.absent, s.outside, s.late_minutes) for s in day.shifts] == [
        ("李静", False, False, 30),
        ("王强", True, True, None),
        ("王强", True, True, None),
    ]
    assert (day.opens, day.closes, len(day.counters), day.people) == ("08:30", "16:30", 6, PEOPLE)
    assert (day.days[0], day.days[-1]) == (TODAY, TODAY + timedelta(days=31))
    ten = next(h for h in day.half_hours if h.clock == "10:00")
    assert (ten.needed, ten.planned) == (4, 1)


def test_a_day_nobody_reckoned_shows_the_plan_alone() -> None:
    day = roster_day(planned().hall, MORNING, TODAY, (), PEOPLE)
    assert {h.needed for h in day.half_hours} == {None}
    assert day.gaps == ()
