"""What a roster means at a time: who is planned and here, where counters lack, which open late (Q14, O09)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from server.domain.config.hours import moment
from server.domain.hall import CounterState, Hall
from server.domain.roster.nouns import NO_ROSTER, DayRoster, Post, Shift

HALF_HOUR, SLOTS = 30, 48  # minutes; of a day
MOST_OF_IT = HALF_HOUR / 2  # minutes of a half-hour that make its counter an open one

NeededOf = Callable[[date], tuple[int, ...]]


def nobody_reckons(day: date) -> tuple[int, ...]:
    """Where nobody knows how many counters a day needs."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """So many counters lack from "HH:MM" to "HH:MM"."""

    begins: str
    ends: str
    lacking: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """When a counter's first shift of the day began, and when it really opened; None: not yet."""

    counter: str
    person: str
    due: datetime
    opened: datetime | None


def roster_of(hall: Hall, day: date) -> DayRoster:
    return hall.roster.days.get(day.isoformat(), NO_ROSTER)


def at_counters(hall: Hall, roster: DayRoster) -> Iterator[Shift]:
    """Shifts of who is here, at counters that there are."""
    known = hall.config.counter if hall.config else {}
    return (
        s
        for s in roster.shifts
        if s.post is Post.COUNTER and s.counter in known and s.person not in roster.absent
    )


def planned_counters(hall: Hall, roster: DayRoster) -> tuple[int, ...]:
    """By half-hour; whoever is absent opens none."""
    minutes: dict[tuple[str, int], int] = {}
    for shift in at_counters(hall, roster):
        begins, ends = _minute(shift.begins), _minute(shift.ends)
        for slot in range(begins // HALF_HOUR, -(-ends // HALF_HOUR)):
            inside = min(ends, (slot + 1) * HALF_HOUR) - max(begins, slot * HALF_HOUR)
            minutes[shift.counter, slot] = minutes.get((shift.counter, slot), 0) + inside
    open_ = [slot for (_, slot), inside in minutes.items() if inside >= MOST_OF_IT]
    return tuple(open_.count(slot) for slot in range(SLOTS))


def lacking(hall: Hall, roster: DayRoster, needed: Sequence[int], *, since: str = "") -> tuple[Gap, ...]:
    """Where fewer are planned and here than are needed; of a day that nobody has planned nothing is said."""
    if not any(s.post is Post.COUNTER for s in roster.shifts):
        return ()
    planned = planned_counters(hall, roster)
    short = [
        (clock_of(slot), needs - has)
        for slot, (needs, has) in enumerate(zip(needed, planned, strict=False))
        if needs > has and clock_of(slot + 1) > since
    ]
    return tuple(Gap(begins=begins, ends=ends, lacking=n) for begins, ends, n in gaps(short))


def gaps(slots: Sequence[tuple[str, int]]) -> list[tuple[str, str, int]]:
    """From, to, and how many counters lack: half-hours that lack as many stand together (Q14)."""
    together: list[tuple[str, str, int]] = []
    for clock, short in slots:
        if not short:
            continue
        ends = clock_of(_minute(clock) // HALF_HOUR + 1)
        if together and together[-1][1] == clock and together[-1][2] == short:
            together[-1] = (together[-1][0], ends, short)
        else:
            together.append((clock, ends, short))
    return together


def openings(hall: Hall, day: date, now: datetime) -> tuple[Opening, ...]:
    """Of counters whose first shift of the day has begun, in the order of their times."""
    first: dict[str, Shift] = {}
    for shift in sorted(at_counters(hall, roster_of(hall, day)), key=lambda s: s.begins):
        first.setdefault(shift.counter, shift)
    begun = ((s, moment(hall.setup, day, s.begins)) for s in first.values())
    return tuple(
        Opening(counter=s.counter, person=s.person, due=due, opened=_opened(hall, s.counter, day))
        for s, due in begun
        if due <= now
    )


def not_opened(hall: Hall, day: date, now: datetime) -> tuple[Opening, ...]:
    """Those still closed while their first shift lasts."""
    counters: Mapping[str, object] = {
        c.id: c for c in hall.counters.values() if c.state is CounterState.CLOSED
    }
    on_now = {
        s.counter for s in at_counters(hall, roster_of(hall, day)) if moment(hall.setup, day, s.ends) > now
    }
    return tuple(
        one
        for one in openings(hall, day, now)
        if one.opened is None and one.counter in counters and one.counter in on_now
    )


def _opened(hall: Hall, counter: str, day: date) -> datetime | None:
    at = hall.roster.opened.get(counter)
    if at is None or not moment(hall.setup, day, "00:00") <= at < moment(hall.setup, day, "24:00"):
        return None
    return at


def clock_of(slot: int) -> str:
    return f"{slot // 2:02}:{slot % 2 * HALF_HOUR:02}"


def _minute(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])
