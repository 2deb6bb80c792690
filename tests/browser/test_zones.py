"""Every page shows the time of the hall's own zone, wherever the browser stands (C07)."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from server.api.screens.screen import zone_of
from server.domain.config.pieces.calendar import Hours
from server.domain.setup.commands import ConfigureHall
from tests.hall_here import HandClock, HereHall, here_hall

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]

# Where, the moment, and what the wall there says: the second is after the clock was put forward that night.
PLACES = {
    "Asia/Urumqi": (datetime(2026, 3, 2, 1, 41, tzinfo=UTC), "07:41", "2026-03-02"),
    "America/New_York": (datetime(2026, 3, 8, 12, 5, tzinfo=UTC), "08:05", "2026-03-08"),
}


@pytest_asyncio.fixture(params=PLACES, loop_scope="session")
async def there(request: pytest.FixtureRequest, data: Path) -> AsyncIterator[tuple[HereHall, str, str]]:
    moment, clock, day = PLACES[request.param]
    async with here_hall(data, HandClock(moment)) as hall:
        config = hall.hall.config
        assert config is not None
        hours = Hours(opens="09:30", closes="18:30")
        command = ConfigureHall(config=replace(config, timezone=request.param, hours=hours))
        await hall.house.live.apply(command, actor="system:test", request="zone")
        yield hall, clock, day


@pytest.mark.parametrize(
    ("page", "role"), [("lobby", "lobby_board"), ("manager", "hall_manager"), ("guide", "guide")]
)
async def test_a_page_shows_the_halls_time(
    there: tuple[HereHall, str, str], look: Look, page: str, role: str
) -> None:
    hall, clock, _ = there
    here = await look(f"http://127.0.0.1:{hall.port}/{page}/?token={hall.token(role)}", 1920, 1080)
    await expect(here.get_by_text(clock).first).to_be_visible()


async def test_a_kiosk_that_opens_later_says_so_under_the_halls_clock(
    there: tuple[HereHall, str, str], look: Look
) -> None:
    hall, clock, _ = there
    here = await look(f"http://127.0.0.1:{hall.port}/kiosk/?token={hall.token('kiosk')}", 1080, 1920)
    await expect(here.get_by_text(clock).first).to_be_visible()
    await expect(here.get_by_text("09:30").first).to_be_visible()


async def test_reports_begin_with_the_halls_day(there: tuple[HereHall, str, str], look: Look) -> None:
    hall, _, day = there
    here = await look(f"http://127.0.0.1:{hall.port}/reports/?token={hall.token('hall_manager')}&date={day}")
    assert await here.evaluate("document.documentElement.dataset.zone") == zone_of(hall.hall)
