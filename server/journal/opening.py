"""Opens a hall's SQLite file: with the settings the promises stand on, private, never new by mistake."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Column
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

import server.tables  # noqa: F401  # the tables that are made here
from server.journal.damage_texts import both
from server.journal.files import (
    DataGone,
    flushed,
    keep_private,
    new_file,
    require_new_or_whole,
    settle,
    sides_of,
)

DIALECT = sqlite.dialect(paramstyle="named")

SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # NORMAL loses acknowledged tickets on a power cut and doubles numbers
    "PRAGMA busy_timeout=5000",
    "PRAGMA foreign_keys=ON",
    "PRAGMA journal_size_limit=67108864",
)


def open_database(path: Path) -> sqlite3.Connection:
    """Open the file with the settings the promises stand on, and make what tables and columns are missing.

    A hall's file is made whole under another name first, so that one that is empty was never a new one.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    settle(path.parent)
    require_new_or_whole(path)
    if not path.exists():
        _make(path)
    keep_private(path)
    db = connect(path)
    try:
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'event'").fetchone():
            raise DataGone(both("no_tables", file=path))
        make_tables(db)
    except BaseException:
        db.close()
        raise
    return db


def connect(path: Path) -> sqlite3.Connection:
    """A connection to a file that is there; never makes one."""
    db = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        for setting in SETTINGS:
            db.execute(setting)
    except BaseException:
        db.close()
        raise
    return db


def make_tables(db: sqlite3.Connection) -> None:
    """Also what an older release did not have yet."""
    for table in SQLModel.metadata.sorted_tables:
        db.execute(str(CreateTable(table, if_not_exists=True).compile(dialect=DIALECT)))
        there = {name for _, name, *_ in db.execute(f"PRAGMA table_info({table.name})")}
        for column in table.columns:
            if column.name not in there:
                db.execute(f"ALTER TABLE {table.name} ADD COLUMN {_added(column)}")
        for index in table.indexes:
            db.execute(str(CreateIndex(index, if_not_exists=True).compile(dialect=DIALECT)))


def _added(column: Column[Any]) -> str:
    kind = column.type.compile(dialect=DIALECT)
    if column.nullable:
        return f"{column.name} {kind}"
    default = getattr(column.default, "arg", None)
    said = f"'{default}'" if isinstance(default, str) else str(int(default or 0))
    return f"{column.name} {kind} NOT NULL DEFAULT {said}"


def _make(path: Path) -> None:
    new = path.with_name(f"{path.name}.new-{os.getpid()}")
    for leftover in (new, *sides_of(new)):
        leftover.unlink(missing_ok=True)
    new_file(new)
    with closing(connect(new)) as db:
        make_tables(db)
    try:
        path.hardlink_to(new)
    except FileExistsError:
        pass  # another process was quicker
    except OSError:  # a disk without links
        new.replace(path)
    new.unlink(missing_ok=True)
    flushed(path.parent)
