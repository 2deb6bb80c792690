"""What a hall knows on its first day: how many customers its owner types in, and how its trade runs."""

from collections.abc import Mapping

from server.domain.config.config import HallConfig
from server.domain.config.hours import ROUND_THE_CLOCK
from server.domain.config.pieces.calendar import Hours
from server.insight.forecast.counts import HALF_HOUR, SLOTS, Floats
from server.insight.forecast.profile import Guess
from server.later import np
from server.packs.courses import COURSES, FIRST_HOUR, USUAL


def guesses(config: HallConfig) -> Mapping[str, Guess]:
    """Of the businesses of which a number a day was typed in."""
    course = _course(config)
    return {
        service.id: Guess(a_day=float(service.daily_customers), course=course)
        for service in config.services
        if service.daily_customers
    }


def _course(config: HallConfig) -> Floats:
    weights = np.zeros(SLOTS)
    hourly = COURSES.get(config.industry, USUAL)
    weights[FIRST_HOUR * 2 : FIRST_HOUR * 2 + 2 * len(hourly)] = np.repeat(hourly, 2)
    weights = weights * open_slots(config.hours)
    if weights.sum() <= 0:  # open at hours of which nothing is told
        weights = open_slots(config.hours)
    course: Floats = weights / weights.sum()
    return course


def open_slots(hours: Hours | None) -> Floats:
    """1 for a half-hour in which the doors are open at all; numbers may be given shortly before."""
    if hours is None or hours is ROUND_THE_CLOCK:
        return np.ones(SLOTS)
    opens, closes = _minute(hours.opens) - HALF_HOUR, _minute(hours.closes)
    begins = np.arange(SLOTS) * HALF_HOUR
    slots: Floats = ((begins + HALF_HOUR > opens) & (begins < closes)).astype(np.float64)
    return slots


def _minute(clock: str) -> int:
    hour, minute = map(int, clock.split(":"))
    return hour * 60 + minute
