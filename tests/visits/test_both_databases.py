"""Visits on SQLite and on PostgreSQL are the same, and so is every report; an owner may ask either."""

import json
import re
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import asyncpg
import pytest
from pydantic_core import to_json
from sqlalchemy import Connection, insert, select
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool
from sqlmodel import Session

from server.journal.postgres import PostgresJournal
from server.journal.sqlite import SqliteJournal
from server.reports.catalogue import catalogue
from server.reports.period import Period
from server.reports.report import tables
from server.reports.written.as_json import tables_json
from server.visits.keeping import EVENT, Keeper
from server.visits.past import VISIT, Past
from server.visits.rows import read
from tests.journal.stores import postgres
from tests.reports.conftest import BusyHall
from tests.reports.test_catalogue import same

T = TypeVar("T")
ARCHITECTURE = Path(__file__).parents[2] / "server/ARCHITECTURE.md"


class Region:
    """A PostgreSQL database of its own, with the busy hall's journal in it and nothing else."""

    def __init__(self, where: dict[str, Any]) -> None:
        self.journal = PostgresJournal(where)
        self._engine = create_async_engine(
            "postgresql+asyncpg://", async_creator=lambda: asyncpg.connect(**where), poolclass=NullPool
        )

    async def ask(self, work: Callable[[Connection], T]) -> T:
        async with self._engine.connect() as db:
            found = await db.run_sync(work)
            await db.commit()
            return found

    async def close(self) -> None:
        await self.journal.close()
        await self._engine.dispose()


@pytest.fixture
async def region(busy: BusyHall) -> AsyncIterator[Region]:
    name = f"visits_{uuid4().hex[:8]}"
    psql = await asyncpg.connect(**postgres())
    await psql.execute(f"CREATE DATABASE {name}")
    region = Region({**postgres(), "database": name})
    await region.journal.load()  # makes the tables
    rows = [dict(row) for row in busy.db.execute(select(EVENT)).mappings()]
    await region.ask(lambda db: db.execute(insert(EVENT), rows))
    keeper = Keeper("hall")
    while await region.ask(keeper.catch_up):
        pass
    yield region
    await region.close()
    await psql.execute(f"DROP DATABASE {name} WITH (FORCE)")
    await psql.close()


async def test_the_same_journal_makes_the_same_visits_and_the_same_reports(
    busy: BusyHall, region: Region
) -> None:
    tickets = list(busy.db.execute(select(VISIT.c.ticket)).scalars())
    assert await region.ask(lambda db: read(db, "hall", tickets)) == read(busy.db, "hall", tickets)
    period = busy.period()
    for name, report in catalogue().items():

        def told(past: Past, of: Any = report) -> Any:
            return json.loads(to_json(tables_json(tables(of, past, period, busy.config), period)))

        there = await region.journal.past(
            period.start, period.read_until, lambda db, told=told: told(Past(db, ["hall"]))
        )
        for ours, theirs in zip(told(busy.past), there, strict=True):
            same({"rows": dict(enumerate(ours["rows"]))}, {"rows": dict(enumerate(theirs["rows"]))}, name)


async def test_a_report_on_sqlite_is_read_beside_the_writer(busy: BusyHall) -> None:
    journal, period = SqliteJournal(busy.path), busy.period()
    await keep_in(busy.path)

    def n(db: Connection, of: Period = period) -> int:
        past = Past(db, ["hall"])
        return len(list(past.rows(select(VISIT.c.ticket).where(past.issued(VISIT, of.start, of.end)))))

    assert await journal.past(period.start, period.read_until, n) > 100
    await journal.close()


async def keep_in(path: Path) -> None:
    from server.watchers.keeping.keep_visits import visits_engine

    engine, keeper = visits_engine(path), Keeper("hall")
    with engine.connect() as db:
        while keeper.catch_up(db):
            pass
    engine.dispose()


async def test_an_owner_asks_either_as_the_documents_say(busy: BusyHall, region: Region) -> None:
    text = ARCHITECTURE.read_text(encoding="utf-8")
    [block] = re.findall(r"```python\n(from sqlmodel import col, select\n.*?)```", text, re.DOTALL)
    named: dict[str, Any] = {}
    exec(block, named)
    query = named["query"]

    def asked(db: Connection) -> list[tuple[str, float]]:
        with Session(db) as session:
            return [(visit.number, visit.waited_seconds) for visit in session.exec(query)]

    here = asked(busy.db)
    assert here == await region.ask(asked)
    assert len(here) > 5
    assert all(waited > 1200 for _, waited in here)
