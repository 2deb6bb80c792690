"""What a hall's hours, lunch and days are refused for."""

from datetime import date
from typing import Any

import pytest

from server.domain.config.pieces.calendar import Break, Hours, SpecialDay, Weekday
from server.domain.config.soundness.soundness import problems
from server.domain.text import Text
from tests.builders import a_config

HOLIDAY = SpecialDay(day=date(2026, 10, 1), name=Text("国庆节", "National Day"))


@pytest.mark.parametrize(
    ("changes", "where", "said"),
    [
        ({"hours": Hours(opens="8:30", closes="17:00")}, "hours", "8:30"),
        ({"hours": Hours(opens="17:00", closes="08:30")}, "hours", "not after it opens"),
        ({"lunch": Break(begins="13:00", ends="12:00")}, "lunch", "not after it begins"),
        ({"lunch": Break(begins="noon", ends="13:00")}, "lunch", "noon"),
        ({"peak_hours": (Hours(opens="11:00", closes="09:00"),)}, "peak_hours[0]", "not after"),
        ({"weekdays": (Weekday(weekday=8),)}, "weekdays[0].weekday", "1 (Monday) to 7"),
        ({"weekdays": (Weekday(weekday=6), Weekday(weekday=6))}, "weekdays[1]", "twice"),
        (
            {"weekdays": (Weekday(weekday=6, hours=Hours(opens="09:00", closes="24:00")),)},
            "weekdays[0].hours",
            "24:00",
        ),
        ({"special_days": (HOLIDAY, HOLIDAY)}, "special_days[1]", "twice"),
        (
            {"special_days": (SpecialDay(day=HOLIDAY.day, name=Text("", "")),)},
            "special_days[0].name",
            "no name",
        ),
    ],
)
def test_a_calendar_that_makes_no_sense_is_told_at_its_place(
    changes: dict[str, Any], where: str, said: str
) -> None:
    (problem,) = problems(a_config(**changes))
    assert problem.where == where
    assert said in problem.en
    assert problem.zh


def test_a_week_with_lunch_and_holidays_is_sound() -> None:
    week = a_config(
        lunch=Break(begins="12:00", ends="13:00"),
        weekdays=(Weekday(weekday=6, hours=Hours(opens="09:00", closes="12:00")), Weekday(weekday=7)),
        special_days=(HOLIDAY,),
    )
    assert problems(week) == []
