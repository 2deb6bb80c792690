"""The forward run goes by the roster where there is one (Q14)."""

from datetime import timedelta

from server.insight.forward.plan import Plan, usual_plan
from server.insight.rostered import plan_of
from tests.builders import MORNING, Story
from tests.domain.roster.days import absent, planned, shift


def test_without_a_roster_the_hours_say_who_works() -> None:
    today = Story("1")
    assert plan_of(today.hall, today.now) == usual_plan(today.hall, today.now)


def test_the_days_before_say_it_only_without_a_roster() -> None:
    learned, today = Plan(shifts={"1": ()}), Story("1")
    assert plan_of(today.hall, today.now, lambda hall, now: learned) is learned
    rostered = planned(shift("1201", "1", ends="12:00"), today=today)
    assert plan_of(rostered.hall, rostered.now, lambda hall, now: learned).stints("1") != ()


def test_who_is_planned_comes_and_who_is_absent_does_not() -> None:
    mine = (shift("1201", "1", ends="12:00"), shift("1202", "2", "10:00"), shift("1203", "3"))
    today = absent(planned(*mine, today=Story("1")), "1203")
    plan = plan_of(today.hall, today.now)
    (first,) = plan.stints("1")
    assert first.closes == MORNING + timedelta(hours=3)
    assert [s.opens for s in plan.stints("2")] == [MORNING + timedelta(hours=1)]
    assert plan.stints("2")[0].staff == "1202"
    assert plan.stints("3") == ()
