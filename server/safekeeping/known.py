"""How far this folder's hall had come: an older file in its place is noticed, whoever put it there.

A file copied back by hand, a `-wal` that was taken away: SQLite opens what it finds, whole and older. It
would give the lost numbers again. So it keeps beside its journal how far that had come, and a start
that finds less goes on as after a restore, and says so.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from server.domain.hall import Hall
from server.journal.files import write_note
from server.journal.sqlite import SqliteJournal

KNOWN = "known.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """`hall` tells one hall from another, however it is called."""

    hall: str
    epoch: int
    seq: int


async def hall_of(journal: SqliteJournal) -> str:
    return hashlib.sha256((await journal.beginning()).encode()).hexdigest()


def read_known(data: Path) -> Known | None:
    try:
        kept = json.loads((data / KNOWN).read_text(encoding="utf-8"))
        return Known(hall=str(kept["hall"]), epoch=int(kept["epoch"]), seq=int(kept["seq"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_known(data: Path, known: Known) -> None:
    write_note(data / KNOWN, json.dumps(asdict(known)))


def is_older(hall: Hall, here: str, known: Known | None) -> bool:
    """Whether the hall that lies here had come further already."""
    return known is not None and known.hall == here and (hall.epoch, hall.seq) < (known.epoch, known.seq)
