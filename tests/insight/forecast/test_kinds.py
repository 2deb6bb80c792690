"""Kinds of days: the hall's own word first, then China's calendar, then the weekday."""

from datetime import date

import pytest

from server.domain.config.pieces.calendar import Hours, SpecialDay, Weekday
from server.domain.text import Text
from server.insight.forecast.kinds import HOLIDAY, MAKE_UP, in_china, kind_of, knows, proposed
from tests.builders import a_config

SHUT_AT_WEEKENDS = a_config(weekdays=(Weekday(weekday=6), Weekday(weekday=7)))
DAY = Hours(opens="09:00", closes="16:00")


@pytest.mark.row("Q05")
def test_chinas_holidays_and_days_worked_in_lieu_are_known() -> None:
    lieu, national = in_china(date(2026, 2, 14)), in_china(date(2026, 10, 1))
    assert (lieu.kind, lieu.name.zh) == (MAKE_UP, "调休上班")
    assert (national.kind, national.name.zh) == (HOLIDAY, "国庆节")
    assert in_china(date(2026, 3, 3)).kind == 1


def test_a_year_that_nobody_has_announced_goes_by_weekdays() -> None:
    assert in_china(date(2090, 10, 1)).kind == date(2090, 10, 1).weekday()
    assert (knows(2026), knows(2090)) == (True, False)


def test_the_halls_own_days_win() -> None:
    own = a_config(
        special_days=(
            SpecialDay(day=date(2026, 10, 1), name=Text("停电检修", "")),
            SpecialDay(day=date(2090, 3, 4), name=Text("调休", ""), hours=DAY),  # a Saturday
        )
    )
    shut = kind_of(own, date(2026, 10, 1))
    assert (shut.opens, shut.name.zh) == (False, "停电检修")
    lieu = kind_of(own, date(2090, 3, 4))
    assert (lieu.kind, lieu.opens, lieu.name.zh) == (MAKE_UP, True, "调休")
    assert not kind_of(SHUT_AT_WEEKENDS, date(2026, 3, 7)).opens
    assert kind_of(a_config(), date(2026, 3, 3)).name.zh == ""


def test_what_is_announced_is_proposed_where_it_changes_something() -> None:
    days = {day.day: day for day in proposed(SHUT_AT_WEEKENDS, 2026)}
    assert days[date(2026, 10, 1)].hours is None
    assert days[date(2026, 2, 14)].hours == SHUT_AT_WEEKENDS.hours
    assert date(2026, 10, 3) not in days  # a Saturday, shut anyhow
    assert list(proposed(SHUT_AT_WEEKENDS, 2090)) == []
