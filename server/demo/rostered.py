"""Who is meant to work where in a demo hall: today until the evening, and tomorrow (Q14)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from server.demo.people import CLERKS, GUIDE_NUMBER, LEADER_NUMBER
from server.domain.config.config import HallConfig
from server.domain.config.pieces.places import CounterPlace
from server.domain.roster.commands import PlanDay
from server.domain.roster.nouns import Post, Shift

WORKS = 9  # hours of a day
MIDNIGHT = 24


def seats(config: HallConfig) -> list[tuple[str, CounterPlace]]:
    """Who sits where; the floating counter is for whoever tries the demo."""
    return list(zip(CLERKS, (place for place in config.counters if not place.floating), strict=False))


def rosters(config: HallConfig, start: datetime, now: datetime) -> tuple[PlanDay, ...]:
    """Of the days that this time lies on, and of the next one, which lacks somebody in the afternoon."""
    zone = ZoneInfo(config.timezone)
    begins, today = start.astimezone(zone), now.astimezone(zone).date()
    tomorrow = today + timedelta(days=1)
    next_one = _planned(tomorrow, (*_shifts(config, 8, 12, CLERKS), *_shifts(config, 13, 17, CLERKS[:-1])))
    if begins.date() == today:
        ends = min(begins.hour + WORKS, MIDNIGHT)
        return _planned(today, _shifts(config, begins.hour, ends, CLERKS, begins.minute)), next_one
    return (  # it began before midnight
        _planned(begins.date(), _shifts(config, begins.hour, MIDNIGHT, CLERKS, begins.minute)),
        _planned(today, _shifts(config, 0, WORKS, CLERKS)),
        next_one,
    )


def _planned(day: date, shifts: tuple[Shift, ...]) -> PlanDay:
    return PlanDay(day=day, shifts=shifts, by=LEADER_NUMBER)


def _shifts(
    config: HallConfig, first: int, last: int, clerks: tuple[str, ...], minute: int = 0
) -> tuple[Shift, ...]:
    """`minute`: of the first hour; they sit down at once, and nobody is late."""
    begins, ends = f"{first:02}:{minute:02}", f"{last:02}:00"
    return (
        Shift(person=LEADER_NUMBER, post=Post.LEADER, begins=begins, ends=ends),
        Shift(person=GUIDE_NUMBER, post=Post.GUIDE, begins=begins, ends=ends),
        *(
            Shift(person=staff, counter=place.id, begins=begins, ends=ends)
            for staff, place in seats(config)
            if staff in clerks
        ),
    )
