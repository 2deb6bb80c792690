"""Opens a hall's SQLite file: with the settings the promises stand on, private, never new by mistake."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

import server.tables  # noqa: F401  # the tables that are made here
from server.journal import StorageFailed
from server.journal.connecting import connect, opened, revision_of
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
from server.migrations import STAMP, UNSTAMPED, is_ahead, newest

DIALECT = sqlite.dialect(paramstyle="named")


class DataAhead(StorageFailed):
    """A later program has written these data: this one would misread them, and leaves them as they are."""


def open_database(path: Path, *, keep: bool = True) -> sqlite3.Connection:
    """Open the file with the settings the promises stand on, its tables brought up to date.

    A hall's file is made whole under another name first, so that one that is empty was never a new one.
    One that is behind is kept as it was, beside; a copy of a hall needs no copy (`keep`).
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    settle(path.parent)
    require_new_or_whole(path)
    if not path.exists():
        _make(path)
    revision = require_known(path)
    keep_private(path)
    if revision != newest():
        from server.journal.renewing import bring_up_to_date  # noqa: PLC0415  # alembic takes half a second

        bring_up_to_date(path, keep=keep)
    return connect(path)


def require_known(path: Path) -> str | None:
    """The revision of a hall's tables, asked without touching anything.

    Raises `DataGone`, `DataAhead`, or `StorageFailed` where the revision was taken out.
    """
    with closing(opened(path)) as db:
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'event'").fetchone():
            raise DataGone(both("no_tables", file=path))
        revision = revision_of(db)
    if revision == UNSTAMPED:
        raise StorageFailed(both("unstamped", file=path, folder=path.parent))
    if is_ahead(revision):
        raise DataAhead(both("ahead", file=path, folder=path.parent))
    return revision


def make_tables(db: sqlite3.Connection) -> None:
    """Of a new hall: what the history of revisions leads to, said at once."""
    for table in SQLModel.metadata.sorted_tables:
        db.execute(str(CreateTable(table).compile(dialect=DIALECT)))
        for index in table.indexes:
            db.execute(str(CreateIndex(index).compile(dialect=DIALECT)))
    for statement in stamped(newest()):
        db.execute(statement)


def stamped(revision: str) -> tuple[str, str]:
    """What alembic itself would say."""
    return (
        f"CREATE TABLE {STAMP} (version_num VARCHAR(32) NOT NULL, "
        f"CONSTRAINT {STAMP}_pkc PRIMARY KEY (version_num))",
        f"INSERT INTO {STAMP} (version_num) VALUES ('{revision}')",
    )


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
