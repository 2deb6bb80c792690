"""Drill: one of twenty screens never reads while 60,000 events pass; the others do not notice."""

import asyncio
from pathlib import Path

from tests.api.test_sleeping_screen import one_of_twenty_sleeps
from tests.drills.conftest import Tell

EVENTS = 60_000
LONGEST = 1800  # s; far beyond what it takes


async def test_one_of_twenty_screens_sleeps_through_sixty_thousand_events(data: Path, tell: Tell) -> None:
    async with asyncio.timeout(LONGEST):
        await one_of_twenty_sleeps(data, events=EVENTS, let_go=True)
    tell(f"{EVENTS:,} events past a screen that never reads; 19 others saw the last, memory flat")
