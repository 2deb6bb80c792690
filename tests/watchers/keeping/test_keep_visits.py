"""Visits follow a living hall, after a restart, too; a report has all that happened before it was asked."""

import asyncio
from pathlib import Path

from sqlalchemy import select

from server.visits.past import VISIT
from server.watchers.keeping.keep_visits import KeepVisits, visits_engine
from tests.hall_here import HandClock, HereHall, here_hall


def numbers(hall: HereHall) -> list[str]:
    with visits_engine(hall.house.settings.database).connect() as db:
        return list(db.execute(select(VISIT.c.number).order_by(VISIT.c.seq)).scalars())


async def test_what_has_happened_is_there_when_it_is_asked_for(hall: HereHall) -> None:
    first = (await hall.issue())["number"]
    await hall.house.keep_visits.settle()
    assert numbers(hall) == [first]
    second = (await hall.issue())["number"]
    assert numbers(hall) == [first]  # it is not written with the commit
    await hall.house.keep_visits.settle()
    assert numbers(hall) == [first, second]


async def test_a_hall_that_has_stopped_is_one_file(data: Path, hand: HandClock) -> None:
    """The log of another hall beside it would be taken for its own (C01)."""
    async with here_hall(data, hand) as hall:
        await hall.issue()
        await hall.house.keep_visits.settle()
    assert [p.name for p in data.glob("hall.*")] == ["hall.sqlite3"]


async def test_who_gives_up_waiting_costs_the_rows_nothing(hall: HereHall) -> None:
    for _ in range(3):
        await hall.issue()
        waiting = asyncio.ensure_future(hall.house.keep_visits.settle())  # noqa: TID251  # a caller that goes
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    await hall.house.keep_visits.settle()
    assert len(numbers(hall)) == 3


async def test_a_restart_goes_on_where_the_rows_end(data: Path, hand: HandClock) -> None:
    async with here_hall(data, hand) as hall:
        await hall.issue()
        await hall.house.keep_visits.settle()
        await hall.issue()
    async with here_hall(data, hand) as hall:
        await hall.issue()
        await hall.house.keep_visits.settle()
        assert len(numbers(hall)) == 3


async def test_what_it_was_not_told_of_is_read_from_the_journal(hall: HereHall) -> None:
    """Another process may write, and more may come than is held here."""
    keeping = KeepVisits(hall.house.live, visits_engine(hall.house.settings.database))  # nobody tells it
    await keeping.settle()
    for _ in range(3):
        await hall.issue()
    await keeping.settle()
    await keeping.close()
    assert len(numbers(hall)) == 3
