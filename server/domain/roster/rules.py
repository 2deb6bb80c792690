"""Rules for the roster: a day is planned as a whole, nobody and no counter twice at once; who is absent.

A shift outside the hall's hours may be: somebody opens up and somebody cleans. Who a person is, is known
beside the hall (`asking/desk.py` refuses a stranger).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from server.domain.config.hours import local
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.queue.refusals import UNKNOWN_COUNTER
from server.domain.roster import commands as c
from server.domain.roster import events as e
from server.domain.roster.nouns import NO_ROSTER, Post, Shift
from server.domain.roster.refusals import (
    COUNTER_TWICE,
    NOT_ON_ROSTER,
    PERSON_TWICE,
    ROSTER_CHANGED,
    ROSTER_DAY_OVER,
    ROSTER_TOO_FAR,
    SHIFT_CLOCK,
)
from server.domain.values import replace

AHEAD = 31  # days
BEGINS, ENDS = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII), re.compile(r"24:00", re.ASCII)


def plan_day(hall: Hall, command: c.PlanDay, now: Now) -> tuple[Event, ...]:
    _require_to_come(hall, command.day, now)
    shifts = tuple(_sound(hall, shift) for shift in command.shifts)
    for twice in _twice(shifts, lambda s: s.person):
        raise PERSON_TWICE(person=twice.person, begins=twice.begins, ends=twice.ends)
    for twice in _twice((s for s in shifts if s.post is Post.COUNTER), lambda s: s.counter):
        place = hall.setup.counter[twice.counter].name
        raise COUNTER_TWICE(counter=place, person=twice.person, begins=twice.begins, ends=twice.ends)
    stands = hall.roster.days.get(command.day.isoformat(), NO_ROSTER).shifts
    if shifts == stands:
        return ()
    if command.seen is not None and frozenset(command.seen) != frozenset(stands):
        raise ROSTER_CHANGED(day=command.day.isoformat())
    return (e.DayPlanned(at=now.at, day=command.day, shifts=shifts, by=command.by),)


def mark_absence(hall: Hall, command: c.MarkAbsence, now: Now) -> tuple[Event, ...]:
    _require_to_come(hall, command.day, now)
    roster = hall.roster.days.get(command.day.isoformat(), NO_ROSTER)
    if all(shift.person != command.person for shift in roster.shifts):
        raise NOT_ON_ROSTER(person=command.person)
    if command.absent == (command.person in roster.absent):
        return ()
    moved = e.PersonAbsent if command.absent else e.PersonBack
    return (moved(at=now.at, day=command.day, person=command.person, by=command.by),)


def _require_to_come(hall: Hall, day: date, now: Now) -> None:
    today = local(hall.setup, now.at).date()
    if day < today:
        raise ROSTER_DAY_OVER(day=day.isoformat())
    if day > today + timedelta(days=AHEAD):
        raise ROSTER_TOO_FAR(most=AHEAD)


def _sound(hall: Hall, shift: Shift) -> Shift:
    if shift.post is Post.COUNTER and shift.counter not in hall.setup.counter:
        raise UNKNOWN_COUNTER(counter=shift.counter)
    ends = BEGINS.fullmatch(shift.ends) or ENDS.fullmatch(shift.ends)
    if not BEGINS.fullmatch(shift.begins) or not ends or shift.begins >= shift.ends:
        raise SHIFT_CLOCK(person=shift.person, begins=shift.begins, ends=shift.ends)
    return shift if shift.post is Post.COUNTER else replace(shift, counter="")


def _twice(shifts: Iterable[Shift], of: Callable[[Shift], str]) -> Iterator[Shift]:
    """Of two shifts at once the earlier one."""
    newest: dict[str, Shift] = {}
    for shift in sorted(shifts, key=lambda s: (s.begins, s.ends)):
        before = newest.get(of(shift))
        if before is not None and shift.begins < before.ends:
            yield before
        newest[of(shift)] = shift
