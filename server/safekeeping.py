"""Backup and restore: a consistent copy while the hall runs, and a way back that none takes for the past."""

import sqlite3
from contextlib import closing
from pathlib import Path

from server.settings import Settings


class NotABackup(Exception):
    """The file holds no hall, or there is no place for it."""


def backup(data: Path, file: Path) -> None:
    """Copy the database with SQLite's own means; the server may go on writing."""
    if file.exists():
        raise NotABackup(f"{file} exists already")
    try:
        with closing(_read(Settings(data=data).database)) as here, closing(sqlite3.connect(file)) as there:
            here.backup(there)
            there.execute("PRAGMA journal_mode=DELETE")  # one file, readable from a read-only disk
    except sqlite3.DatabaseError as error:
        file.unlink(missing_ok=True)
        raise NotABackup(f"{file} could not be written from {data}: {error}") from error


def restore(file: Path, data: Path) -> int:
    """Put the copy in place and raise the epoch, so that no screen resumes across the break; returns it.

    The copy takes its place whole and with the new epoch, or not at all.
    """
    database = Settings(data=data).database
    if database.exists():
        raise NotABackup(f"{database} exists; move it away first")
    data.mkdir(parents=True, exist_ok=True)
    half = database.with_suffix(".half")
    half.unlink(missing_ok=True)
    try:
        epoch = _copy(file, half)
    except sqlite3.DatabaseError as error:
        half.unlink(missing_ok=True)
        raise NotABackup(f"{file} holds no hall: {error}") from error
    half.replace(database)
    return epoch


BROKEN = """SELECT
    (SELECT count(*) FROM event WHERE NOT json_valid(body))
    + (SELECT count(*) FROM ticket WHERE NOT json_valid(body))
    + (SELECT count(*) FROM hall WHERE NOT (json_valid(body) AND json_valid(config)))"""


def _copy(file: Path, half: Path) -> int:
    with closing(_read(file)) as there, closing(sqlite3.connect(half)) as here:
        there.backup(here)
        here.execute("PRAGMA journal_mode=DELETE")
        (state,) = here.execute("PRAGMA quick_check").fetchone()
        if state != "ok":
            raise sqlite3.DatabaseError(state)
        # A page in the middle of a long text can be torn without harming the file's structure.
        (torn,) = here.execute(BROKEN).fetchone()
        if torn:
            raise sqlite3.DatabaseError(f"{torn} of its texts are torn")
        raised = here.execute("UPDATE hall SET epoch = epoch + 1 RETURNING epoch").fetchall()
        if not raised:
            raise sqlite3.DatabaseError("its table is empty")
        here.commit()
    return max(int(epoch) for (epoch,) in raised)


def _read(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
