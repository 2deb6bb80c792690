"""When one waits least: by whoever came in each half-hour of the weeks before, never by few (Q42)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from server.domain.config.config import HallConfig
from server.domain.config.pieces.calendar import Hours, Weekday
from server.domain.text import Text
from server.reports.period import DAY
from server.reports.through_the_day.quiet import LEAST, QuietTime, QuietWeek, quiet_week, weeks_before
from server.visits.nouns import CallMade, Leg, Visit
from server.visits.past import Past
from server.visits.rows import keep
from tests.builders import ZONE, a_config
from tests.reports.lived import HALL, a_database

TODAY = date(2026, 3, 2)  # a Monday
LAST_MONDAY = TODAY - 7 * DAY


def came(day: date, clock: str, minutes: float, n: int, *, called: bool = True) -> list[Visit]:
    """So many came one after another from then on, and each waited so long."""
    first = datetime.combine(day, time.fromisoformat(clock), ZONE).astimezone(UTC)
    return [_visit(first + timedelta(seconds=k), timedelta(minutes=minutes), called=called) for k in range(n)]


def _visit(at: datetime, wait: timedelta, *, called: bool) -> Visit:
    ticket = f"{at:%m%dT%H%M%S}"
    call = CallMade(
        at=at + wait,
        number="A001",
        counter="1",
        staff="s1",
        kind="next",
        reason=Text("", ""),
        waited_seconds=wait.total_seconds(),
        within_goal=True,
    )
    leg = Leg(service="bill", queue="A", entered_at=at, calls=(call,) if called else ())
    return Visit(
        hall=HALL,
        ticket=ticket,
        number="A001",
        service="bill",
        issued_at=at,
        channel="kiosk",
        priority=False,
        legs=(leg,),
        seq=1,
        lot=0.5,
        issued_by="k1",
    )


def told(*visits: list[Visit], config: HallConfig | None = None) -> QuietWeek:
    db = a_database()
    keep(db, [visit for some in visits for visit in some], ZONE)
    return quiet_week(Past(db, [HALL]), weeks_before(TODAY, str(ZONE)), config or a_config())


BUSY = came(LAST_MONDAY, "09:00", 20, 3 * LEAST)


@pytest.mark.row("Q42")
def test_a_half_hour_is_told_with_how_many_it_is_known_by() -> None:
    week = told(BUSY, came(LAST_MONDAY, "14:00", 3.2, LEAST))
    (monday,) = week.days
    assert (week.weeks, monday.weekday) == (4, 1)
    assert monday.times == (QuietTime(begins="14:00", ends="14:30", minutes=4, n=LEAST),)


def test_nothing_is_said_of_few_nor_of_nobody() -> None:
    assert told(BUSY, came(LAST_MONDAY, "14:00", 1, LEAST - 1)).days == ()
    assert told().days == ()


def test_where_all_half_hours_are_alike_none_is_quiet() -> None:
    assert told(BUSY, came(LAST_MONDAY, "14:00", 20, LEAST)).days == ()


def test_weeks_are_taken_together_and_older_ones_and_today_left_out() -> None:
    halves = [came(TODAY - timedelta(weeks=n), "14:00", 2, LEAST // 2) for n in (1, 4)]
    others = [came(TODAY - timedelta(weeks=n), "14:00", 2, LEAST) for n in (0, 5)]
    (monday,) = told(BUSY, *halves, *others).days
    assert [time.n for time in monday.times] == [2 * (LEAST // 2)]


def test_who_left_uncalled_counts_nowhere() -> None:
    assert told(BUSY, came(LAST_MONDAY, "14:00", 0, LEAST, called=False)).days == ()


def test_the_three_quietest_stand_in_the_order_of_the_day() -> None:
    waits = {"10:30": 4, "11:30": 1, "12:30": 9, "13:30": 3}
    quiet = [came(LAST_MONDAY, clock, minutes, LEAST) for clock, minutes in waits.items()]
    (monday,) = told(BUSY, came(LAST_MONDAY, "15:00", 20, 3 * LEAST), *quiet).days
    assert [time.begins for time in monday.times] == ["10:30", "11:30", "13:30"]


def test_a_time_at_which_the_hall_is_shut_by_now_is_not_recommended() -> None:
    quiet = came(LAST_MONDAY, "14:00", 1, LEAST)
    until_noon = replace(a_config(), hours=Hours(opens="08:30", closes="12:00"))
    shut = replace(a_config(), weekdays=(Weekday(weekday=1, hours=None),))
    assert [told(BUSY, quiet, config=config).days for config in (until_noon, shut)] == [(), ()]
