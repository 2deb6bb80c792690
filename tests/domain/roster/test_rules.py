"""A day is planned as a whole; what cannot be is refused in words (Q14)."""

from datetime import timedelta

import pytest

from server.domain.refusals import Refused
from server.domain.roster import commands as c
from server.domain.roster.nouns import DayRoster, Shift
from server.domain.roster.rules import AHEAD
from tests.builders import Story, names
from tests.domain.roster.days import FIVE, TODAY, absent, planned, shift


def test_the_same_plan_again_is_nothing_and_another_one_takes_its_place() -> None:
    today = planned()
    assert today.hall.roster.days == {"2026-03-02": DayRoster(shifts=FIVE)}
    assert today.do(c.PlanDay(day=TODAY, shifts=FIVE)) == ()
    planned(shift("1201", "1", "07:30", "20:00"), today=today)  # outside the hours may be
    assert [s.person for s in today.hall.roster.days["2026-03-02"].shifts] == ["1201"]


@pytest.mark.row("Q14")
@pytest.mark.parametrize(
    ("shifts", "why"),
    [
        ((shift("1201", "1", ends="12:00"), shift("1201", "2", "11:30")), "person_twice"),
        ((shift("1201", "1", ends="12:00"), shift("1201", "", "11:59")), "person_twice"),
        ((shift("1201", "1"), shift("1202", "1", "16:00", "17:00")), "counter_twice"),
        ((shift("1201", "99"),), "unknown_counter"),
        ((Shift(person="1201", begins="08:30", ends="12:00"),), "unknown_counter"),
        ((shift("1201", "1", "12:00", "12:00"),), "shift_clock"),
        ((shift("1201", "1", "8:30", "12:00"),), "shift_clock"),
        ((shift("1201", "1", "24:00", "25:00"),), "shift_clock"),
    ],
)
def test_nobody_and_no_counter_is_planned_twice_or_nowhere(shifts: tuple[Shift, ...], why: str) -> None:
    assert Story().refused(c.PlanDay(day=TODAY, shifts=shifts)) == why


def test_one_after_the_other_may_be_and_a_day_may_end_at_midnight() -> None:
    mine = (
        shift("1201", "1", ends="12:00"),
        shift("1202", "1", "12:00", "24:00"),
        shift("1201", "", "12:00"),
    )
    assert names(Story().do(c.PlanDay(day=TODAY, shifts=mine))) == ["DayPlanned"]


def test_what_is_refused_says_who_where_and_when() -> None:
    with pytest.raises(Refused) as no:
        Story().do(c.PlanDay(day=TODAY, shifts=(shift("1201", "1"), shift("1202", "1", "16:00", "17:00"))))
    assert no.value.text.zh == "1 号窗口在 08:30–16:30 已排了工号 1201"


def test_days_that_are_over_or_far_away_are_not_planned() -> None:
    today, day = Story(), timedelta(days=1)
    assert today.refused(c.PlanDay(day=TODAY - day, shifts=FIVE)) == "roster_day_over"
    assert today.refused(c.PlanDay(day=TODAY + (AHEAD + 1) * day, shifts=FIVE)) == "roster_too_far"
    assert today.do(c.PlanDay(day=TODAY + AHEAD * day, shifts=FIVE))


def test_somebody_is_absent_and_back() -> None:
    today = absent(planned(), "1201")
    assert today.do(c.MarkAbsence(day=TODAY, person="1201")) == ()
    assert today.refused(c.MarkAbsence(day=TODAY, person="1299")) == "not_on_roster"
    assert today.hall.roster.days["2026-03-02"].absent == ("1201",)
    assert names(today.do(c.MarkAbsence(day=TODAY, person="1201", absent=False))) == ["PersonBack"]
    assert today.hall.roster.days["2026-03-02"].absent == ()
