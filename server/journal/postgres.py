"""The region's journal: the same tables and statements on PostgreSQL, correct for any number of processes."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any, TypeVar

import asyncpg
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import asyncpg as dialect
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

from server.domain.hall import Hall
from server.journal import Entry, Named, Recorded, SecondWriter, StorageFailed, codec
from server.journal.damage_texts import both
from server.journal.opening import DataAhead, stamped
from server.journal.statements import ALL, Statement, statements
from server.journal.writes import Write, writes
from server.migrations import STAMP, is_ahead, newest
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
RENEWING = 0x48514A  # an advisory lock: whoever makes or renews the tables holds it to the end

# What the database or the way to it can do to us; anything else it says is a bug of ours.
TROUBLE = (
    OSError,
    TimeoutError,
    asyncpg.InterfaceError,  # the connection is closed
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
SQL = statements(_DIALECT, postgresql.insert)


class PostgresJournal:
    """See `Journal`. `where` is a DSN or asyncpg's own keywords; connects when first asked."""

    def __init__(self, where: str | Mapping[str, Any], hall_id: str = "hall") -> None:
        self._where = {"dsn": where} if isinstance(where, str) else dict(where)
        self._hall_id = hall_id
        self._pool: Any = None
        self._opening = asyncio.Lock()
        self._held: ContextVar[Any] = ContextVar("held", default=None)  # by the one task that is alone

    async def load(self) -> Hall:
        async with self._transaction(isolation="repeatable_read", readonly=True) as db:  # one moment
            row = await db.fetchrow(*self._said(SQL.hall))
            tickets = [body for (body,) in await db.fetch(*self._said(SQL.tickets))]
            counters = [body for (body,) in await db.fetch(*self._said(SQL.counters))]
        try:
            return codec.hall_from(self._hall_id, row, tickets, counters)
        except codec.OtherShape:
            return await self.replay()

    async def replay(self) -> Hall:
        async with self._transaction(isolation="repeatable_read", readonly=True) as db:
            row = await db.fetchrow(*self._said(SQL.hall))
            events = [event async for event in db.cursor(*self._said(SQL.events, seq_=0, limit_=ALL))]
        return codec.replayed(self._hall_id, row, events)

    async def append(self, before: Hall, after: Hall, entries: Sequence[Entry]) -> None:
        async with self._transaction() as db:
            for write in writes(SQL, before, after, entries):
                await _write(db, write)

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        async with self._transaction() as db:
            sql, *values = self._said(SQL.hall)
            await db.fetchrow(f"{sql} FOR UPDATE", *values)
            held = self._held.set(db)
            try:
                yield
            finally:
                self._held.reset(held)

    async def since(self, seq: int, limit: int = 1000) -> tuple[Recorded, ...]:
        async with self._transaction(readonly=True) as db:
            rows = await db.fetch(*self._said(SQL.events, seq_=seq, limit_=limit))
        return tuple(codec.recorded(*row) for row in rows)

    async def read(self, start: datetime, end: datetime, work: Callable[[Iterable[Recorded]], T]) -> T:
        times = {"start_": start.isoformat(), "end_": end.isoformat()}
        async with self._transaction(readonly=True) as db:
            here = await db.fetchrow(*self._said(SQL.hall))
            newest = here[0] if here else 0
            rows = await db.fetch(*self._said(SQL.events_between, **times))
        return await asyncio.to_thread(lambda: work(codec.intact(rows, newest=newest)))

    async def set_ups(self, limit: int) -> tuple[Recorded, ...]:
        async with self._transaction(readonly=True) as db:
            rows = await db.fetch(*self._said(SQL.setting_up, limit_=limit))
        return tuple(codec.recorded(*row) for row in rows)

    async def names(self, since: int = 0) -> Mapping[str, Named]:
        async with self._transaction(readonly=True) as db:
            return codec.names_from(await db.fetch(*self._said(SQL.names, seq_=since)))

    async def forget(self, before: datetime) -> None:
        async with self._transaction() as db:
            await db.execute(*self._said(SQL.forget, at_=before.isoformat()))

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
                    server_settings=SETTINGS,
                )
                await self._bring_up_to_date(pool)
                self._pool = pool
            return self._pool

    async def _bring_up_to_date(self, pool: Any) -> None:
        """Make the tables of a new database, renew those of an earlier one, leave one that is ahead."""
        async with pool.acquire() as db:
            revision = await revision_of(db)
            if is_ahead(revision):
                raise DataAhead(both("database_ahead"))
            if revision == newest() or (revision is None and await _made(db)):
                return
        from server.journal.renewing_postgres import bring_up_to_date  # noqa: PLC0415  # only one that is behind

        await bring_up_to_date(self._where)

    def _said(self, statement: Statement, **values: Any) -> tuple[Any, ...]:
        return _in_order(statement, {"hall_id_": self._hall_id, **values})


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
    """None: a new database, or one from before there were revisions."""
    if await db.fetchval("SELECT to_regclass($1)", STAMP) is None:
        return None
    found: str | None = await db.fetchval(f"SELECT version_num FROM {STAMP}")
    return found


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
                await db.execute(str(CreateIndex(index).compile(dialect=_DIALECT)))
        for statement in stamped(newest()):
            await db.execute(statement)
    return True
