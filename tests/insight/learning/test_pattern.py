"""Who is expected when: as on like days, within the day's own hours, and never against what is so now."""

from dataclasses import replace
from datetime import date, timedelta

from server.domain.config.pieces.calendar import Hours, SpecialDay
from server.domain.text import Text
from server.insight.forward.plan import usual_plan
from server.insight.learning.lived import Worked
from server.insight.learning.pattern import Roster, like_days, plan_by, roster_of
from tests.builders import MORNING, ZONE, Story, a_config

MONDAY = date(2026, 3, 30)


def worked(
    weeks: int = 4, opens: int = 510, closes: int = 990, counter: str = "3", staff: str = "s3"
) -> list[Worked]:
    """Each Monday before."""
    return [
        Worked(
            day=MONDAY - timedelta(days=7 * n),
            counter=counter,
            opens=opens,
            closes=closes,
            profile="all",
            staff=staff,
        )
        for n in range(1, weeks + 1)
    ]


def said(roster: Roster) -> dict[str, list[tuple[str, str]]]:
    return {
        counter: [
            (s.opens.astimezone(ZONE).strftime("%H:%M"), s.closes.astimezone(ZONE).strftime("%H:%M"))
            for s in shifts
        ]
        for counter, shifts in roster.items()
    }


def test_as_on_like_days() -> None:
    days = [*worked(closes=720), *worked(opens=780, closes=960)]
    roster = roster_of(days, a_config(), MONDAY)
    assert said(roster) == {"3": [("08:30", "12:00"), ("13:00", "16:00")]}
    assert {(s.profile, s.staff) for s in roster["3"]} == {("all", "s3")}


def test_one_day_that_was_different_changes_nothing() -> None:
    days = [w for w in worked() if w.day != MONDAY - timedelta(days=7)]
    days += worked(1, opens=600, closes=700)
    assert said(roster_of(days, a_config(), MONDAY)) == {"3": [("08:30", "16:30")]}


def each(weekdays: str, counter: str) -> list[Worked]:
    """On these workdays (0 is Monday) of the four weeks before."""
    days = [MONDAY - timedelta(days=n) for n in range(1, 29)]
    [one] = worked(1, counter=counter)
    return [replace(one, day=d, staff="") for d in days if str(d.weekday()) in weekdays]


def test_mondays_on_which_nobody_came_by_chance_are_told_from_mondays_on_which_nobody_comes() -> None:
    """Of three Mondays on two nobody sat at counter 4, which is open on all other days; at 5 on none."""
    mondays = [MONDAY - timedelta(days=7 * n) for n in (1, 2, 3)]
    others = [*each("1234", "3"), *each("1234", "4"), *each("1234", "5")]
    seen = [w for w in (*worked(3), *worked(3, counter="4"), *others) if w.day >= mondays[-1]]
    seen = [w for w in seen if w.counter != "4" or w.day not in mondays[:2]]
    assert set(roster_of(seen, a_config(), MONDAY)) == {"3", "4"}


def test_who_comes_on_mondays_alone_is_expected_on_mondays_alone() -> None:
    seen = [*each("01234", "3"), *each("0", "6")]
    assert set(roster_of(seen, a_config(), MONDAY)) == {"3", "6"}
    assert set(roster_of(seen, a_config(), MONDAY + timedelta(days=1))) == {"3"}


def test_a_counter_that_opened_once_is_not_expected() -> None:
    assert said(roster_of([*worked(), *worked(1, counter="6")], a_config(), MONDAY)) == {
        "3": [("08:30", "16:30")]
    }


def test_nobody_is_expected_by_name_who_is_there_now_and_then() -> None:
    days = [replace(w, staff=f"s{n}") for n, w in enumerate(worked())]
    [shift] = roster_of(days, a_config(), MONDAY)["3"]
    assert shift.staff == ""


def test_within_the_day_s_own_hours() -> None:
    early = SpecialDay(day=MONDAY, name=Text("短", "Short"), hours=Hours(opens="09:00", closes="12:00"))
    shut = SpecialDay(day=MONDAY, name=Text("休", "Shut"))
    [(opens, closes)] = said(roster_of(worked(), a_config(special_days=(early,)), MONDAY))["3"]
    assert opens == "09:00"
    assert "12:00" <= closes < "13:00"  # the grace after it
    assert roster_of(worked(), a_config(special_days=(shut,)), MONDAY) == {}


def test_like_days_are_of_the_weekday_where_there_are_two() -> None:
    every = {MONDAY - timedelta(days=n) for n in range(1, 40)}
    config = a_config()
    assert like_days(every, config, MONDAY) == {MONDAY - timedelta(days=7 * n) for n in range(1, 5)}
    last_week = {MONDAY - timedelta(days=n) for n in range(1, 8)}
    assert {d.weekday() for d in like_days(last_week, config, MONDAY)} == {0, 1, 2, 3, 4}
    assert like_days(set(), config, MONDAY) == set()
    assert like_days({MONDAY - timedelta(days=60), MONDAY + timedelta(days=1)}, config, MONDAY) == set()


def test_without_history_all_stay_as_they_are() -> None:
    story = Story("3")
    assert roster_of([], a_config(), MONDAY) == {}
    assert plan_by({}, story.hall, MORNING) == usual_plan(story.hall, MORNING)


def test_a_counter_that_the_days_before_do_not_know_stays() -> None:
    story = Story("3", "6")
    story.later(days=28)
    roster = roster_of(worked(closes=720), a_config(), MONDAY)
    story.now = MORNING + timedelta(days=28)
    plan = plan_by(roster, story.hall, story.now)
    assert plan.stints("3")[0].closes.astimezone(ZONE).strftime("%H:%M") == "12:00"
    assert plan.stints("6") == usual_plan(story.hall, story.now).stints("6")
