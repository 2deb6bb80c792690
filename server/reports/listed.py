"""The tickets that a figure counts, every one of them and no other: what a report's row opens (Q05).

`of` says what the figure counts; the rest is the row's own place in its table. A row and its list ask the
same tables by the same conditions, and a test opens every row of every report and counts.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Column, ColumnElement, Table, desc, func, or_, select, true

from server.domain.config.config import HallConfig
from server.domain.config.hours import is_peak_day, peak_minutes
from server.domain.text import Text
from server.reports.period import Period
from server.reports.texts import OUTCOMES
from server.reports.waits import HALF_HOUR, name_of
from server.visits.past import CALL, LEG, RUNG, VISIT, Asked, Past

Of = Literal["called", "served", "rated", "asked", "cases", "cared", "explained", "watered", "rung", "calls"]
When = Literal["", "peak_hours", "off_peak_hours", "peak_days", "ordinary_days"]
Group = Literal["", "remedied", "cared", "ordinary"]
Order = Literal["taken", "longest"]
DAY = timedelta(days=1)
MINUTES = 60
Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is left out does not matter; a business, a clerk or a leader may be nobody's: ""."""

    of: Of
    service: str | None = None
    counter: str | None = None
    staff: str | None = None
    leader: str | None = None
    day: date | None = None
    clock: str = ""  # of the half-hour, "09:30"
    when: When = ""
    level: int = 0
    group: Group = ""
    act: str = ""
    after: int = 0  # seconds, of a rung


Narrowed = Callable[[Counted, Period, HallConfig], Condition]


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketListed:
    """A ticket as the figure counted it; `called_at` and `waited_seconds` are of the call that is meant."""

    ticket: str
    number: str
    service: Text
    priority: bool
    day: date
    issued_at: datetime
    called_at: datetime | None
    waited_seconds: float | None
    counter: Text
    staff: str
    outcome: Text
    remedy: str
    rating: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Which of them are shown."""

    order: Order = "taken"
    first: int = 0
    most: int = 100


def listed(
    past: Past, period: Period, config: HallConfig, counted: Counted, page: Page
) -> tuple[int, list[TicketListed]]:
    """How many there are, and those of them that stand on the page."""
    grain = GRAINS[counted.of]
    asked = _asked(grain, past, period).where(*_conditions(grain, counted, period, config))
    n = past.one(select(func.count()).select_from(asked.subquery()))[0]
    rows = past.rows(asked.order_by(*_order(grain, page.order)).offset(page.first).limit(page.most))
    return n, [_line(row, config) for row in rows]


def misplaced(counted: Counted) -> list[str]:
    """What the figure cannot be narrowed down by."""
    return [name for name in _given(counted) if name not in GRAINS[counted.of].by]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grain:
    """When a case of the figure happened, in which table, which of them count, and what tells them apart."""

    at: Column[Any]
    counts: Condition
    by: Mapping[str, Narrowed] = field(default_factory=dict)

    @property
    def table(self) -> Table:
        return self.at.table


def _same(column: Any, name: str) -> Narrowed:
    return lambda counted, period, config: column == getattr(counted, name)


def _half_hour(counted: Counted, period: Period, config: HallConfig) -> Condition:
    hour, minute = counted.clock.split(":")
    start = int(hour) * MINUTES + int(minute)
    return LEG.c.called_minute.between(start, start + HALF_HOUR - 1)


def _when(counted: Counted, period: Period, config: HallConfig) -> Condition:
    if counted.when in ("peak_hours", "off_peak_hours"):
        inside = LEG.c.called_minute.in_(peak_minutes(config))
    else:
        days = (period.first + n * DAY for n in range((period.last - period.first).days + 1))
        inside = LEG.c.called_day.in_([day for day in days if is_peak_day(config, day)])
    return ~inside if counted.when in ("off_peak_hours", "ordinary_days") else inside


def _group(counted: Counted, period: Period, config: HallConfig) -> Condition:
    groups: Mapping[str, Condition] = {
        "remedied": LEG.c.remedied,
        "cared": ~LEG.c.remedied & LEG.c.cared,
        "ordinary": ~LEG.c.remedied & ~LEG.c.cared,
    }
    return groups[counted.group]


def _who_cared(counted: Counted, period: Period, config: HallConfig) -> Condition:
    who = counted.staff
    return or_(
        EXPLAINED & (VISIT.c.explained_by == who),
        WATERED & (VISIT.c.watered_by == who),
    )


EXPLAINED, WATERED = VISIT.c.explained_at.is_not(None), VISIT.c.watered_at.is_not(None)
COUNTER, STAFF = _same(LEG.c.counter, "counter"), _same(LEG.c.staff, "staff")
CALLED = {
    "service": _same(LEG.c.service, "service"),
    "day": _same(LEG.c.called_day, "day"),
    "clock": _half_hour,
    "when": _when,
}
SERVED = {"service": _same(LEG.c.done, "service"), "counter": COUNTER, "staff": STAFF}
RATED = {"staff": STAFF, "level": _same(LEG.c.rating, "level")}
CASES = {"day": _same(VISIT.c.remedy_day, "day"), "leader": _same(VISIT.c.remedy_leader, "leader")}
RUNGS = {"act": _same(RUNG.c.act, "act"), "after": _same(RUNG.c.after_seconds, "after")}
GRAINS: Mapping[Of, Grain] = {
    "called": Grain(at=LEG.c.called_at, counts=LEG.c.called_at.is_not(None), by=CALLED),
    "served": Grain(at=LEG.c.ended_at, counts=LEG.c.served, by=SERVED),
    "rated": Grain(at=LEG.c.ended_at, counts=LEG.c.served & (LEG.c.rating > 0), by=RATED),
    "asked": Grain(at=LEG.c.ended_at, counts=LEG.c.served & LEG.c.wait_asked, by={"group": _group}),
    "cases": Grain(at=VISIT.c.remedy_due_at, counts=VISIT.c.remedy != "", by=CASES),
    "cared": Grain(at=VISIT.c.issued_at, counts=or_(EXPLAINED, WATERED), by={"staff": _who_cared}),
    "explained": Grain(at=VISIT.c.issued_at, counts=EXPLAINED),
    "watered": Grain(at=VISIT.c.issued_at, counts=WATERED),
    "rung": Grain(at=RUNG.c.at, counts=true(), by=RUNGS),
    "calls": Grain(at=CALL.c.at, counts=true()),
}
NARROWED = frozenset(name for grain in GRAINS.values() for name in grain.by)


def _given(counted: Counted) -> list[str]:
    return [name for name in sorted(NARROWED) if getattr(counted, name) != getattr(USUAL, name)]


USUAL = Counted(of="called")


def _conditions(grain: Grain, counted: Counted, period: Period, config: HallConfig) -> Iterator[Condition]:
    for name in _given(counted):
        yield grain.by[name](counted, period, config)


def _asked(grain: Grain, past: Past, period: Period) -> Asked:
    """Each with its visit; a rung has no call of its own and shows its visit's."""
    of = grain.table
    own = VISIT if of is RUNG else of
    called, outcome = (CALL.c.at, VISIT.c.outcome) if of is CALL else (own.c.called_at, own.c.outcome)
    columns = (
        VISIT.c.ticket,
        (CALL if of is CALL else VISIT).c.number,
        own.c.service,
        VISIT.c.priority,
        VISIT.c.day,
        VISIT.c.issued_at,
        called.label("called_at"),
        own.c.waited_seconds,
        own.c.counter,
        own.c.staff,
        outcome,
        VISIT.c.remedy,
        (LEG if of is LEG else VISIT).c.rating,
    )
    same = (of.c.hall_id == VISIT.c.hall_id) & (of.c.ticket == VISIT.c.ticket)
    source = select(*columns) if of is VISIT else select(*columns).join_from(of, VISIT, same)
    return source.where(past.within(grain.at, period.start, period.end), grain.counts)


def _order(grain: Grain, order: Order) -> tuple[Any, ...]:
    """In the order in which the numbers were given, or the longest wait first; who has none stands last."""
    of = grain.table
    usual = (VISIT.c.seq, *(of.c[name] for name in ("n", "after_seconds") if name in of.c))
    if order == "taken":
        return usual
    waited = (VISIT if of is RUNG else of).c.waited_seconds
    return (waited.is_(None), desc(waited), *usual)


def _line(row: Any, config: HallConfig) -> TicketListed:
    place = config.counter.get(row.counter)
    return TicketListed(
        ticket=row.ticket,
        number=row.number,
        service=name_of(row.service, config),
        priority=row.priority,
        day=row.day,
        issued_at=row.issued_at,
        called_at=row.called_at,
        waited_seconds=row.waited_seconds,
        counter=place.name if place else Text(row.counter, row.counter),
        staff=row.staff,
        outcome=OUTCOMES.get(row.outcome, Text(row.outcome, row.outcome)),
        remedy=row.remedy,
        rating=row.rating,
    )
