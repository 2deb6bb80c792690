"""Drill: one of twenty screens never reads while 60,000 events pass; the others do not notice."""

import asyncio
from pathlib import Path

from tests.api.test_sleeping_screen import one_of_twenty_sleeps


async def test_one_of_twenty_screens_sleeps_through_sixty_thousand_events(data: Path) -> None:
    async with asyncio.timeout(900):
        await one_of_twenty_sleeps(data, events=60_000, let_go_within=60)
