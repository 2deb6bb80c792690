"""A hall's real SQLite file, set as the server sets it, and everybody who guards it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine, event
from sqlmodel import SQLModel, create_engine

from server.access.devices import Devices
from server.access.gate import Gate
from server.access.people import People
from server.access.secrets import Passwords

NOW = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)  # a Monday, 08:30 in the hall
PASSWORD = "quiet-bamboo-07"


def open_hall_file(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def settings(connection: Any, _: object) -> None:
        for pragma in ("journal_mode=WAL", "busy_timeout=5000", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    return engine


def cheap_passwords() -> Passwords:
    return Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hall.db"


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    engine = open_hall_file(path)
    SQLModel.metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def people(engine: Engine) -> People:
    """Clerk 1207 with a PIN and team leader 1100 without."""
    people = People(engine, "h1", cheap_passwords())
    people.add("1207", "王芳", "clerk", PASSWORD, "4071")
    people.add("1100", "李强", "team_leader", PASSWORD)
    return people


@pytest.fixture
def devices(engine: Engine) -> Devices:
    return Devices(engine, "h1")


@pytest.fixture
def gate(people: People, devices: Devices) -> Gate:
    return Gate(people, devices)
