"""A whole hall at one place of its journal, packed: what a start takes, so that it replays the tail only.

Everything about it may be wrong without harm: the events tell the hall, a snapshot only tells it sooner.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import timedelta
from functools import cache
from itertools import islice
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import to_json

from server.domain.hall import DAWN, Hall
from server.journal.stamp import stamp

FEW = 64  # entries made into text at once: other threads go on in between
QUICK = 3  # zlib's level: a tenth of the text in half the time of the best
LEAST, MOST = 300, 5000  # events between two
DAYS = timedelta(days=14)
BYTES_AN_EVENT = 60  # that snapshots may add to what an event costs


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    epoch: int
    seq: int
    at: str
    stamp: str
    body: bytes


def taken(hall: Hall) -> Snapshot:
    """Takes a while with thousands of tickets: not in the loop."""
    packer = zlib.compressobj(QUICK)
    body = b"".join((*map(packer.compress, _pieces(hall)), packer.flush()))
    return Snapshot(epoch=hall.epoch, seq=hall.seq, at=hall.at.isoformat(), stamp=stamp(), body=body)


def unpacked(body: bytes, hall_id: str, seq: int) -> Hall:
    """Raises `ValueError` or `zlib.error` for what is torn, of another shape or of another place."""
    hall: Hall = _adapter().validate_json(zlib.decompress(body))
    if (hall.id, hall.seq) != (hall_id, seq):
        raise ValueError(f"{hall.id} {hall.seq}")
    return hall


def is_due(since: int, size: int) -> bool:
    """After so many events since one of this size; a large hall's cost is spread over more of them."""
    return since >= min(max(LEAST, size // BYTES_AN_EVENT), MOST)


def kept_since(hall: Hall) -> str:
    """Back to when the first of each day is kept."""
    return (hall.at - DAYS).isoformat() if hall.at - DAWN > DAYS else ""


@cache
def _adapter() -> TypeAdapter[Hall]:
    return TypeAdapter(Hall)


def _pieces(hall: Hall) -> Iterator[bytes]:
    before = b"{"
    for field in fields(hall):
        yield b'%s"%s":' % (before, field.name.encode())
        yield from _value(getattr(hall, field.name))
        before = b","
    yield b"}"


def _value(value: Any) -> Iterable[bytes]:
    if not isinstance(value, dict) or len(value) <= FEW:  # an abstract kind is asked ten times as long
        return (to_json(value),)
    return _many(value)


def _many(entries: Mapping[str, Any]) -> Iterator[bytes]:
    left, before = iter(entries.items()), b"{"
    while some := dict(islice(left, FEW)):
        yield before + to_json(some)[1:-1]
        before = b","
    yield b"}"
