"""The busy hall, lived through once: its days cost seconds of CPU, which no worker of a run spends again."""

import asyncio
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool, StaticPool

from server.domain.config.config import HallConfig
from server.journal.connecting import connect
from server.reports.period import Period, period_of
from server.visits.keeping import Keeper
from server.visits.past import Past
from tests.reports.two_days import MONDAY, two_days

FILE = "hall.sqlite3"


class BusyHall:
    def __init__(self, path: Path, config: HallConfig) -> None:
        self.path, self.config = path, config
        self.db = create_engine("sqlite://", creator=lambda: connect(path), poolclass=StaticPool).connect()

    def period(self, kind: str = "week", day: str = MONDAY) -> Period:
        return period_of(kind, date.fromisoformat(day), self.config.timezone)

    @property
    def past(self) -> Past:
        return Past(self.db, ["hall"])


@cache
def lived_through() -> tuple[TemporaryDirectory[str], HallConfig]:
    """Its file, which nobody opens: each takes a copy; and its set-up."""
    folder = TemporaryDirectory(prefix="busy-")
    path = Path(folder.name, FILE)

    async def live() -> HallConfig:
        book = await two_days(path)
        await book.journal.close()
        return book.hall.setup

    config, keeper = asyncio.run(live()), Keeper("hall")
    with create_engine("sqlite://", creator=lambda: connect(path), poolclass=NullPool).connect() as db:
        while keeper.catch_up(db):
            pass
    return folder, config


def pytest_before_workers() -> None:
    lived_through()


@pytest.fixture(scope="session")
def busy(tmp_path_factory: pytest.TempPathFactory) -> BusyHall:
    made, config = lived_through()
    path = tmp_path_factory.mktemp("busy") / FILE
    shutil.copyfile(Path(made.name, FILE), path)
    return BusyHall(path, config)
