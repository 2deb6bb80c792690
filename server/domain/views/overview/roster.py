"""What of the roster is seen: on the board where counters lack and who is absent, and a whole day to plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from server.domain.config.hours import day_plan, local
from server.domain.hall import Hall
from server.domain.kept import same
from server.domain.roster.nouns import Post
from server.domain.roster.present import (
    SLOTS,
    Gap,
    NeededOf,
    clock_of,
    lacking,
    nobody_reckons,
    not_opened,
    openings,
    planned_counters,
    roster_of,
)
from server.domain.roster.rules import AHEAD
from server.domain.text import Text
from server.domain.views.names import NameOf, counter_name, nobody
from server.domain.views.parts import Named, named

LATE_AFTER = timedelta(minutes=5)  # nobody is told of less


@dataclass(frozen=True, slots=True, kw_only=True)
class LateCounter:
    """It should be open since `due`, by who is called `person`."""

    counter: str
    name: Text
    person: str
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterNow:
    """Of today, from now on."""

    gaps: tuple[Gap, ...] = ()
    late: tuple[LateCounter, ...] = ()
    absent: tuple[str, ...] = ()  # names


NO_ROSTER_NOW = RosterNow()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftRow:
    """`outside` the hall's hours; its counter opened `late_minutes` after it, null where nobody can tell."""

    person: str
    name: str
    post: Post
    counter: str
    begins: str
    ends: str
    absent: bool
    outside: bool
    late_minutes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfHour:
    """`needed` by what is expected; null where nobody has reckoned."""

    clock: str
    needed: int | None
    planned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonToPlan:
    login: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterDay:
    """One day, `days` that can be planned; `opens` is "" on a day on which the hall is shut."""

    day: date
    today: date
    days: tuple[date, ...]
    opens: str
    closes: str
    counters: tuple[Named, ...]
    people: tuple[PersonToPlan, ...]
    shifts: tuple[ShiftRow, ...]
    half_hours: tuple[HalfHour, ...]
    gaps: tuple[Gap, ...]


def roster_now(
    hall: Hall, now: datetime, needed: NeededOf = nobody_reckons, name_of: NameOf = nobody
) -> RosterNow:
    today = local(hall.setup, now)
    roster = roster_of(hall, today.date())
    if not roster.shifts:
        return NO_ROSTER_NOW
    late = (one for one in not_opened(hall, today.date(), now) if now - one.due >= LATE_AFTER)
    seen: RosterNow = same(
        RosterNow(
            gaps=lacking(hall, roster, needed(today.date()), since=f"{today:%H:%M}"),
            late=tuple(
                LateCounter(
                    counter=one.counter,
                    name=counter_name(hall, one.counter),
                    person=name_of(one.person),
                    due=one.due,
                )
                for one in late
            ),
            absent=tuple(map(name_of, roster.absent)),
        )
    )
    return seen


def roster_day(
    hall: Hall, now: datetime, day: date, needed: tuple[int, ...], people: Iterable[PersonToPlan]
) -> RosterDay:
    config, at = hall.setup, local(hall.setup, now)
    today = at.date()
    since = f"{at:%H:%M}" if day == today else ""  # what is over can be planned no more
    hours, roster = day_plan(config, day).hours, roster_of(hall, day)
    planned, known = planned_counters(hall, roster), tuple(people)
    names, late = {p.login: p.name for p in known}, _late(hall, day, now)
    first = {s.counter: s for s in sorted(roster.shifts, key=lambda s: s.begins, reverse=True)}
    return RosterDay(
        day=day,
        today=today,
        days=tuple(today + timedelta(days=n) for n in range(AHEAD + 1)),
        opens=hours.opens if hours else "",
        closes=hours.closes if hours else "",
        counters=named(config.counters),
        people=known,
        shifts=tuple(
            ShiftRow(
                person=s.person,
                name=names.get(s.person) or s.person,
                post=s.post,
                counter=s.counter,
                begins=s.begins,
                ends=s.ends,
                absent=s.person in roster.absent,
                outside=hours is None or s.begins < hours.opens or s.ends > hours.closes,
                late_minutes=late.get(s.counter) if first.get(s.counter) is s else None,
            )
            for s in roster.shifts
        ),
        half_hours=tuple(
            HalfHour(clock=clock_of(n), needed=needed[n] if needed else None, planned=planned[n])
            for n in range(SLOTS)
            if clock_of(n + 1) > since and (planned[n] or (needed and needed[n]))
        ),
        gaps=lacking(hall, roster, needed, since=since),
    )


def _late(hall: Hall, day: date, now: datetime) -> dict[str, int]:
    """Whole minutes that a counter opened after its first shift began, or has not for (O09)."""
    return {
        one.counter: max(0, int(((one.opened or now) - one.due).total_seconds() // 60))
        for one in openings(hall, day, now)
        if one.opened is not None or local(hall.setup, now).date() == day
    }
