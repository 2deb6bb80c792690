"""An earlier database of a region is kept in a schema of its own and renewed; a later one is left."""

import asyncio
from collections.abc import AsyncIterator
from uuid import uuid4

import asyncpg
import pytest
from sqlalchemy.ext.asyncio import create_async_engine

from server.journal import StorageFailed
from server.journal.opening import DataAhead
from server.journal.postgres import PostgresJournal
from server.migrations import newest, serving
from tests.journal.stores import postgres
from tests.migrations.early import early_tables
from tests.patience import until


@pytest.fixture
async def psql() -> AsyncIterator[asyncpg.Connection]:
    """Connected to a database of its own, whose tables are from before there were revisions."""
    name = f"early_{uuid4().hex[:8]}"
    above = await asyncpg.connect(**postgres())
    await above.execute(f"CREATE DATABASE {name}")
    where = {**postgres(), "database": name}
    engine = create_async_engine("postgresql+asyncpg://", async_creator=lambda: asyncpg.connect(**where))
    async with engine.begin() as made:
        await made.run_sync(early_tables)
    await engine.dispose()
    connection = await asyncpg.connect(**where)
    await connection.execute("ALTER TABLE person DROP COLUMN failures")
    await connection.execute("DROP TABLE device_seen")
    await connection.execute("INSERT INTO person VALUES ('h', '1207', '王芳', 'clerk', '', '', NULL)")
    yield connection
    await connection.close()
    await above.execute(f"DROP DATABASE {name} WITH (FORCE)")
    await above.close()


def journals(psql: asyncpg.Connection, n: int) -> list[PostgresJournal]:
    name = psql.get_settings() and psql._params.database
    return [PostgresJournal({**postgres(), "database": name}) for _ in range(n)]


async def test_processes_that_start_together_bring_it_up_once(psql: asyncpg.Connection) -> None:
    several = journals(psql, 3)
    assert [hall.seq for hall in await asyncio.gather(*(j.load() for j in several))] == [0] * 3
    for journal in several:
        await journal.close()
    assert await psql.fetchval("SELECT version_num FROM alembic_version") == newest()
    assert await psql.fetchval("SELECT failures FROM person WHERE login = '1207'") == 0
    assert await psql.fetchval("SELECT count(*) FROM device_seen") == 0
    assert await psql.fetchval("SELECT login FROM before_0001.person") == "1207"
    schemas = await psql.fetch("SELECT 1 FROM pg_namespace WHERE nspname LIKE 'before%'")
    assert len(schemas) == 1


async def test_a_step_that_fails_takes_all_of_them_back(psql: asyncpg.Connection) -> None:
    await psql.execute("DROP INDEX event_clock")
    await psql.execute("CREATE INDEX event_clock ON person (login)")
    [journal] = journals(psql, 1)
    with pytest.raises(StorageFailed, match="as it was before"):
        await journal.load()
    await journal.close()
    assert await psql.fetchval("SELECT to_regclass('alembic_version')") is None
    assert await psql.fetchval("SELECT to_regclass('before_0001.person')") is None


async def test_a_database_that_is_ahead_is_left_alone(psql: asyncpg.Connection) -> None:
    await psql.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    await psql.execute("INSERT INTO alembic_version VALUES ('9999')")
    [journal] = journals(psql, 1)
    with pytest.raises(DataAhead, match=r"更新的版本[^$]*newer version"):
        await journal.load()
    await journal.close()
    assert await psql.fetchval("SELECT to_regclass('device_seen')") is None


async def test_nothing_is_changed_beneath_a_server_of_an_earlier_version(psql: asyncpg.Connection) -> None:
    name = psql._params.database
    earlier = await asyncpg.connect(
        **{**postgres(), "database": name}, server_settings={"application_name": serving("0000")}
    )
    [journal] = journals(psql, 1)
    with pytest.raises(StorageFailed, match=r"旧版本[^$]*earlier version \(1 connections\)"):
        await journal.load()
    assert await psql.fetchval("SELECT to_regclass('alembic_version')") is None
    await earlier.close()
    assert (await journal.load()).seq == 0
    await journal.close()


async def test_no_server_of_an_earlier_version_comes_in_while_tables_are_renewed(
    psql: asyncpg.Connection,
) -> None:
    """It would have read the old revision just before the new one was there, and then written no more."""
    await psql.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    await psql.execute("INSERT INTO alembic_version VALUES ('0001')")
    where = {**postgres(), "database": psql._params.database}
    journal, waiting = PostgresJournal(where), PostgresJournal(where)
    halfway = "SELECT 1 FROM pg_locks WHERE relation = 'person'::regclass AND NOT granted"
    async with asyncio.TaskGroup() as group, psql.transaction():
        await psql.execute("LOCK TABLE person IN ACCESS EXCLUSIVE MODE")  # whoever renews stands still
        renewing = group.create_task(journal.load())
        await until(lambda: psql.fetchval(halfway))
        earlier = await asyncpg.connect(
            **where, server_settings={"application_name": serving("0001"), "lock_timeout": "50ms"}
        )
        with pytest.raises(asyncpg.LockNotAvailableError):
            await earlier.fetchval("SELECT version_num FROM alembic_version")
        another = group.create_task(waiting.load())  # of this version: waits its turn
    assert [renewing.result().seq, another.result().seq] == [0, 0]
    assert await earlier.fetchval("SELECT version_num FROM alembic_version") == newest()
    for line in (earlier, journal, waiting):
        await line.close()


async def test_a_server_with_nothing_to_do_is_still_seen_to_be_here(psql: asyncpg.Connection) -> None:
    [journal] = journals(psql, 1)
    await journal.load()
    here = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1"
    )
    assert await psql.fetchval(here, serving(newest())) > 0
    holders = journal._pool._holders
    assert not any(holder._inactive_callback for holder in holders), "no connection is let go for being quiet"
    await journal.close()


async def test_a_revision_that_was_taken_out_is_told_with_what_to_do(psql: asyncpg.Connection) -> None:
    [first] = journals(psql, 1)
    await first.load()
    await first.close()
    await psql.execute("DELETE FROM alembic_version")
    [journal] = journals(psql, 1)
    with pytest.raises(StorageFailed, match=r"版本标记是空的[^$]*newest backup"):
        await journal.load()
    await journal.close()
