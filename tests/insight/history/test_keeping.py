"""Foreign visits in rows of their own: there, listed, undone, and nothing of what was interrupted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from server.insight.history.keeping import VISIT, History, Source
from server.insight.history.reading import Account, PastVisit
from server.journal.sqlite import engine_for

NOW = datetime(2026, 12, 1, tzinfo=UTC)
FILE = Source(
    name="旧系统",
    sha256="abc",
    imported_at=NOW,
    first_day=date.min,
    last_day=date.min,
    taken=0,
    left=0,
    whole=False,
)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = engine_for(tmp_path / "hall.sqlite3")
    yield engine
    engine.dispose()


def customers(n: int, account: Account) -> Iterator[PastVisit]:
    for line in range(2, n + 2):
        at = NOW - timedelta(days=20) + timedelta(minutes=line)
        account.taken += 1
        account.days[at.date()] += 1
        yield PastVisit(
            line=line,
            issued_at=at,
            day=at.date(),
            minute=at.hour * 60 + at.minute,
            service="A",
            number=f"A{line}",
            called_at=None,
            started_at=None,
            ended_at=at + timedelta(minutes=9),
            counter="",
            staff="",
        )


def kept(engine: Engine) -> int:
    with engine.connect() as db:
        return db.execute(select(func.count()).select_from(VISIT)).scalar_one()


def test_kept_listed_known_again_and_undone(engine: Engine) -> None:
    history, account = History(engine, "hall"), Account()
    history.keep(FILE, customers(2500, account), account)
    [source] = history.sources()
    assert (source.name, source.taken, source.whole) == ("旧系统", 2500, True)
    assert source.first_day == date(2026, 11, 11)
    again, known = next(customers(1, Account())), history.keys()
    assert again.key in known
    assert history.undo("别的") is None
    assert history.undo("旧系统") == 2500
    assert (history.sources(), kept(engine)) == ([], 0)


def test_another_halls_and_another_files_rows_stay(engine: Engine) -> None:
    for hall, name in (("hall", "一"), ("hall", "二"), ("other", "一")):
        account = Account()
        History(engine, hall).keep(replace(FILE, name=name), customers(5, account), account)
    assert History(engine, "hall").undo("一") == 5
    assert kept(engine) == 10


def test_interrupted_it_counts_for_nothing_and_is_begun_anew(engine: Engine) -> None:
    history, account = History(engine, "hall"), Account()

    def cut_off() -> Iterator[PastVisit]:
        yield from customers(1500, account)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        history.keep(FILE, cut_off(), account)
    assert [source.whole for source in history.sources()] == [False]
    assert kept(engine) == 1000
    account = Account()
    history.keep(FILE, customers(1500, account), account)
    assert kept(engine) == 1500
