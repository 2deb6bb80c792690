"""PostgreSQL as a journal: its settings really hold, and trouble with it loses nothing and recovers."""

import asyncio
from collections.abc import AsyncIterator
from uuid import uuid4

import asyncpg
import pytest

from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from server.journal import StorageFailed
from server.journal.postgres import PostgresJournal
from tests.builders import a_config
from tests.journal.stores import Kept, kept, postgres

ISSUE = c.IssueTicket(service="bill")
OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename = $1"
)


@pytest.fixture
async def psql() -> AsyncIterator[asyncpg.Connection]:
    """Somebody else at the database."""
    connection = await asyncpg.connect(**postgres())
    yield connection
    await connection.close()


@pytest.fixture
async def journal() -> AsyncIterator[PostgresJournal]:
    journal = PostgresJournal(postgres(), f"pg-{uuid4().hex}")
    yield journal
    await journal.close()


@pytest.fixture
async def book(journal: PostgresJournal) -> Kept:
    book = await kept(journal)
    await book.do(ConfigureHall(config=a_config()))
    return book


async def test_the_settings_the_promises_stand_on_are_in_force(journal: PostgresJournal) -> None:
    async with journal._transaction() as db:
        found = {name: await db.fetchval(f"SHOW {name}") for name in ("synchronous_commit", "lock_timeout")}
        assert found == {"synchronous_commit": "on", "lock_timeout": "2s"}
        assert await db.fetchval("SHOW transaction_isolation") == "read committed"


async def test_an_address_in_one_line_will_do(journal: PostgresJournal) -> None:
    where = postgres()
    told = PostgresJournal(f"postgresql://{where['user']}@/{where['database']}?host={where['host']}")
    assert (await told.load()).id == "hall"
    await told.close()


async def test_processes_that_start_together_make_the_tables_once(psql: asyncpg.Connection) -> None:
    name = f"new_{uuid4().hex[:8]}"
    await psql.execute(f"CREATE DATABASE {name}")
    journals = [PostgresJournal({**postgres(), "database": name}) for _ in range(4)]
    halls = await asyncio.gather(*(journal.load() for journal in journals))
    assert [hall.seq for hall in halls] == [0] * 4
    for journal in journals:
        await journal.close()


async def test_a_hall_that_is_locked_too_long_fails_and_works_when_it_is_free(
    psql: asyncpg.Connection, journal: PostgresJournal, book: Kept
) -> None:
    whole = book.hall
    async with psql.transaction():
        await psql.execute("SELECT 1 FROM hall WHERE hall_id = $1 FOR UPDATE", whole.id)
        with pytest.raises(StorageFailed, match="lock"):
            await book.do(ISSUE)
    again = await kept(journal)
    assert again.hall == whole
    await again.do(ISSUE)
    assert await journal.load() == await journal.replay() == again.hall


async def test_lost_connections_are_made_anew(
    psql: asyncpg.Connection, journal: PostgresJournal, book: Kept
) -> None:
    whole = book.hall

    async def cut_off() -> None:
        async with journal._transaction() as db:
            await psql.execute(
                "SELECT pg_terminate_backend($1)", await db.fetchval("SELECT pg_backend_pid()")
            )
            await db.execute("SELECT 1")

    with pytest.raises(StorageFailed):
        await cut_off()
    assert await journal.load() == whole


async def test_a_commit_cut_off_midway_leaves_nothing(
    psql: asyncpg.Connection, journal: PostgresJournal, book: Kept
) -> None:
    whole = book.hall
    writing = asyncio.gather(book.do(*[ISSUE] * 300), return_exceptions=True)
    await psql.execute(OTHERS, postgres()["user"])
    (outcome,) = await writing
    assert isinstance(outcome, StorageFailed | tuple)
    assert (
        await journal.load() == await journal.replay() == (book.hall if isinstance(outcome, tuple) else whole)
    )


async def test_a_database_that_is_not_there_is_a_failing_store() -> None:
    for where in ({**postgres(), "host": "/nowhere"}, {**postgres(), "database": "nowhere"}):
        journal = PostgresJournal(where)
        with pytest.raises(StorageFailed):
            await journal.load()
        await journal.close()
