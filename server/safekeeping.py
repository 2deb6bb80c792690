"""Backup and restore: a consistent copy while the hall runs, and a way back nobody takes for the past."""

import sqlite3
from contextlib import closing
from pathlib import Path

from server.settings import Settings


class NotABackup(Exception):
    """The file holds no hall."""


def backup(data: Path, file: Path) -> None:
    """Copy the database with SQLite's own means; the server may go on writing."""
    if file.exists():
        raise NotABackup(f"{file} exists already")
    with (
        closing(sqlite3.connect(Settings(data=data).database)) as here,
        closing(sqlite3.connect(file)) as there,
    ):
        here.backup(there)


def restore(file: Path, data: Path) -> int:
    """Put the copy in place and raise the epoch, so that no screen resumes across the break; returns it."""
    database = Settings(data=data).database
    if database.exists():
        raise NotABackup(f"{database} exists; move it away first")
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as there:
        try:
            there.execute("SELECT 1 FROM hall").fetchone()
        except sqlite3.DatabaseError as error:
            raise NotABackup(f"{file} holds no hall: {error}") from error
        data.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(database)) as here:
            there.backup(here)
            epoch: int = here.execute("UPDATE hall SET epoch = epoch + 1 RETURNING epoch").fetchone()[0]
            here.commit()
    return epoch
