"""Between the domain's values and the rows' JSON."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import fields
from datetime import datetime, timedelta
from functools import cache
from itertools import islice
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import to_json

from server.domain.areas import EVENTS
from server.domain.event import Event
from server.domain.evolve import fold
from server.domain.hall import Hall
from server.domain.refusals import Refused
from server.domain.values import replace
from server.journal import Entry, JournalDamaged, Named, Recorded
from server.journal.snapshots import Snapshot

Row = dict[str, Any]

AT_ONCE = 200  # events
KEPT = timedelta(hours=24)  # at least: names of requests


# What a torn text makes of decoding, and an event that does not fit of evolving.
ODD = (ValueError, LookupError, TypeError, AttributeError, AssertionError, Refused, JournalDamaged)


def event_row(hall_id: str, recorded: Recorded, request: str) -> Row:
    return {
        "hall_id": hall_id,
        "epoch": recorded.epoch,
        "seq": recorded.seq,
        "at": recorded.event.at.isoformat(),
        "kind": type(recorded.event).__name__,
        "actor": recorded.actor,
        "body": to_json(recorded.event).decode(),
        "request": request,
    }


def recorded(epoch: int, seq: int, kind: str, actor: str, body: str, *, newest: int = 0) -> Recorded:
    """Raises `JournalDamaged` for what is no event, or none that this version knows."""
    event = _event(seq, kind, body)
    return Recorded(epoch=epoch, seq=seq, actor=actor, event=event, newest=epoch >= newest)


def _event(seq: int, kind: str, body: str) -> Event:
    try:
        event: Event = _reader(kind)(body)
    except (ValueError, LookupError, TypeError) as torn:
        raise JournalDamaged(seq) from torn
    return event


@cache
def _reader(kind: str) -> Callable[[str], Any]:
    """What the adapter itself asks: half of a replay's reading was the way there."""
    read: Callable[[str], Any] = TypeAdapter(EVENTS[kind]).validator.validate_json
    return read


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


def silent_row(hall: Hall, entry: Entry) -> Row:
    """Of a request that led to nothing; any other is named by its events."""
    return {
        "hall_id": hall.id,
        "name": entry.request,
        "kind": entry.kind,
        "epoch": hall.epoch,
        "first_seq": hall.seq + 1,
        "last_seq": hall.seq,
        "at": hall.at.isoformat(),
    }


def snapshot_row(hall_id: str, snapshot: Snapshot) -> Row:
    return {"hall_id": hall_id, **{f.name: getattr(snapshot, f.name) for f in fields(snapshot)}}


def folded(hall: Hall, events: Iterable[Sequence[Any]]) -> Hall:
    """What events make of a hall; raises `JournalDamaged` or another of `ODD`."""
    return fold(hall, _decoded(events))


def _decoded(events: Iterable[Sequence[Any]]) -> Iterator[tuple[int, Event]]:
    """Some at once: reading, decoding and moving in turn for each costs a tenth more."""
    rows = iter(events)
    while some := list(islice(rows, AT_ONCE)):
        yield from [(epoch, _event(seq, kind, body)) for epoch, seq, kind, _, body in some]


def told_as_far_as_can_be(hall: Hall, events: Iterable[Sequence[Any]]) -> Hall:
    """Leaves out what cannot be read or does not fit; for a journal that is not whole."""
    for row in events:
        with suppress(*ODD):
            hall = folded(hall, [row])
        hall = replace(hall, seq=row[1])
    return hall


def replayed(hall_id: str, events: Iterable[Sequence[Any]]) -> Hall:
    """Put a hall together from its events alone."""
    return folded(Hall(id=hall_id), events)


def names_from(rows: Iterable[Sequence[Any]]) -> dict[str, Named]:
    return {name: Named(epoch=epoch, first_seq=first, last_seq=last) for name, epoch, first, last in rows}


def names_kept_from(newest: str) -> str:
    """As rows tell time, a day before the newest event."""
    return (datetime.fromisoformat(newest) - KEPT).isoformat()
