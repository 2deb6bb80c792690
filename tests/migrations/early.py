"""Databases as they were before there were revisions."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, create_engine, text

from server.migrations.running import upgrade


def early_tables(connection: Connection) -> None:
    upgrade(connection, "0001")
    connection.execute(text("DROP TABLE alembic_version"))


def early_file(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode=WAL")
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        early_tables(connection)
    engine.dispose()
    return path
