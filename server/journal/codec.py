"""Between the domain's values and the rows' JSON."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import from_json, to_json

from server.domain.areas import EVENTS
from server.domain.care.nouns import Care
from server.domain.config.config import HallConfig
from server.domain.event import Event
from server.domain.evolve import evolve
from server.domain.hall import (
    Alert,
    Carried,
    Counter,
    DeviceHealth,
    Hall,
    Lease,
    Plan,
    RecentCall,
    Restored,
    Suspension,
    Tally,
    Ticket,
)
from server.domain.opinion.nouns import Opinion
from server.domain.queue.events import ClockSettled
from server.journal import Entry, JournalDamaged, Named, Recorded
from server.journal.stamp import stamp

Row = dict[str, Any]


class OtherShape(ValueError):
    """The rows are of another version: nothing is taken from them, the events tell the hall."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HallState:
    """What a hall's own row holds: all but set-up, tickets and counters."""

    at: datetime
    day: date | None
    numbered_on: date | None
    issued: Mapping[str, int]
    calls: Mapping[str, int]
    priority_run: Mapping[str, int]
    tallies: Mapping[str, Tally]
    recent: tuple[RecentCall, ...]
    suspended: Mapping[str, Suspension]
    devices: Mapping[str, DeviceHealth]
    alerts: Mapping[str, Alert]
    care: Care
    restored: Restored | None = None
    carried: Mapping[str, Carried] = field(default_factory=dict)
    series: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    leases: Mapping[str, Lease] = field(default_factory=dict)
    opinion: Opinion = field(default_factory=Opinion)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    config: HallConfig | None
    plans: Mapping[str, Plan]


_STATE_FIELDS = tuple(f.name for f in fields(HallState))


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def event_row(hall_id: str, recorded: Recorded) -> Row:
    return {
        "hall_id": hall_id,
        "epoch": recorded.epoch,
        "seq": recorded.seq,
        "at": recorded.event.at.isoformat(),
        "kind": type(recorded.event).__name__,
        "actor": recorded.actor,
        "body": to_json(recorded.event).decode(),
    }


def recorded(epoch: int, seq: int, kind: str, actor: str, body: str, *, newest: int = 0) -> Recorded:
    """Raises `JournalDamaged` for what is no event, or none that this version knows."""
    try:
        event: Event = _adapter(EVENTS[kind]).validate_json(body)
    except (ValueError, LookupError, TypeError) as torn:
        raise JournalDamaged(seq) from torn
    return Recorded(epoch=epoch, seq=seq, actor=actor, event=event, newest=epoch >= newest)


def intact(events: Iterable[Sequence[Any]], *, newest: int = 0) -> Iterator[Recorded]:
    """Events read in a row; raises `JournalDamaged` at one that is missing or cannot be read.

    The first may lie further back: the set-up in force before the rest.
    """
    before: int | None = None
    for nth, row in enumerate(events):
        seq = row[1]
        if nth > 1 and before is not None and seq != before + 1:
            raise JournalDamaged(before + 1)
        yield recorded(*row, newest=newest)
        before = seq


def request_row(hall: Hall, entry: Entry) -> Row:
    seqs = [r.seq for r in entry.recorded]
    return {
        "hall_id": hall.id,
        "name": entry.request,
        "kind": entry.kind,
        "epoch": hall.epoch,
        "first_seq": seqs[0] if seqs else hall.seq + 1,
        "last_seq": seqs[-1] if seqs else hall.seq,
        "at": hall.at.isoformat(),
    }


def hall_row(hall: Hall) -> Row:
    state = {"stamp": stamp(), **{name: getattr(hall, name) for name in _STATE_FIELDS}}
    return {"hall_id": hall.id, "epoch": hall.epoch, "seq": hall.seq, "body": to_json(state).decode()}


def setup_json(hall: Hall) -> str:
    """The set-up and what is planned for it: large, and seldom changed."""
    return to_json(Setup(config=hall.config, plans=hall.plans)).decode()


def ticket_row(hall_id: str, ticket: Ticket) -> Row:
    return {
        "hall_id": hall_id,
        "ticket_id": ticket.id,
        "number": ticket.number,
        "queue": ticket.leg.queue,
        "state": ticket.state.value,
        "issued_at": ticket.issued_at.isoformat(),
        "body": to_json(ticket).decode(),
    }


def counter_row(hall_id: str, counter: Counter) -> Row:
    return {
        "hall_id": hall_id,
        "counter_id": counter.id,
        "state": counter.state.value,
        "body": to_json(counter).decode(),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """The rows a batch writes beside its events."""

    new_day: bool
    tickets: tuple[Ticket, ...]
    counters: tuple[Counter, ...]
    gone_counters: tuple[str, ...]


def touched(before: Hall, after: Hall, entries: Iterable[Entry]) -> Touched:
    """Every change of a ticket comes by an event that names it; counters are few enough to compare."""
    events = [r.event for entry in entries for r in entry.recorded]
    new_day = before.numbered_on != after.numbered_on
    named = dict.fromkeys(e.ticket for e in events if hasattr(e, "ticket"))
    # A day that turns drops every row, and a clock that is settled changes every time.
    if new_day or any(isinstance(e, ClockSettled) for e in events):
        named = dict.fromkeys((*named, *after.tickets, *after.ended))
    found = (after.ticket(t) for t in named)
    return Touched(
        new_day=new_day,
        tickets=tuple(t for t in found if t is not None),
        counters=tuple(c for i, c in after.counters.items() if before.counters.get(i) is not c),
        gone_counters=tuple(i for i in before.counters if i not in after.counters),
    )


def hall_from(
    hall_id: str,
    row: Sequence[Any] | None,
    tickets: Iterable[str],
    counters: Iterable[str],
    *,
    any_shape: bool = False,
) -> Hall:
    """Put a hall together from its rows; `row` is epoch, seq, config and body. Raises `OtherShape`."""
    if row is None:
        return Hall(id=hall_id)
    epoch, seq, setup, body = row
    if not any_shape and not body.startswith(f'{{"stamp":"{stamp()}",') and from_json(body):
        raise OtherShape
    made = _setup_from(setup)
    state: HallState = _adapter(HallState).validate_json(body)
    both = [_adapter(Ticket).validate_json(body) for body in tickets]
    return Hall(
        id=hall_id,
        epoch=epoch,
        seq=seq,
        config=made.config,
        plans=made.plans,
        tickets={t.id: t for t in both if not t.has_ended},
        ended={t.id: t for t in both if t.has_ended},
        counters={c.id: c for c in map(_adapter(Counter).validate_json, counters)},
        **{name: getattr(state, name) for name in _STATE_FIELDS},
    )


def _setup_from(body: str) -> Setup:
    if body.startswith('{"config":'):
        made: Setup = _adapter(Setup).validate_json(body)
        return made
    # Written before changes could be planned.
    return Setup(config=_adapter(HallConfig | None).validate_json(body), plans={})


def replayed(hall_id: str, row: Sequence[Any] | None, events: Iterable[Sequence[Any]]) -> Hall:
    """Put a hall together from its events; the epoch is its row's, which alone knows of one just begun."""
    hall = Hall(id=hall_id)
    for event in events:
        read = recorded(*event)
        hall = evolve(replace(hall, epoch=read.epoch), read.event)
    return hall if row is None else replace(hall, epoch=row[0])


def names_from(rows: Iterable[Sequence[Any]]) -> dict[str, Named]:
    return {
        name: Named(kind=kind, epoch=epoch, first_seq=first, last_seq=last)
        for name, kind, epoch, first, last in rows
    }
