"""What each event of the roster makes of the hall, and which days are forgotten."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from server.domain.area import Move, Observe
from server.domain.config.hours import local
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.queue import events as q
from server.domain.roster import events as e
from server.domain.roster.nouns import NO_ROSTER, DayRoster
from server.domain.values import replace

KEPT = timedelta(days=7)  # behind today: the same day of last week can be copied


def _planned(hall: Hall, event: e.DayPlanned) -> Hall:
    people = {shift.person for shift in event.shifts}
    absent = tuple(p for p in _of(hall, event.day).absent if p in people)
    return _with_day(hall, event, DayRoster(shifts=event.shifts, absent=absent))


def _absent(hall: Hall, event: e.PersonAbsent) -> Hall:
    known = _of(hall, event.day)
    return _with_day(hall, event, replace(known, absent=(*_others(known, event), event.person)))


def _back(hall: Hall, event: e.PersonBack) -> Hall:
    known = _of(hall, event.day)
    return _with_day(hall, event, replace(known, absent=_others(known, event)))


def _others(known: DayRoster, event: e.AbsenceMoved) -> tuple[str, ...]:
    return tuple(p for p in known.absent if p != event.person)


def _of(hall: Hall, day: date) -> DayRoster:
    return hall.roster.days.get(day.isoformat(), NO_ROSTER)


def _with_day(hall: Hall, event: e.DayPlanned | e.AbsenceMoved, roster: DayRoster) -> Hall:
    """A hall that never opens forgets, too."""
    days = {**hall.roster.days, event.day.isoformat(): roster}
    return _with(hall, days=_recent(hall, days, event.at))


def _recent(hall: Hall, days: Mapping[str, DayRoster], now: datetime) -> Mapping[str, DayRoster]:
    if hall.config is None:
        return days
    first = (local(hall.config, now).date() - KEPT).isoformat()
    return {day: r for day, r in days.items() if day >= first and (r.shifts or r.absent)}


def _new_day(hall: Hall, event: q.DayOpened) -> Hall:
    if not hall.roster.days and not hall.roster.opened:
        return hall
    opened = {c: at for c, at in hall.roster.opened.items() if _same_day(hall, at, event.at)}
    return _with(hall, days=_recent(hall, hall.roster.days, event.at), opened=opened)


def _opened(hall: Hall, event: q.CounterOpened) -> Hall:
    before = hall.roster.opened.get(event.counter)
    if before is not None and _same_day(hall, before, event.at):
        return hall
    return _with(hall, opened={**hall.roster.opened, event.counter: event.at})


def _same_day(hall: Hall, one: datetime, other: datetime) -> bool:
    if hall.config is None:
        return one.date() == other.date()
    return local(hall.config, one).date() == local(hall.config, other).date()


def _with(hall: Hall, **changes: Any) -> Hall:
    return replace(hall, roster=replace(hall.roster, **changes))


MOVES: Mapping[type[Event], Move] = {e.DayPlanned: _planned, e.PersonAbsent: _absent, e.PersonBack: _back}
OBSERVE: Mapping[type[Event], Observe] = {q.DayOpened: _new_day, q.CounterOpened: _opened}
