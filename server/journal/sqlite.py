"""The hall's own journal: one SQLite file, one writer connection in one thread."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

from server.domain.hall import Hall
from server.journal import Entry, Named, Recorded, SecondWriter, StorageFailed, codec
from server.journal.statements import ALL, Statement, statements
from server.journal.writes import writes

_DIALECT = sqlite.dialect(paramstyle="named")
T = TypeVar("T")

SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # NORMAL loses acknowledged tickets on a power cut and doubles numbers
    "PRAGMA busy_timeout=5000",
    "PRAGMA foreign_keys=ON",
    "PRAGMA journal_size_limit=67108864",
)


SQL = statements(_DIALECT, sqlite.insert)


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

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        await self._in_thread(lambda: self._open().execute("BEGIN IMMEDIATE"))
        try:
            yield
            await self._in_thread(lambda: self._open().execute("COMMIT"))
        finally:
            await self._in_thread(self._roll_back)

    async def since(self, seq: int, limit: int = 1000) -> tuple[Recorded, ...]:
        return await self._in_thread(lambda: self._since(seq, limit))

    async def read(self, start: datetime, end: datetime, work: Callable[[Iterable[Recorded]], T]) -> T:
        return await asyncio.to_thread(self._guarded, lambda: self._read(start, end, work))

    async def set_ups(self, limit: int) -> tuple[Recorded, ...]:
        return await asyncio.to_thread(self._guarded, lambda: self._set_ups(limit))

    async def names(self, since: int = 0) -> Mapping[str, Named]:
        return await self._in_thread(lambda: codec.names_from(self._run(SQL.names, seq_=since)))

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
        except sqlite3.IntegrityError as error:
            raise SecondWriter(str(error)) from error
        except sqlite3.ProgrammingError:
            raise  # a bug of ours, no fault of the disk
        except (sqlite3.DatabaseError, OSError) as error:
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

    @contextmanager
    def _transaction(self, kind: str) -> Iterator[sqlite3.Connection]:
        db = self._open()
        if db.in_transaction:  # of who is alone
            yield db
            return
        db.execute(kind)
        try:
            yield db
            db.execute("COMMIT")
        finally:
            self._roll_back()

    def _roll_back(self) -> None:
        if self._db is not None and self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def _append(self, before: Hall, after: Hall, entries: Sequence[Entry]) -> None:
        with self._transaction("BEGIN IMMEDIATE") as db:
            for write in writes(SQL, before, after, entries):
                met = db.executemany(write.statement.sql, write.rows).rowcount
                if write.guard and met != 1:
                    raise SecondWriter(f"the hall has moved past {before.seq}")

    def _load(self) -> Hall:
        with self._transaction("BEGIN"):  # one moment, whoever writes meanwhile
            row = self._run(SQL.hall).fetchone()
            tickets = (body for (body,) in self._run(SQL.tickets))
            counters = (body for (body,) in self._run(SQL.counters))
            return codec.hall_from(self._hall_id, row, tickets, counters)

    def _replay(self) -> Hall:
        with self._transaction("BEGIN"):
            row = self._run(SQL.hall).fetchone()
            return codec.replayed(self._hall_id, row, self._run(SQL.events, seq_=0, limit_=ALL))

    def _since(self, seq: int, limit: int) -> tuple[Recorded, ...]:
        return tuple(codec.recorded(*row) for row in self._run(SQL.events, seq_=seq, limit_=limit))

    def _read(self, start: datetime, end: datetime, work: Callable[[Iterable[Recorded]], T]) -> T:
        """On a connection of its own: a month takes seconds and the writer does not wait that long."""
        values = {"hall_id_": self._hall_id, "start_": start.isoformat(), "end_": end.isoformat()}
        with closing(open_database(self._path)) as db:
            return work(codec.recorded(*row) for row in db.execute(SQL.events_between.sql, values))

    def _set_ups(self, limit: int) -> tuple[Recorded, ...]:
        with closing(open_database(self._path)) as db:
            rows = db.execute(SQL.setting_up.sql, {"hall_id_": self._hall_id, "limit_": limit})
            return tuple(codec.recorded(*row) for row in rows)


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
