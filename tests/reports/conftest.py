"""The busy hall, lived through once."""

import asyncio
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from server.domain.config.config import HallConfig
from server.journal.connecting import connect
from server.reports.period import Period, period_of
from server.visits.keeping import Keeper
from server.visits.past import Past
from tests.journal.stores import Kept
from tests.reports.two_days import MONDAY, two_days


class BusyHall:
    def __init__(self, path: Path, book: Kept) -> None:
        self.path, self.book = path, book
        assert book.hall.config is not None
        self.config: HallConfig = book.hall.config
        self.db = create_engine("sqlite://", creator=lambda: connect(path), poolclass=StaticPool).connect()
        keeper = Keeper("hall")
        while keeper.catch_up(self.db):
            pass

    def period(self, kind: str = "week", day: str = MONDAY) -> Period:
        return period_of(kind, date.fromisoformat(day), self.config.timezone)

    @property
    def past(self) -> Past:
        return Past(self.db, ["hall"])


@pytest.fixture(scope="session")
def busy(tmp_path_factory: pytest.TempPathFactory) -> BusyHall:
    path = tmp_path_factory.mktemp("busy") / "hall.sqlite3"

    async def live() -> Kept:
        book = await two_days(path)
        await book.journal.close()
        return book

    return BusyHall(path, asyncio.run(live()))
