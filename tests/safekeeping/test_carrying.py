"""Who is let in comes over whole from a hall of any version: no table and no column is forgotten."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlmodel import SQLModel

import server.tables  # noqa: F401  # the tables there are
from server.journal.opening import open_database
from server.migrations import known
from server.migrations.running import upgrade
from server.safekeeping.carrying import DOOR, carry_over

OF_THE_HALL = (
    {"hall", "event", "request", "snapshot", "visits_kept", "contact", "history_source", "history_visit"}
    | {"habit", "habit_worked", "habits_kept"}
    | {f"visit{of}" for of in ("", "_leg", "_call", "_rung")}
)
ENDED = {"session"}
SAMPLES = {"INTEGER": 7, "BIGINT": 7, "DATETIME": "2026-03-02 01:00:00.000000"}


def fill(db: sqlite3.Connection, table: str) -> None:
    """One row with something of its own in every column."""
    columns = db.execute(f"PRAGMA table_info({table})").fetchall()
    values = [SAMPLES.get(kind, f"{table}.{name}".lower()) for _, name, kind, *_ in columns]
    db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", values)


def rows(db: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    return {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in DOOR}


def a_hall_of(revision: str, file: Path) -> Path:
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        upgrade(connection, revision)
    engine.dispose()
    with closing(sqlite3.connect(file)) as db:
        for table in DOOR:
            fill(db, table)
        db.commit()
    return file


def test_every_table_is_carried_or_belongs_to_the_hall_that_comes_back() -> None:
    """A new table is one or the other: put it into `DOOR`, or here."""
    assert set(SQLModel.metadata.tables) == set(DOOR) | OF_THE_HALL | ENDED


@pytest.mark.parametrize("revision", known())
def test_every_column_comes_over_from_every_version(tmp_path: Path, revision: str) -> None:
    beside = a_hall_of(revision, tmp_path / "beside.sqlite3")
    untouched = beside.read_bytes()
    with closing(open_database(tmp_path / "hall.sqlite3")) as db:
        assert carry_over(db, beside)
        came = rows(db)
    assert beside.read_bytes() == untouched
    with closing(open_database(beside, keep=False)) as own:  # as it would have brought itself up to date
        assert came == rows(own)
    assert all(len(carried) == 1 for carried in came.values())


def test_from_a_later_version_or_a_torn_hall_nothing_is_carried(tmp_path: Path) -> None:
    beside = a_hall_of("head", tmp_path / "beside.sqlite3")
    with closing(sqlite3.connect(beside)) as later:
        later.execute("UPDATE alembic_version SET version_num = '9999'")
        later.commit()
    with closing(open_database(tmp_path / "hall.sqlite3")) as db:
        fill(db, "person")
        assert not carry_over(db, beside)
        beside.write_bytes(beside.read_bytes()[:5000])
        assert not carry_over(db, beside)
        assert len(db.execute("SELECT * FROM person").fetchall()) == 1
