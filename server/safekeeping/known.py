"""How far this folder's hall had come: an older file in its place is noticed, whoever put it there.

A file copied back by hand, a `-wal` that was taken away, or another hall's in its place: SQLite opens what it
finds, whole, but older or of another past. It would give the lost numbers again. So it keeps beside its
journal how far that had come and by which event; a start that finds less, or another event there, goes on as
after a restore, and says so.
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
    """`hall` tells one hall from another, however it is called; `last` the event at `seq` from any other."""

    hall: str
    epoch: int
    seq: int
    last: str = ""


async def hall_of(journal: SqliteJournal) -> str:
    """ "" while nothing has been written: an empty folder is no hall yet."""
    beginning = await journal.beginning()
    return _mark(beginning) if beginning else ""


async def last_of(journal: SqliteJournal, seq: int) -> str:
    return _mark(await journal.written(seq))


def read_known(data: Path) -> Known | None:
    try:
        kept = json.loads((data / KNOWN).read_text(encoding="utf-8"))
        return Known(
            hall=str(kept["hall"]),
            epoch=int(kept["epoch"]),
            seq=int(kept["seq"]),
            last=str(kept.get("last", "")),  # notes of before had none
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_known(data: Path, known: Known) -> None:
    write_note(data / KNOWN, json.dumps(asdict(known)))


async def came_otherwise(journal: SqliteJournal, hall: Hall, hall_mark: str, known: Known) -> bool:
    """Whether the hall that lies here had come further already, or has another past than the one that ran."""
    if known.hall != hall_mark or hall.epoch > known.epoch:  # another hall's note; a restore that was told
        return False
    if (hall.epoch, hall.seq) < (known.epoch, known.seq):
        return True
    return known.last not in ("", await last_of(journal, known.seq))


def _mark(written: str) -> str:
    return hashlib.sha256(written.encode()).hexdigest()
