"""The hall's own journal: one SQLite file, one writer connection in one thread."""

import asyncio
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine, Insert, Table, create_engine, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

from server.domain.evolve import evolve
from server.domain.hall import Hall
from server.journal import Entry, Named, Recorded, SecondWriter, StorageFailed, codec
from server.journal.statements import Statement, statements

_DIALECT = sqlite.dialect(paramstyle="named")
T = TypeVar("T")

SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # NORMAL loses acknowledged tickets on a power cut and doubles numbers
    "PRAGMA busy_timeout=5000",
    "PRAGMA foreign_keys=ON",
    "PRAGMA journal_size_limit=67108864",
)


def _upsert(table: Table, key: list[str]) -> Insert:
    made = sqlite.insert(table)
    return made.on_conflict_do_update(
        index_elements=key, set_={c.name: made.excluded[c.name] for c in table.c if c.name not in key}
    )


SQL = statements(_DIALECT, _upsert)


class SqliteJournal:
    """See `Journal`. Everything runs in one thread of its own, so nothing blocks the loop."""

    def __init__(self, path: Path, hall_id: str = "hall") -> None:
        self._path, self._hall_id = path, hall_id
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._db: sqlite3.Connection | None = None

    async def load(self) -> Hall:
        return await self._in_thread(self._load)

    async def replay(self) -> Hall:
        return await self._in_thread(self._replay)

    async def append(self, before: Hall, after: Hall, entries: Sequence[Entry]) -> None:
        await self._in_thread(lambda: self._append(before, after, entries))

    async def since(self, seq: int, limit: int = 1000) -> tuple[Recorded, ...]:
        return await self._in_thread(lambda: self._since(seq, limit))

    async def names(self) -> Mapping[str, Named]:
        return await self._in_thread(self._names)

    async def forget(self, before: datetime) -> None:
        await self._in_thread(lambda: self._run(SQL.forget, at_=before.isoformat()))

    async def close(self) -> None:
        await self._in_thread(self._close)
        self._thread.shutdown()

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._guarded, work)

    def _guarded(self, work: Callable[[], T]) -> T:
        try:
            return work()
        except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
            if isinstance(error, sqlite3.IntegrityError):
                raise SecondWriter(str(error)) from error
            raise StorageFailed(str(error)) from error

    def _open(self) -> sqlite3.Connection:
        if self._db is None:
            self._db = open_database(self._path)
        return self._db

    def _close(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None

    def _run(self, statement: Statement, **values: Any) -> sqlite3.Cursor:
        return self._open().execute(statement.sql, {"hall_id_": self._hall_id, **values})

    def _append(self, before: Hall, after: Hall, entries: Sequence[Entry]) -> None:
        db = self._open()
        db.execute("BEGIN IMMEDIATE")
        try:
            self._write(db, before, after, entries)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise

    def _write(self, db: sqlite3.Connection, before: Hall, after: Hall, entries: Sequence[Entry]) -> None:
        row = codec.hall_row(after)
        if before.seq == 0:
            known = self._run(SQL.hall).fetchone()
            if known is not None:
                raise SecondWriter("the hall is there already")
            self._run(SQL.new_hall, **row, config=codec.config_json(after.config))
        elif self._run(SQL.advance, **row, epoch_=before.epoch, seq_=before.seq).rowcount != 1:
            raise SecondWriter(f"the hall has moved past {before.seq}")
        if after.config is not before.config and before.seq:
            self._run(SQL.set_config, config=codec.config_json(after.config))
        hall_id, touched = after.id, codec.touched(before, after, entries)
        if touched.new_day:
            self._run(SQL.drop_tickets)
        for gone in touched.gone_counters:
            self._run(SQL.drop_counter, counter_id_=gone)
        events = [codec.event_row(hall_id, r) for entry in entries for r in entry.recorded]
        db.executemany(SQL.add_event.sql, events)
        db.executemany(SQL.add_request.sql, [codec.request_row(after, entry) for entry in entries])
        db.executemany(SQL.put_ticket.sql, [codec.ticket_row(hall_id, t) for t in touched.tickets])
        db.executemany(SQL.put_counter.sql, [codec.counter_row(hall_id, c) for c in touched.counters])

    def _load(self) -> Hall:
        row = self._run(SQL.hall).fetchone()
        if row is None:
            return Hall(id=self._hall_id)
        hall = dict(zip(("epoch", "seq", "config", "body"), row, strict=True))
        tickets = (body for (body,) in self._run(SQL.tickets))
        counters = (body for (body,) in self._run(SQL.counters))
        return codec.hall_from(self._hall_id, hall, tickets, counters)

    def _replay(self) -> Hall:
        events = self._run(SQL.events, seq_=0, limit_=-1)
        return reduce(evolve, (codec.recorded(*row).event for row in events), Hall(id=self._hall_id))

    def _since(self, seq: int, limit: int) -> tuple[Recorded, ...]:
        return tuple(codec.recorded(*row) for row in self._run(SQL.events, seq_=seq, limit_=limit))

    def _names(self) -> Mapping[str, Named]:
        return {
            name: Named(kind=kind, epoch=epoch, first_seq=first, last_seq=last)
            for name, kind, epoch, first, last in self._run(SQL.names)
        }


def engine_for(path: Path) -> Engine:
    """People and devices live in the same file; their statements are few and take the ordinary way."""
    open_database(path).close()
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, record: object) -> None:
        for setting in SETTINGS:
            connection.execute(setting)

    return engine


def open_database(path: Path) -> sqlite3.Connection:
    """Open the file with the settings the promises stand on, and make what tables are missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for setting in SETTINGS:
        db.execute(setting)
    for table in SQLModel.metadata.sorted_tables:
        db.execute(str(CreateTable(table, if_not_exists=True).compile(dialect=_DIALECT)))
        for index in table.indexes:
            db.execute(str(CreateIndex(index, if_not_exists=True).compile(dialect=_DIALECT)))
    return db
