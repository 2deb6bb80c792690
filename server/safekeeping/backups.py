"""Writes a backup: everything a hall needs on another box, opened again and proved before it has its name."""

import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from server.journal.copies import copy_database
from server.journal.files import flushed, settle
from server.journal.going import Going, unseen
from server.journal.wholeness import Damage
from server.safekeeping.archive import NotABackup, write
from server.safekeeping.belongings import DATABASE, MADE_ANEW, going_along
from server.safekeeping.noted import note_failed, note_saved
from server.safekeeping.staging import stage
from server.safekeeping.texts import both
from server.settings import Settings

NAME = """SELECT json_extract(body, '$.config.name.zh') FROM event
    WHERE kind = 'HallConfigured' ORDER BY seq DESC LIMIT 1"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """`left_out` is made anew by itself; `missing` is named by the set-up and nowhere to be found."""

    file: Path
    left_out: tuple[str, ...]
    missing: tuple[str, ...]
    damage: tuple[Damage, ...]


def backup(data: Path, file: Path, now: datetime, going: Going = unseen) -> Saved:
    """The server may go on writing, one of an earlier version, too: only the copy is brought up to date.

    The file is there whole and proved, or not at all; either is noted beside the hall.
    """
    try:
        saved = _saved(data, file, now, going)
    except Exception:
        with suppress(OSError):
            note_failed(data, now)
        raise
    with suppress(OSError):
        note_saved(data, now)
    return saved


def _saved(data: Path, file: Path, now: datetime, going: Going) -> Saved:
    if file.exists():
        raise NotABackup(both("there_already", file=file))
    if not file.parent.is_dir():
        raise NotABackup(both("no_folder", folder=file.parent))
    try:
        work = Path(tempfile.mkdtemp(prefix=f".{file.name}.", dir=file.parent))
    except OSError as why:
        raise NotABackup(both("no_place", file=file, why=why.strerror)) from why
    try:
        return _backup(data, file, work, now, going)
    except (sqlite3.DatabaseError, OSError) as why:
        raise NotABackup(both("not_written", file=file, data=data, why=why)) from why
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _backup(data: Path, file: Path, work: Path, now: datetime, going: Going) -> Saved:
    settle(data)
    copy, half = work / DATABASE, work / "half"
    going("copying", 0, 0)
    copy_database(Settings(data=data).database, copy)
    stands = _stands(copy)
    if not stands["seq"]:
        raise NotABackup(both("no_hall_in", file=data, why="0"))
    about = {"made_at": now.isoformat(), "release": version("hallqueue"), **stands}
    write(half, [(DATABASE, copy), *going_along(data)], about, going)
    copy.unlink()
    proof = stage(half, work / "proof", going)
    _take_its_name(half, file)
    return Saved(
        file=file,
        left_out=tuple(name for name in MADE_ANEW if (data / name).is_dir()),
        missing=proof.missing,
        damage=proof.damage,
    )


def _stands(copy: Path) -> dict[str, object]:
    """Where the copied hall stands, without trusting its texts: the proof reads them."""
    with closing(sqlite3.connect(copy)) as db:
        row = db.execute("SELECT epoch, seq FROM hall").fetchone()
        last = db.execute("SELECT at FROM event ORDER BY seq DESC LIMIT 1").fetchone()
        name = None
        with suppress(sqlite3.DatabaseError):
            name = db.execute(NAME).fetchone()
    epoch, seq = row or (0, 0)
    return {
        "epoch": epoch,
        "seq": seq,
        "at": last[0] if last else "",
        "hall": str(name[0] or "") if name else "",
    }


def _take_its_name(half: Path, file: Path) -> None:
    try:
        file.hardlink_to(half)
    except FileExistsError:
        raise NotABackup(both("there_already", file=file)) from None
    except OSError:  # a stick without links
        half.rename(file)
    flushed(file.parent)
