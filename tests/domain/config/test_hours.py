"""Opening hours by the clock on the hall's wall."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from server.domain.config.figures import Figures
from server.domain.config.hours import HoursView, closes_at, hours_view, local, moment, near_close, open_into
from server.domain.config.pieces.calendar import Break, Hours, SpecialDay, Weekday
from server.domain.text import Text
from tests.builders import a_config


@pytest.mark.parametrize(
    ("utc", "state"),
    [
        ((0, 29, 59), "not_yet_open"),
        ((0, 30, 0), "open"),
        ((8, 29, 59), "open"),
        ((8, 30, 0), "closed"),
        ((15, 59, 59), "closed"),
        ((16, 0, 0), "not_yet_open"),  # midnight in the hall
    ],
)
def test_the_hall_opens_and_closes_on_the_minute(utc: tuple[int, int, int], state: str) -> None:
    now = datetime(2026, 3, 2, *utc, tzinfo=UTC)
    view = hours_view(a_config(), now)
    assert (view.state, view.opens, view.closes) == (state, "08:30", "16:30")


def test_a_hall_without_hours_never_closes() -> None:
    assert hours_view(a_config(hours=None), datetime(2026, 3, 2, 18, tzinfo=UTC)) == HoursView(state="open")


def test_the_days_date_is_the_halls_and_not_greenwichs() -> None:
    assert local(a_config(), datetime(2026, 3, 1, 16, 30, tzinfo=UTC)).date().isoformat() == "2026-03-02"


# lunch, weekdays, holidays

WEEK = a_config(
    lunch=Break(begins="12:00", ends="13:30"),
    weekdays=(Weekday(weekday=6, hours=Hours(opens="09:00", closes="12:00")), Weekday(weekday=7)),
    special_days=(
        SpecialDay(day=date(2026, 10, 1), name=Text("国庆节", "National Day")),
        SpecialDay(day=date(2026, 10, 2), name=Text("国庆节", "National Day")),
        SpecialDay(
            day=date(2026, 10, 11),
            name=Text("调休上班", "Working Sunday"),
            hours=Hours(opens="10:00", closes="15:00"),
        ),
    ),
)


def seen(day: int, clock: str) -> HoursView:
    """At a hall time of October 2026; the 1st is a Thursday."""
    hour, minute = map(int, clock.split(":"))
    return hours_view(WEEK, datetime(2026, 10, day, hour, minute, tzinfo=ZoneInfo("Asia/Shanghai")))


@pytest.mark.parametrize(
    ("day", "clock", "state"),
    [
        (12, "11:59", "open"),
        (12, "12:00", "lunch"),
        (12, "13:29", "lunch"),
        (12, "13:30", "open"),
        (10, "08:59", "not_yet_open"),  # a Saturday
        (10, "11:59", "open"),
        (10, "12:00", "closed"),  # and not at lunch
        (4, "10:00", "holiday"),  # a Sunday
        (1, "10:00", "holiday"),
        (11, "09:59", "not_yet_open"),
        (11, "10:00", "open"),  # a Sunday worked in lieu
        (11, "12:30", "lunch"),
    ],
)
def test_every_day_has_its_own_hours(day: int, clock: str, state: str) -> None:
    assert seen(day, clock).state == state


def test_a_holiday_says_its_name_and_when_the_hall_opens_again() -> None:
    view = seen(1, "10:00")
    assert (view.name.zh, view.next_day, view.next_opens) == ("国庆节", date(2026, 10, 3), "09:00")


def test_lunch_says_when_it_is_over_and_the_evening_when_the_hall_opens_again() -> None:
    assert seen(12, "12:10").reopens == "13:30"
    view = seen(10, "18:00")
    assert (view.next_day, view.next_opens) == (date(2026, 10, 11), "10:00")


def test_a_hall_that_never_opens_again_says_nothing_of_it() -> None:
    shut = a_config(weekdays=tuple(Weekday(weekday=n) for n in range(1, 8)))
    assert hours_view(shut, datetime(2026, 3, 2, 2, tzinfo=UTC)) == HoursView(state="holiday")


def test_doors_close_on_the_days_own_minute() -> None:
    noon = datetime(2026, 10, 12, 4, tzinfo=UTC)
    assert closes_at(WEEK, noon) == datetime(2026, 10, 12, 8, 30, tzinfo=UTC)
    assert closes_at(a_config(hours=None), noon) is None
    assert closes_at(WEEK, datetime(2026, 10, 1, 4, tzinfo=UTC)) is None


@pytest.mark.parametrize(
    ("rule", "wait", "told"),
    [
        ("warn", 3600, ""),
        ("warn", 3601, "warn"),
        ("stop", 3601, "stopped"),
        ("stop", 3600, ""),
        ("issue", 9999, ""),
        ("stop", None, ""),
    ],
)
def test_near_the_end_of_the_day_a_wait_past_closing_and_grace_is_told(
    rule: str, wait: float | None, told: str
) -> None:
    config = replace(a_config(), figures=Figures(near_close_rule=rule, near_close_grace_seconds=1800))
    four = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)  # 16:00; the doors close at 16:30
    assert near_close(config, wait, four) == told


def test_whoever_will_perhaps_not_be_called_is_told_so_and_stopped_by_no_rule() -> None:
    four = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    told = {
        rule: near_close(replace(a_config(), figures=Figures(near_close_rule=rule)), 60, four, doubtful=True)
        for rule in ("warn", "stop", "issue")
    }
    assert told == {"warn": "warn", "stop": "warn", "issue": ""}


# where clocks are put forward and back: New York, 8 March (02:00 to 03:00), 1 November (02:00 to 01:00)

NEW_YORK = "America/New_York"


@pytest.mark.parametrize(
    ("day", "clock", "first", "last"),
    [
        (date(2026, 3, 8), "01:59", "06:59", "06:59"),
        (date(2026, 3, 8), "02:30", "07:00", "07:00"),  # never said: the moment of the change
        (date(2026, 3, 8), "03:00", "07:00", "07:00"),
        (date(2026, 3, 8), "08:00", "12:00", "12:00"),
        (date(2026, 11, 1), "01:30", "05:30", "06:30"),  # said twice
        (date(2026, 11, 1), "02:00", "07:00", "07:00"),
    ],
)
def test_a_clock_that_is_put_forward_or_back_says_when(day: date, clock: str, first: str, last: str) -> None:
    config = a_config(timezone=NEW_YORK)
    said = [moment(config, day, clock, last=which).strftime("%H:%M") for which in (False, True)]
    assert said == [first, last]


@pytest.mark.parametrize(
    ("utc", "state"),
    [
        (datetime(2026, 3, 8, 6, 59, 59, tzinfo=UTC), "not_yet_open"),
        (datetime(2026, 3, 8, 7, 0, tzinfo=UTC), "open"),  # 03:00, and it should have opened at 02:30
        (datetime(2026, 11, 1, 5, 29, tzinfo=UTC), "not_yet_open"),
        (datetime(2026, 11, 1, 6, 30, tzinfo=UTC), "not_yet_open"),  # 01:30 for the second time
        (datetime(2026, 11, 1, 7, 30, tzinfo=UTC), "open"),
    ],
)
def test_a_hall_opens_right_in_a_night_of_change(utc: datetime, state: str) -> None:
    config = a_config(timezone=NEW_YORK, hours=Hours(opens="02:30", closes="10:00"))
    assert hours_view(config, utc).state == state


def test_a_hall_that_closes_in_the_double_hour_does_not_open_again_in_it() -> None:
    config = a_config(timezone=NEW_YORK, hours=Hours(opens="00:30", closes="01:30"))
    start = datetime(2026, 11, 1, 4, 0, tzinfo=UTC)
    states = [hours_view(config, start + timedelta(minutes=10 * n)).state for n in range(30)]
    turns = [a for a, b in zip(states, ["", *states], strict=False) if a != b]
    assert turns == ["not_yet_open", "open", "closed"]
    assert closes_at(config, start + timedelta(hours=1)) == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)


def test_waits_to_closing_are_reckoned_over_the_change() -> None:
    config = a_config(
        timezone=NEW_YORK,
        hours=Hours(opens="00:00", closes="04:00"),
        figures=Figures(near_close_grace_seconds=0),
    )
    before = datetime(2026, 3, 8, 6, 30, tzinfo=UTC)  # 01:30; it closes in an hour and a half
    assert near_close(config, 5400, before) == ""
    assert near_close(config, 5401, before) == "warn"


def test_only_a_hall_without_hours_is_open_through_midnight() -> None:
    shut = SpecialDay(day=date(2026, 3, 4), name=Text("盘点", "Stocktaking"))
    config = a_config(hours=None, special_days=(shut,))
    days = [date(2026, 3, n) for n in (3, 4, 5, 6)]
    assert [open_into(config, day) for day in days] == [True, False, False, True]
    assert not open_into(a_config(), days[0])
