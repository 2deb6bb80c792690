"""The busy hall, lived through once."""

import asyncio
from datetime import date
from pathlib import Path

import pytest

from server.domain.config.config import HallConfig
from server.journal import Recorded
from server.journal.sqlite import SqliteJournal
from server.reports.period import Period, period_of
from tests.journal.stores import Kept
from tests.reports.two_days import MONDAY, two_days


class BusyHall:
    def __init__(self, path: Path, book: Kept) -> None:
        self.path, self.book = path, book
        assert book.hall.config is not None
        self.config: HallConfig = book.hall.config
        self._read: dict[Period, list[Recorded]] = {}

    def period(self, kind: str = "week", day: str = MONDAY) -> Period:
        return period_of(kind, date.fromisoformat(day), self.config.timezone)

    def events(self, period: Period) -> list[Recorded]:
        if period not in self._read:
            journal = SqliteJournal(self.path)
            self._read[period] = asyncio.run(journal.read(period.start, period.read_until, list))
        return self._read[period]


@pytest.fixture(scope="session")
def busy(tmp_path_factory: pytest.TempPathFactory) -> BusyHall:
    path = tmp_path_factory.mktemp("busy") / "hall.sqlite3"

    async def live() -> Kept:
        book = await two_days(path)
        await book.journal.close()
        return book

    return BusyHall(path, asyncio.run(live()))
