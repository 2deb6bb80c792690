"""The region's journal: the same tables and statements on PostgreSQL, correct for any number of processes."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from contextvars import ContextVar
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

import asyncpg
from sqlalchemy import Connection, text
from sqlalchemy.dialects.postgresql import asyncpg as dialect
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateIndex, CreateTable, Index
from sqlmodel import SQLModel

from server.domain.hall import Hall
from server.journal import Entry, JournalDamaged, Named, Recorded, SecondWriter, StorageFailed, codec
from server.journal.codec import ODD
from server.journal.damage_texts import both
from server.journal.looking_back import looked_through, require_whole
from server.journal.opening import DataAhead, stamped
from server.journal.snapshots import Snapshot, unpacked
from server.journal.stamp import stamp
from server.journal.statements import ALL, Statement, statements
from server.journal.stored import UNREADABLE
from server.journal.wholeness import PORTION, REST, Damage
from server.journal.writes import Write, writes
from server.migrations import RENEWING, STAMP, UNSTAMPED, is_ahead, newest, serving
from server.tables import EventRow

T = TypeVar("T")

SETTINGS = {
    "synchronous_commit": "on",  # off loses acknowledged tickets when the server process dies
    "default_transaction_isolation": "read committed",
    "lock_timeout": "2s",
    "statement_timeout": "5s",
    "idle_in_transaction_session_timeout": "5s",
}
POOL = 4
PATIENCE = 10  # s: a network that swallows everything never says so

# What the database or the way to it can do to us; anything else it says is a bug of ours.
TROUBLE = (
    OSError,
    TimeoutError,
    asyncpg.InterfaceError,  # the connection is closed
    asyncpg.InternalClientError,  # or was cut off while it said what to do
    asyncpg.PostgresConnectionError,
    asyncpg.InvalidAuthorizationSpecificationError,
    asyncpg.InvalidCatalogNameError,
    asyncpg.TransactionRollbackError,
    asyncpg.InsufficientResourcesError,  # disk full
    asyncpg.ObjectNotInPrerequisiteStateError,  # lock_timeout, read-only standby
    asyncpg.InvalidTransactionStateError,
    asyncpg.OperatorInterventionError,
    asyncpg.PostgresSystemError,
)

_DIALECT = dialect.dialect()  # type: ignore[no-untyped-call]
SQL = statements(_DIALECT)


class PostgresJournal:
    """See `Journal`. `where` is a DSN or asyncpg's own keywords; connects when first asked."""

    def __init__(self, where: str | Mapping[str, Any], hall_id: str = "hall") -> None:
        self._where = {"dsn": where} if isinstance(where, str) else dict(where)
        self._hall_id = hall_id
        self._pool: Any = None
        self._opening = asyncio.Lock()
        self._silent = 0  # requests that led to nothing, as far as this process knows
        self._forgotten = ""  # names of requests before this
        self.damage: tuple[Damage, ...] = ()  # as far as somebody has looked
        self._held: ContextVar[Any] = ContextVar("held", default=None)  # by the one task that is alone

    async def load(self) -> Hall:
        async with self._transaction(isolation="repeatable_read", readonly=True) as db:  # one moment
            row = await db.fetchrow(*self._sql(SQL.hall))
            self._silent = row[2] if row else 0
            async for base in self._bases(db, row):
                with suppress(*ODD):
                    tail = await db.fetch(*self._sql(SQL.events, seq_=base.seq, limit_=ALL))
                    hall = codec.folded(base, tail)
                    if row is None or hall.seq == row[1]:
                        return _placed(hall, row)
        raise JournalDamaged(row[1])

    async def _bases(self, db: Any, row: Any) -> AsyncIterator[Hall]:
        """What the events since are told upon: the newest snapshots that can be read, or nothing."""
        for seq, of in await db.fetch(*self._sql(SQL.snapshots)):
            if row is not None and seq <= row[1] and of == stamp():
                body = await db.fetchval(*self._sql(SQL.snapshot, seq_=seq))
                with suppress(*UNREADABLE):
                    yield unpacked(body, self._hall_id, seq)
        yield Hall(id=self._hall_id)

    async def replay(self) -> Hall:
        async with self._transaction(isolation="repeatable_read", readonly=True) as db:
            row = await db.fetchrow(*self._sql(SQL.hall))
            events = [event async for event in db.cursor(*self._sql(SQL.events, seq_=0, limit_=ALL))]
        return _placed(codec.replayed(self._hall_id, events), row)

    async def keep(self, snapshot: Snapshot, since: str) -> None:
        async with self._transaction() as db:
            await db.execute(*self._sql(SQL.drop_snapshot, seq_=snapshot.seq))
            row = codec.snapshot_row(self._hall_id, snapshot)
            await db.execute(*_in_order(SQL.add_snapshot, row))
            await db.execute(*self._sql(SQL.keep_few, at_=since))

    async def append(self, before: Hall, after: Hall, entries: Sequence[Entry]) -> None:
        async with self._transaction() as db:
            for write in writes(SQL, before, after, entries, self._silent):
                await _write(db, write)
        self._silent += sum(not entry.recorded for entry in entries)

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        async with self._transaction() as db:
            sql, *values = self._sql(SQL.hall)
            await db.fetchrow(f"{sql} FOR UPDATE", *values)
            held = self._held.set(db)
            try:
                yield
            finally:
                self._held.reset(held)

    async def since(self, seq: int, limit: int = 1000) -> tuple[Recorded, ...]:
        async with self._transaction(readonly=True) as db:
            rows = await db.fetch(*self._sql(SQL.events, seq_=seq, limit_=limit))
        return tuple(codec.recorded(*row) for row in rows)

    async def read(self, start: datetime, end: datetime, work: Callable[[Iterable[Recorded]], T]) -> T:
        require_whole(self.damage, start, end)
        times = {"start_": start.isoformat(), "end_": end.isoformat()}
        async with self._transaction(readonly=True) as db:
            row = await db.fetchrow(*self._sql(SQL.hall))
            newest = row[0] if row else 0
            rows = await db.fetch(*self._sql(SQL.events_between, **times))
        return await asyncio.to_thread(lambda: work(codec.intact(rows, newest=newest)))

    async def past(self, start: datetime, end: datetime, work: Callable[[Connection], T]) -> T:
        require_whole(self.damage, start, end)
        async with self._transaction(readonly=True):  # made and brought up to date by whoever comes first
            pass
        return await asyncio.to_thread(asyncio.run, self._past(work))

    async def _past(self, work: Callable[[Connection], T]) -> T:
        """On a loop and a connection of its own: what `work` reckons keeps nobody waiting."""
        engine = create_async_engine(
            "postgresql+asyncpg://", async_creator=lambda: asyncpg.connect(**self._where), poolclass=NullPool
        )
        try:
            async with engine.connect() as db:
                await db.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
                return await db.run_sync(work)
        finally:
            await engine.dispose()

    async def look_back(self, *, lately: int = 0, portion: int = PORTION, rest: float = REST) -> None:
        """All events, stretch by stretch: a start reads none but those since its snapshot."""
        async with self._transaction(readonly=True) as db:
            last = await db.fetchrow(*self._sql(SQL.last))
        end = last[1] - lately if last else 0
        for since in range(0, end, portion):
            until = min(since + portion, end)
            if any(d.first <= until and d.last > since for d in self.damage):
                continue  # told already
            async with self._transaction(readonly=True) as db:
                rows = await db.fetch(
                    *self._sql(SQL.events, seq_=since, limit_=2 * portion)
                )  # some may be there twice
            rows = [row for row in rows if row[1] <= until]
            self.damage += await asyncio.to_thread(looked_through, rows, since, until)
            await asyncio.sleep(rest)

    async def set_ups(self, limit: int) -> tuple[Recorded, ...]:
        async with self._transaction(readonly=True) as db:
            rows = await db.fetch(*self._sql(SQL.setting_up, limit_=limit))
        return tuple(codec.recorded(*row) for row in rows)

    async def names(self, since: int = 0) -> Mapping[str, Named]:
        async with self._transaction(isolation="repeatable_read", readonly=True) as db:
            row, kept_from = await db.fetchrow(*self._sql(SQL.hall)), ""
            self._silent = row[2] if row else 0
            last = await db.fetchrow(*self._sql(SQL.last))
            if not since and last:
                kept_from = max(codec.names_kept_from(last[2]), self._forgotten)
                since = await db.fetchval(*self._sql(SQL.snapshot_before, at_=kept_from)) or 0
            named = await db.fetch(*self._sql(SQL.names, seq_=since, at_=kept_from))
            silent = await db.fetch(*self._sql(SQL.silent_names, seq_=since))
        return codec.names_from([*named, *silent])

    async def forget(self, before: datetime) -> None:
        async with self._transaction() as db:
            await db.execute(*self._sql(SQL.forget, at_=before.isoformat()))
        self._forgotten = before.isoformat()

    async def close(self) -> None:
        if self._pool is not None:
            await self._pool.close()
            self._pool = None

    @asynccontextmanager
    async def _transaction(self, **kind: Any) -> AsyncIterator[Any]:
        try:
            if (held := self._held.get()) is not None:
                async with held.transaction():
                    yield held
                return
            pool = await self._open()
            async with pool.acquire() as db, db.transaction(**kind):
                yield db
        except asyncpg.UniqueViolationError as error:
            raise SecondWriter(str(error)) from error
        except TROUBLE as error:
            raise StorageFailed(str(error) or type(error).__name__) from error

    async def _open(self) -> Any:
        async with self._opening:
            if self._pool is None:
                pool = await asyncpg.create_pool(
                    **self._where,
                    min_size=1,
                    max_size=POOL,
                    command_timeout=PATIENCE,
                    max_inactive_connection_lifetime=0,  # a quiet hall is seen to be here, too
                    server_settings={**SETTINGS, "application_name": serving(newest())},
                )
                try:
                    await self._bring_up_to_date(pool)
                except BaseException:
                    pool.terminate()  # whoever asks again begins again, and holds nothing meanwhile
                    raise
                self._pool = pool
            return self._pool

    async def _bring_up_to_date(self, pool: Any) -> None:
        """Make the tables of a new database, renew those of an earlier one, leave one that is ahead.

        Looks again once they are renewed: it may have been by a later program, while this one waited.
        """
        while not await self._is_up_to_date(pool):
            from server.journal.renewing_postgres import bring_up_to_date  # noqa: PLC0415  # seldom needed

            await bring_up_to_date(self._where)

    async def _is_up_to_date(self, pool: Any) -> bool:
        async with pool.acquire() as db:
            try:
                revision = await revision_of(db)
            except asyncpg.LockNotAvailableError:  # somebody is renewing them
                return False
            if revision == UNSTAMPED:
                raise StorageFailed(both("database_unstamped"))
            if is_ahead(revision):
                raise DataAhead(both("database_ahead"))
            return revision == newest() or (revision is None and await _made(db))

    def _sql(self, statement: Statement, **values: Any) -> tuple[Any, ...]:
        return _in_order(statement, {"hall_id_": self._hall_id, **values})


def _placed(hall: Hall, row: Any) -> Hall:
    """Its own row alone may know of an epoch just begun."""
    return hall if row is None or row[0] == hall.epoch else replace(hall, epoch=row[0])


def _in_order(statement: Statement, values: Mapping[str, Any]) -> tuple[Any, ...]:
    return statement.sql, *(values[name] for name in statement.names)


async def _write(db: Any, write: Write) -> None:
    if write.guard:
        for row in write.rows:
            if await db.execute(*_in_order(write.statement, row)) != "UPDATE 1":
                raise SecondWriter("the hall has moved on")
        return
    await db.executemany(write.statement.sql, [_in_order(write.statement, row)[1:] for row in write.rows])


async def revision_of(db: Any) -> str | None:
    """None: a new database, or one from before there were revisions. "": it had one, which is gone."""
    if await db.fetchval("SELECT to_regclass($1)", STAMP) is None:
        return None
    revision = await db.fetchval(f"SELECT version_num FROM {STAMP}")
    return UNSTAMPED if revision is None else str(revision)


async def _made(db: Any) -> bool:
    """Whether the tables are there now, of the newest revision; a database that has some is left to them."""
    async with db.transaction():
        await db.execute("SELECT pg_advisory_xact_lock($1)", RENEWING)
        if await revision_of(db) == newest():
            return True  # another process was quicker
        if await db.fetchval("SELECT to_regclass($1)", EventRow.__tablename__) is not None:
            return False
        for table in SQLModel.metadata.sorted_tables:
            await db.execute(str(CreateTable(table).compile(dialect=_DIALECT)))
            for index in table.indexes:
                await db.execute(str(CreateIndex(_partial(index)).compile(dialect=_DIALECT)))
        for statement in stamped(newest()):
            await db.execute(statement)
    return True


def _partial(index: Index) -> Index:
    """As far as it goes on SQLite; `tables.py` says it once, or every hall would load this dialect."""
    index.dialect_options["postgresql"]["where"] = index.dialect_options["sqlite"]["where"]
    return index
