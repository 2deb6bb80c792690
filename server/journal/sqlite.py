"""The hall's own journal: one SQLite file, one writer connection in one thread."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, Pool

from server.domain.hall import Hall
from server.journal import Entry, Named, Recorded, SecondWriter, StorageFailed, codec
from server.journal.connecting import connect
from server.journal.damage_texts import both
from server.journal.files import DataGone, SameFile
from server.journal.going import Going, counted, unseen
from server.journal.looking_back import require_whole
from server.journal.one_thread import OneThread
from server.journal.opening import DIALECT, open_database
from server.journal.snapshots import Snapshot
from server.journal.statements import Statement, statements
from server.journal.stored import Stored
from server.journal.wholeness import LATELY, PORTION, REST, Damage, Opened, Wholeness
from server.journal.writes import writes

T = TypeVar("T")
SQL = statements(DIALECT)


class SqliteJournal:
    """See `Journal`. Everything runs in one thread of its own, so nothing blocks the loop."""

    def __init__(self, path: Path, hall_id: str = "hall") -> None:
        self._path, self._hall_id = path, hall_id
        self._thread = OneThread("journal")
        self._db: sqlite3.Connection | None = None
        self._file: SameFile | None = None
        self._silent = 0  # requests that led to nothing, as far as this process knows
        self._forgotten = ""  # names of requests before this
        self.damage: tuple[Damage, ...] = ()
        self._engine = create_engine("sqlite://", creator=self._beside, poolclass=NullPool)

    async def open_whole(self, *, all_of_it: bool = False) -> Opened:
        """The hall, its rows made anew where they were damaged; raises `DataGone` where nothing can be read.

        What is wrong with the journal is told and kept in mind: nothing is read over it as if it were whole.
        """
        return await self._in_thread(lambda: self._open_whole(all_of_it=all_of_it))

    async def load(self) -> Hall:
        return await self._in_thread(self._load)

    async def replay(self, going: Going = unseen) -> Hall:
        return await self._in_thread(lambda: self._replay(going))

    async def append(self, before: Hall, after: Hall, entries: Sequence[Entry]) -> None:
        await self._in_thread(lambda: self._append(before, after, entries))

    async def keep(self, snapshot: Snapshot, since: str) -> None:
        await self._in_thread(lambda: self._keep(snapshot, since))

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

    async def past(self, start: datetime, end: datetime, work: Callable[[Connection], T]) -> T:
        return await asyncio.to_thread(self._guarded, lambda: self._past(start, end, work))

    async def set_ups(self, limit: int) -> tuple[Recorded, ...]:
        return await asyncio.to_thread(self._guarded, lambda: self._set_ups(limit))

    async def names(self, since: int = 0) -> Mapping[str, Named]:
        return await self._in_thread(lambda: self._names(since))

    async def forget(self, before: datetime) -> None:
        self._forgotten = before.isoformat()
        await self._in_thread(lambda: self._run(SQL.forget, at_=before.isoformat()))

    async def beginning(self) -> str:
        """What tells this hall from another: how it was made."""
        return await self._in_thread(lambda: beginning(self._open()))

    async def written(self, seq: int) -> str:
        """An event as it lies in the file, which no other hall has; empty where there is none."""
        return await self._in_thread(lambda: _written(self._open(), seq))

    async def close(self) -> None:
        await self._in_thread(self._close)
        self._thread.end()

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await self._thread.do(partial(self._guarded, work))

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
        """Somebody may have moved the file since: what is written then reaches nobody."""
        if self._db is None:
            self._db, self._file = open_database(self._path), SameFile(self._path)
        elif self._file is not None:
            self._file.require()
        return self._db

    def require_same_file(self) -> None:
        """Raises `DataGone` when the opened file is no longer the one under its name."""
        if self._file is not None:
            self._file.require()

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
            for write in writes(SQL, before, after, entries, self._silent):
                met = db.executemany(write.statement.sql, write.rows).rowcount
                if write.guard and met != 1:
                    raise SecondWriter(f"the hall has moved past {before.seq}")
        self._silent += sum(not entry.recorded for entry in entries)

    async def examine(self) -> tuple[Damage, ...]:
        """All that is wrong, every event and every row looked at; changes nothing and holds nobody up."""
        return await asyncio.to_thread(self._guarded, self._examine)

    def _examine(self) -> tuple[Damage, ...]:
        with closing(self._beside()) as db:
            db.execute("BEGIN")
            return Wholeness(db, SQL, self._hall_id, self._path).opened(all_of_it=True, mend=False).damage

    async def look_back(self, *, lately: int = LATELY, portion: int = PORTION, rest: float = REST) -> None:
        """Further back than a start looks, beside the loop; what is damaged is kept in mind."""
        last = (await self._in_thread(lambda: self._stored().last()) or (0, 0, ""))[1] - lately
        for since in range(0, last, portion):
            until = min(since + portion, last)
            if any(d.first <= until and d.last > since for d in self.damage):
                continue  # told at the start
            self.damage += await asyncio.to_thread(self._guarded, partial(self._looked_back, since, until))
            await asyncio.sleep(rest)

    def _looked_back(self, since: int, until: int) -> tuple[Damage, ...]:
        with closing(self._beside()) as db:
            db.execute("BEGIN")
            return Wholeness(db, SQL, self._hall_id, self._path).looked_back(since, until)

    def _open_whole(self, *, all_of_it: bool) -> Opened:
        try:
            with self._transaction("BEGIN IMMEDIATE") as db:
                opened = Wholeness(db, SQL, self._hall_id, self._path).opened(all_of_it=all_of_it)
        except sqlite3.DatabaseError as error:
            raise DataGone(
                both("unreadable", file=self._path, folder=self._path.parent, why=error)
            ) from error
        self.damage = opened.damage
        return opened

    def _stored(self) -> Stored:
        return Stored(self._open(), SQL, self._hall_id)

    def _load(self) -> Hall:
        with self._transaction("BEGIN"):  # one moment, whoever writes meanwhile
            place = self._stored().place()
            self._silent = place[2] if place else 0
            return self._stored().load()

    def _replay(self, going: Going) -> Hall:
        with self._transaction("BEGIN"):
            stored = self._stored()
            events = counted(stored.events(), "telling", stored.end(), going)
            return stored.placed(codec.replayed(self._hall_id, events))

    def _keep(self, snapshot: Snapshot, since: str) -> None:
        with self._transaction("BEGIN IMMEDIATE"):
            self._stored().keep(snapshot, since)

    def _names(self, since: int) -> Mapping[str, Named]:
        with self._transaction("BEGIN"):
            stored, kept_from = self._stored(), ""
            place, last = stored.place(), stored.last()
            self._silent = place[2] if place else 0
            if not since and last:
                kept_from = max(codec.names_kept_from(last[2]), self._forgotten)
                (kept,) = stored.run(SQL.snapshot_before, at_=kept_from).fetchone()
                since = max(kept or 0, stored.older_than(kept_from))
            named = stored.run(SQL.names, seq_=since, at_=kept_from)
            return codec.names_from([*named, *stored.run(SQL.silent_names, seq_=since)])

    def _since(self, seq: int, limit: int) -> tuple[Recorded, ...]:
        return tuple(codec.recorded(*row) for row in self._run(SQL.events, seq_=seq, limit_=limit))

    def _read(self, start: datetime, end: datetime, work: Callable[[Iterable[Recorded]], T]) -> T:
        """On a connection of its own: a month takes seconds and the writer does not wait that long."""
        require_whole(self.damage, start, end)
        values = {"hall_id_": self._hall_id, "start_": start.isoformat(), "end_": end.isoformat()}
        with closing(self._beside()) as db:
            place = Stored(db, SQL, self._hall_id).place()
            newest = place[0] if place else 0
            return work(codec.intact(db.execute(SQL.events_between.sql, values), newest=newest))

    def _past(self, start: datetime, end: datetime, work: Callable[[Connection], T]) -> T:
        require_whole(self.damage, start, end)
        with self._engine.connect() as db:
            db.exec_driver_sql("BEGIN")
            return work(db)

    def _set_ups(self, limit: int) -> tuple[Recorded, ...]:
        with closing(self._beside()) as db:
            rows = db.execute(SQL.setting_up.sql, {"hall_id_": self._hall_id, "limit_": limit})
            return tuple(codec.recorded(*row) for row in rows)

    def _beside(self) -> sqlite3.Connection:
        self.require_same_file()
        return connect(self._path) if self._db is not None else open_database(self._path)


def beginning(db: sqlite3.Connection) -> str:
    """What tells one hall from another: how it was made."""
    row = db.execute("SELECT at || body FROM event ORDER BY seq LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def _written(db: sqlite3.Connection, seq: int) -> str:
    row = db.execute("SELECT at || body FROM event WHERE seq = ?", (seq,)).fetchone()
    return str(row[0]) if row else ""


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, on a connection of the caller's own."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")


def engine_for(path: Path, *settings: str, pool: type[Pool] | None = None) -> Engine:
    """People, devices and visits live in the same file; their statements take the ordinary way."""
    open_database(path).close()
    same = SameFile(path)
    engine = create_engine(f"sqlite:///{path}", creator=lambda: _set(connect(path), settings), poolclass=pool)

    @event.listens_for(engine, "checkout")
    def look(connection: object, record: object, proxy: object) -> None:
        same.require()

    return engine


def _set(db: sqlite3.Connection, settings: Sequence[str]) -> sqlite3.Connection:
    for setting in settings:
        db.execute(setting)
    return db
