"""What kind of day a day is: of the week, worked in lieu, or a holiday on which the hall opens all the same.

The hall's own days win. Of the others China's calendar knows the holidays and the days worked in lieu, as
far as they are announced; of a year that it does not know a day is what its weekday says.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from server.domain.config.config import HallConfig
from server.domain.config.hours import day_plan, ordinary_plan
from server.domain.config.pieces.calendar import SpecialDay
from server.domain.text import Text
from server.insight.forecast.texts import HOLIDAYS, LIEU

SUNDAY, MAKE_UP, HOLIDAY = 6, 7, 8
WORKDAYS = [0, 1, 2, 3, 4]  # Monday is 0
KINDS = 9
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DayKind:
    """`name` is empty for a day like any other of its weekday."""

    kind: int
    opens: bool
    name: Text = Text("", "")


def kind_of(config: HallConfig, day: date) -> DayKind:
    plan = day_plan(config, day)
    announced = in_china(day)
    name = plan.name if plan.why == "special" else announced.name
    if plan.hours is None:
        return DayKind(day.weekday(), False, name)
    if plan.why == "special" and announced.kind == day.weekday() and day.weekday() >= SATURDAY:
        return DayKind(MAKE_UP, True, name)  # the hall itself says that it works on this weekend
    return DayKind(announced.kind, True, name)


def in_china(day: date) -> DayKind:
    """By what the government has announced."""
    import chinese_calendar  # noqa: PLC0415  # a table that nothing but a forecast asks for

    try:
        off, holiday = chinese_calendar.get_holiday_detail(day)
    except NotImplementedError:
        return DayKind(day.weekday(), True)
    weekend = day.weekday() >= SATURDAY
    if weekend and not off:
        return DayKind(MAKE_UP, True, LIEU)
    if off and holiday:
        return DayKind(HOLIDAY, True, HOLIDAYS.get(holiday, Text("节假日", "Holiday")))
    return DayKind(day.weekday(), True)


def knows(year: int) -> bool:
    """Whether China's holidays of this year are known here."""
    import chinese_calendar  # noqa: PLC0415

    try:
        chinese_calendar.is_holiday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


def proposed(config: HallConfig, year: int) -> Iterator[SpecialDay]:
    """China's holidays of a year as days on which the hall is shut, and weekends on which it works."""
    day = date(year, 1, 1)
    while day.year == year and knows(year):
        announced = in_china(day)
        opens = ordinary_plan(config, day).hours is not None
        if announced.kind == HOLIDAY and opens:
            yield SpecialDay(day=day, name=announced.name)
        elif announced.kind == MAKE_UP and not opens:
            yield SpecialDay(day=day, name=announced.name, hours=config.hours)
        day += timedelta(days=1)
