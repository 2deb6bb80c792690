"""Brings an earlier database of a region up to date: kept as it was, then renewed in one transaction."""

import logging
from collections.abc import Mapping
from typing import Any

import asyncpg
from alembic.util import CommandError
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from server.journal import StorageFailed
from server.journal.damage_texts import both
from server.migrations import RENEWING, SERVING, STAMP, behind, newest, serving
from server.migrations.running import upgrade

log = logging.getLogger(__name__)


async def bring_up_to_date(where: Mapping[str, Any]) -> None:
    """On a connection that may take its time; raises `StorageFailed`, and then nothing has changed.

    Never beneath a server of an earlier version, which could write no more. One that starts meanwhile reads
    the revision before anything else, which nobody can from before we look who is there until all is done.
    """
    engine = create_async_engine(
        "postgresql+asyncpg://", async_creator=lambda: asyncpg.connect(**where), poolclass=NullPool
    )
    try:
        async with engine.connect() as connection, connection.begin():
            await connection.run_sync(_renew)
    except (SQLAlchemyError, CommandError) as why:
        raise StorageFailed(both("database_not_renewed", why=getattr(why, "orig", None) or why)) from why
    finally:
        await engine.dispose()


def _renew(connection: Connection) -> None:
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": RENEWING})
    if inspect(connection).has_table(STAMP):
        connection.execute(text(f"LOCK TABLE {STAMP} IN ACCESS EXCLUSIVE MODE"))
    if next_one := behind(_revision_of(connection)):  # else another process was quicker
        if of := _served_by(connection):
            raise StorageFailed(both("database_served_by_earlier", n=of))
        kept = _kept(connection, next_one)
        log.warning("the database's tables are brought up to date; as they were: schema %s", kept)
        upgrade(connection)


def _served_by(connection: Connection) -> int:
    """How many connections servers have here that run on other tables than this program's."""
    others = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND starts_with(application_name, :serving) AND application_name <> :ours"
    )
    return int(connection.execute(others, {"serving": SERVING, "ours": serving(newest())}).scalar() or 0)


def _revision_of(connection: Connection) -> str | None:
    if not inspect(connection).has_table(STAMP):
        return None
    revision: str | None = connection.execute(text(f"SELECT version_num FROM {STAMP}")).scalar()
    return revision


def _kept(connection: Connection, revision: str) -> str:
    """Every table as it was, in a schema of its own; who is content drops it."""
    tables = inspect(connection).get_table_names()
    schemas, kept, n = inspect(connection).get_schema_names(), f"before_{revision}", 1
    while kept in schemas:
        n += 1
        kept = f"before_{revision}_{n}"
    connection.execute(text(f'CREATE SCHEMA "{kept}"'))
    for table in tables:
        connection.execute(text(f'CREATE TABLE "{kept}"."{table}" AS TABLE "{table}"'))
    return kept
