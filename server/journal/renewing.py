"""Brings an earlier hall's file up to date: kept as it was, then every revision in one transaction."""

import filecmp
import logging
import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path

from alembic.util import CommandError
from sqlalchemy import create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from server.journal import StorageFailed
from server.journal.connecting import SMALL_PAGES, connect, revision_of
from server.journal.copies import copy_database
from server.journal.damage_texts import both
from server.journal.files import flushed
from server.journal.held import held_by_another
from server.migrations import behind
from server.migrations.running import upgrade

log = logging.getLogger(__name__)

PATIENCE = 600_000  # ms: another process may be at it, and copies ten years first


def bring_up_to_date(path: Path, *, keep: bool) -> None:
    """Raises `StorageFailed`; then nothing has changed. Nobody writes between the copy and the change.

    Never beneath another process's server: with tables that are behind it is an earlier one, and could then
    write no more.
    """

    def first(next_one: str) -> None:
        if held_by_another(path.parent):
            raise StorageFailed(both("served_by_earlier", file=path))
        if keep:
            kept = _kept(path, next_one)
            log.warning("the hall's tables are brought up to date; as they were: %s", kept)

    with closing(connect(path)) as db:
        db.execute(f"PRAGMA busy_timeout={PATIENCE}")
        renew(db, path, first)
        _take_small_pages(db)


def renew(db: sqlite3.Connection, path: Path, first: Callable[[str], None] = lambda _: None) -> None:
    """All revisions that are to come, in one transaction; before anything changes `first` is told the next.

    Raises `StorageFailed`; `path` is whose tables they are.
    """
    engine = create_engine("sqlite://", creator=lambda: db, poolclass=StaticPool)
    # Said here, as neither the driver nor SQLAlchemy begins before a change of tables.
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with engine.begin() as connection:
            if next_one := behind(revision_of(db)):  # else another process was quicker
                first(next_one)
                upgrade(connection)
    except (SQLAlchemyError, CommandError, sqlite3.Error) as why:
        raise StorageFailed(both("not_renewed", file=path, why=_reason(why))) from why


def _take_small_pages(db: sqlite3.Connection) -> None:
    """As a new file has them; where there is no room, or somebody else reads, it stays as it is."""
    with suppress(sqlite3.OperationalError):
        db.execute("PRAGMA journal_mode=DELETE")
        db.execute(SMALL_PAGES)
        db.execute("VACUUM")
    db.execute("PRAGMA journal_mode=WAL")


def _reason(why: Exception) -> object:
    """What the database said; SQLAlchemy adds the statement and an address on the internet."""
    return getattr(why, "orig", None) or why


def _kept(path: Path, revision: str) -> Path:
    """The database before this revision, beside it: `hallqueue restore` takes it as it is.

    An attempt that was cut short has left one already; where it holds the same, it is the one that is kept.
    """
    stem = f"{path.stem}.before-{revision}"
    half = path.with_name(f"{stem}.half")
    try:
        half.unlink(missing_ok=True)
        copy_database(path, half)
        if there := _alike(half, sorted(path.parent.glob(f"{stem}*{path.suffix}"))):
            half.unlink()
            log.warning("an attempt before this one was cut short; what it had kept is the same: %s", there)
            return there
        kept = _free(path, stem)
        with half.open("rb") as file:
            os.fsync(file.fileno())
        half.rename(kept)
        flushed(kept.parent)
    except (OSError, sqlite3.Error) as why:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise StorageFailed(both("not_kept", file=path, why=why)) from why
    return kept


def _alike(half: Path, kept: Iterable[Path]) -> Path | None:
    return next((there for there in kept if filecmp.cmp(half, there, shallow=False)), None)


def _free(path: Path, stem: str) -> Path:
    kept, n = path.with_name(f"{stem}{path.suffix}"), 1
    while kept.exists():
        n += 1
        kept = path.with_name(f"{stem}-{n}{path.suffix}")
    return kept
