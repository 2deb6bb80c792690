"""How many counters a planned day needs, known before anybody looks (Q14)."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest_asyncio

from tests.hall_here import HandClock, HereHall
from tests.rostered_hall import rostered_hall

TODAY = date(2026, 3, 2)


@pytest_asyncio.fixture
async def hall(tmp_path: Path, hand: HandClock) -> AsyncIterator[HereHall]:
    async with rostered_hall(tmp_path / "hall", hand) as here:
        yield here


async def test_only_a_day_that_is_planned_is_reckoned_by_itself(hall: HereHall) -> None:
    needed = hall.house.keep_needed
    await needed.look()
    assert needed.of(TODAY) == ()
    mine = {"person": "admin", "post": "leader", "begins": "09:00", "ends": "10:00"}
    await hall.do("plan_day", day=str(TODAY), shifts=[mine])
    await needed.look()
    assert len(needed.of(TODAY)) == 48
    assert max(needed.of(TODAY)) >= 1
    assert needed.of(TODAY)[0] == 0


async def test_it_is_reckoned_once_a_half_hour(hall: HereHall, hand: HandClock) -> None:
    needed = hall.house.keep_needed
    tomorrow = TODAY + timedelta(days=1)
    first = await needed.reckoned(tomorrow)
    assert await needed.reckoned(tomorrow) is first
    hand.move(minutes=31)
    assert await needed.reckoned(tomorrow) is not first
