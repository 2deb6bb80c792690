"""What stays of a roster: a week behind, absences of who is still on it, when counters opened."""

from datetime import timedelta

from server.domain.queue import commands as qc
from server.domain.roster import commands as c
from tests.builders import MORNING
from tests.domain.roster.days import TODAY, absent, planned, shift


def test_a_day_planned_anew_forgets_the_absence_of_who_is_not_on_it_any_more() -> None:
    today = absent(planned(), "1201", "1202")
    planned(shift("1202", "2"), today=today)
    assert today.hall.roster.days["2026-03-02"].absent == ("1202",)


def test_a_week_stays_to_copy_from_and_what_is_older_goes() -> None:
    today = planned()
    today.later(days=7).do(qc.IssueTicket(service="bill"))
    assert list(today.hall.roster.days) == ["2026-03-02"]
    today.later(days=1).do(qc.IssueTicket(service="bill"))
    assert today.hall.roster.days == {}


def test_a_hall_that_never_opens_forgets_too_and_a_day_without_shifts_is_none() -> None:
    today = planned()
    today.later(days=9)
    next_day = TODAY + timedelta(days=9)
    today.do(c.PlanDay(day=next_day, shifts=(shift("1201", "1"),)))
    assert list(today.hall.roster.days) == ["2026-03-11"]
    today.do(c.PlanDay(day=next_day))
    assert today.hall.roster.days == {}


def test_the_first_opening_of_a_counter_counts_on_its_day() -> None:
    today = planned()
    today.do(qc.OpenCounter(counter="1", staff="1201"))
    today.later(minutes=5).do(qc.CloseCounter(counter="1"))
    today.do(qc.OpenCounter(counter="1", staff="1201"))
    assert today.hall.roster.opened == {"1": MORNING}
    today.later(days=1).do(qc.OpenCounter(counter="2", staff="1202"))
    assert today.hall.roster.opened == {"2": today.now}
