"""The tickets that a figure counts, every one of them and no other: what a report's row opens (Q05).

`of` says what the figure counts; the rest is the row's own place in its table.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import desc, func, select

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.reports.drilling.grains import GRAINS, Condition, Counted, Grain, given
from server.reports.period import Period
from server.reports.texts import OUTCOMES
from server.reports.waits import name_of
from server.visits.past import CALL, LEG, VISIT, Asked, Past

Order = Literal["taken", "longest"]


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


def _conditions(grain: Grain, counted: Counted, period: Period, config: HallConfig) -> Iterator[Condition]:
    for name in given(counted):
        yield grain.by[name](counted, period, config)


def _asked(grain: Grain, past: Past, period: Period) -> Asked:
    """Each with its visit; a rung or an act at the door has no call of its own and shows its visit's."""
    of = grain.table
    own = of if of in (LEG, CALL) else VISIT
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
    usual = (VISIT.c.seq, *(of.c[name] for name in ("n", "after_seconds", "seq") if name in of.c))
    if order == "taken":
        return usual
    waited = (of if of in (LEG, CALL) else VISIT).c.waited_seconds
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
