"""When one waits least: the half-hours of each weekday, by the waits of whoever came in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from sqlalchemy import select

from server.domain.config.config import HallConfig
from server.domain.config.hours import ROUND_THE_CLOCK, ordinary_plan
from server.reports.period import DAY, Period
from server.reports.waits import HALF_HOUR
from server.visits.past import LEG, Past

WEEKS = 4
LEAST = 10  # visits, before a half-hour is spoken of
SHOWN = 3  # of a day
MINUTES = 60
MINUTE = 60.0  # s

Came = dict[tuple[int, int], list[float]]  # weekday and half-hour -> seconds each waited


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietTime:
    """Half of the `n` who came in this half-hour waited no longer than `minutes`."""

    begins: str
    ends: str
    minutes: int
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietDay:
    """`weekday` 1 is Monday; its quietest times, earliest first."""

    weekday: int
    times: tuple[QuietTime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietWeek:
    """Days of which too little is known, or which are as busy all day, are not here."""

    weeks: int
    days: tuple[QuietDay, ...]


def weeks_before(today: date, timezone: str) -> Period:
    """Today is not over: it would count its morning alone."""
    return Period(kind="week", first=today - timedelta(weeks=WEEKS), last=today - DAY, timezone=timezone)


def quiet_week(past: Past, period: Period, config: HallConfig) -> QuietWeek:
    came = _came(past, period)
    return QuietWeek(weeks=WEEKS, days=tuple(_days(came, config, period.last)))


def _came(past: Past, period: Period) -> Came:
    """A first wait counts from when somebody came; who left it counts nowhere, and nor does a later leg."""
    asked = select(LEG.c.issued_at, LEG.c.waited_seconds).where(
        past.issued(LEG, period.start, period.end), LEG.c.n == 0, LEG.c.called_at.is_not(None)
    )
    came: Came = defaultdict(list)
    for issued_at, waited in past.rows(asked):
        at = period.local(issued_at)
        came[at.isoweekday(), (at.hour * MINUTES + at.minute) // HALF_HOUR].append(waited)
    return came


def _days(came: Mapping[tuple[int, int], list[float]], config: HallConfig, last: date) -> Iterator[QuietDay]:
    for day in sorted((last - n * DAY for n in range(7)), key=date.isoweekday):
        weekday = day.isoweekday()
        of_day = {half: waits for (on, half), waits in came.items() if on == weekday}
        times = tuple(_quietest(of_day, config, day))
        if times:
            yield QuietDay(weekday=weekday, times=times)


def _quietest(of_day: Mapping[int, list[float]], config: HallConfig, day: date) -> Iterable[QuietTime]:
    """Below what the whole day is like: where all are alike none is quiet. By the hours in force now."""
    hours = ordinary_plan(config, day).hours
    if hours is None:
        return ()
    usual = _minutes([wait for waits in of_day.values() for wait in waits]) if of_day else 0
    known = [
        QuietTime(begins=_clock(half), ends=_clock(half + 1), minutes=_minutes(waits), n=len(waits))
        for half, waits in of_day.items()
        if len(waits) >= LEAST
    ]
    quiet = [
        time
        for time in known
        if time.minutes < usual
        and (hours is ROUND_THE_CLOCK or (hours.opens <= time.begins and time.ends <= hours.closes))
    ]
    shortest = sorted(quiet, key=lambda time: (time.minutes, time.begins))[:SHOWN]
    return sorted(shortest, key=lambda time: time.begins)


def _minutes(waits: list[float]) -> int:
    """Rounded up: whoever is told of four minutes does not wait five."""
    return int(-(-median(waits) // MINUTE))


def _clock(half: int) -> str:
    minute = half * HALF_HOUR
    return f"{minute // MINUTES:02}:{minute % MINUTES:02}"
