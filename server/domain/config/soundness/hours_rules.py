"""What is wrong with a hall's hours, lunch and days."""

import re
from collections.abc import Iterator

from server.domain.config.config import HallConfig
from server.domain.config.pieces.calendar import Hours
from server.domain.config.soundness.problems import Problem, named, repeated, say

CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


def hours_rules(config: HallConfig) -> Iterator[Problem]:
    if config.hours is not None:
        yield from hours_problems("hours", config.hours)
    if config.lunch is not None:
        yield from _span("lunch", config.lunch.begins, config.lunch.ends, "lunch")
    for n, span in enumerate(config.peak_hours):
        yield from hours_problems(f"peak_hours[{n}]", span)
    yield from _weekdays(config)
    yield from _special_days(config)


def _weekdays(config: HallConfig) -> Iterator[Problem]:
    for n, day in enumerate(config.weekdays):
        if day.hours is not None:
            yield from hours_problems(f"weekdays[{n}].hours", day.hours)
    for n in repeated([day.weekday for day in config.weekdays]):
        yield say("day_twice", f"weekdays[{n}]", said=config.weekdays[n].weekday)


def _special_days(config: HallConfig) -> Iterator[Problem]:
    for n, day in enumerate(config.special_days):
        if not named(day.name):
            yield say("day_unnamed", f"special_days[{n}].name", said=day.day)
        if day.hours is not None:
            yield from hours_problems(f"special_days[{n}].hours", day.hours)
    for n in repeated([day.day for day in config.special_days]):
        yield say("day_twice", f"special_days[{n}]", said=config.special_days[n].day)


def hours_problems(where: str, hours: Hours) -> Iterator[Problem]:
    yield from _span(where, hours.opens, hours.closes, "hours")


def _span(where: str, first: str, last: str, code: str) -> Iterator[Problem]:
    malformed = [typed for typed in (first, last) if not is_clock(typed)]
    for typed in malformed:
        yield say("clock", where, said=typed)
    if not malformed and last <= first:
        yield say(code, where, opens=first, closes=last)


def is_clock(typed: str) -> bool:
    return CLOCK.fullmatch(typed) is not None
