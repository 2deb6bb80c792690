"""One history for both databases, and it leads to what `server/tables.py` says."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import SQLModel

import server.tables  # noqa: F401
from server.journal.opening import make_tables
from server.migrations import VERSIONS, behind, is_ahead, known, newest
from server.migrations.running import history, upgrade
from tests.journal.stores import postgres


@contextmanager
def sqlite_file(path: Path) -> Iterator[Connection]:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection, connection.begin():
        yield connection
    engine.dispose()


async def in_a_new_postgres(work: Callable[[Connection], Any]) -> Any:
    """What `work` makes of a database of its own."""
    name = f"history_{uuid4().hex[:8]}"
    psql = await asyncpg.connect(**postgres())
    await psql.execute(f"CREATE DATABASE {name}")
    engine = create_async_engine(
        "postgresql+asyncpg://", async_creator=lambda: asyncpg.connect(**{**postgres(), "database": name})
    )
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(work)
    finally:
        await engine.dispose()
        await psql.execute(f"DROP DATABASE {name}")
        await psql.close()


def schema(path: Path) -> dict[str, Any]:
    with closing(sqlite3.connect(path)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        asked = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT NULL AND tbl_name = ?"
        return {
            table: (
                [row[1:] for row in db.execute(f"PRAGMA table_info({table})")],
                sorted(db.execute(asked, (table,))),
            )
            for table in sorted(tables)
        }


def differences(connection: Connection) -> list[Any]:
    upgrade(connection)
    options = {"compare_type": True, "include_name": lambda name, *_: name != "alembic_version"}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), SQLModel.metadata))


ADVICE = "server/tables.py has changed: add a revision in server/migrations/versions (ARCHITECTURE says how)"


def test_the_history_is_one_line_and_its_files_are_named_by_it() -> None:
    told = [(script.revision, Path(script.path).name) for script in history().walk_revisions()]
    assert [revision for revision, _ in told] == sorted(known(), reverse=True)
    assert history().get_heads() == [newest()]
    assert all(name.startswith(f"r{revision}_") for revision, name in told)


def test_what_is_behind_and_what_is_ahead() -> None:
    assert (behind(None), behind(newest())) == (known()[0], "")
    assert (is_ahead(None), is_ahead(newest()), is_ahead("9999")) == (False, False, True)


def test_the_history_leads_to_the_tables_of_today_on_sqlite(tmp_path: Path) -> None:
    with sqlite_file(tmp_path / "grown.sqlite3") as connection:
        assert differences(connection) == [], ADVICE
    with closing(sqlite3.connect(tmp_path / "new.sqlite3", isolation_level=None)) as db:
        make_tables(db)
    assert schema(tmp_path / "grown.sqlite3") == schema(tmp_path / "new.sqlite3"), ADVICE


async def test_the_history_leads_to_the_tables_of_today_on_postgresql() -> None:
    assert await in_a_new_postgres(differences) == [], ADVICE


NEXT = """
from alembic import op

revision, down_revision = "9001", "{before}"


def upgrade() -> None:
    with op.batch_alter_table("request") as request:
        request.drop_column("at")
"""


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The history as a later release may have it: one file more, which drops a column."""
    versions = tmp_path / "versions"
    shutil.copytree(VERSIONS, versions, ignore=shutil.ignore_patterns("__pycache__"))
    (versions / "r9001_stateless.py").write_text(NEXT.format(before=newest()))
    return versions


def lived_through(connection: Connection, later: Path) -> Any:
    """A row from before the next revision, after it."""
    upgrade(connection)
    connection.execute(
        text("INSERT INTO request VALUES ('h', 'kiosk:1/a', 'RestoreService', 1, 8, 7, '2026-03-02')")
    )
    upgrade(connection, versions=later)
    stamp = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return stamp, dict(connection.execute(text("SELECT * FROM request")).mappings().one())


LEFT = {"hall_id": "h", "name": "kiosk:1/a", "kind": "RestoreService", "epoch": 1}
LIVED = ("9001", {**LEFT, "first_seq": 8, "last_seq": 7})


def test_a_revision_is_one_file_and_may_drop_a_column_of_sqlite(tmp_path: Path, later: Path) -> None:
    with sqlite_file(tmp_path / "hall.sqlite3") as connection:
        assert lived_through(connection, later) == LIVED


async def test_the_same_file_does_it_on_postgresql(later: Path) -> None:
    assert await in_a_new_postgres(lambda connection: lived_through(connection, later)) == LIVED
