"""Every style, size and language of what customers see: nothing cut, covered or dead."""

from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import product
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from tests.browser.conftest import browser, chromium, look, running
from tests.browser.long_words import COMFORT, a_number, calling_hall, kiosk_states, seen
from tests.chromium import as_if_new
from tests.drills.conftest import Tell
from tests.hall_here import HereHall

pytestmark = pytest.mark.asyncio(loop_scope="session")  # the browser's
__all__ = ["browser", "chromium", "look", "running"]
Look = Callable[..., Awaitable[Page]]
STYLES = [
    tuple(wish for wish, on in zip(COMFORT, chosen, strict=True) if on)
    for chosen in product((False, True), repeat=len(COMFORT))
]


@pytest_asyncio.fixture(loop_scope="session", params=[True, False], ids=["both languages", "Chinese alone"])
async def hall(request: pytest.FixtureRequest, data: Path) -> AsyncIterator[HereHall]:
    async with calling_hall(data, english=request.param) as here:
        yield here


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (768, 1366), (1024, 768)], ids=str)
async def test_no_style_of_the_kiosk_cuts_covers_or_loses_a_tap(
    hall: HereHall, look: Look, browser: Browser, size: tuple[int, int], tell: Tell
) -> None:
    """C35."""
    page = await look(f"http://127.0.0.1:{hall.port}/kiosk/?token={hall.token('kiosk', 'K1')}", *size)
    found = {}
    async for state in kiosk_states(page, STYLES):
        found[state] = await seen(page)
    wrong = sum(bool(seen) for seen in found.values())
    tell(f"{len(found)} states at {size[0]} x {size[1]}, {wrong} with something cut, covered or dead")
    assert len(found) >= 3 * len(STYLES)
    assert found == {state: [] for state in found}


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=str)
async def test_no_style_of_the_way_to_a_number_cuts_covers_or_loses_a_tap(
    hall: HereHall, look: Look, browser: Browser, size: tuple[int, int], tell: Tell
) -> None:
    """C35's kin."""
    page = await look(f"http://127.0.0.1:{hall.port}/kiosk/?token={hall.token('kiosk', 'K1')}", *size)
    found = {}
    async for state in a_number(page, STYLES):
        found[state] = await seen(page)
    wrong = sum(bool(seen) for seen in found.values())
    tell(f"{len(found)} states at {size[0]} x {size[1]}, {wrong} with something cut, covered or dead")
    assert found == {state: [] for state in found}


TURN = 4  # s: the board has changed its language or its turn by then
TURNS = 40


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1366, 768)], ids=str)
async def test_no_turn_of_the_board_cuts_anything(
    hall: HereHall, look: Look, browser: Browser, size: tuple[int, int], tell: Tell
) -> None:
    """C36, in each of its languages."""
    page = await look("about:blank", *size)
    await page.clock.install()
    await page.goto(f"http://127.0.0.1:{hall.port}/lobby/?token={hall.token('lobby_board')}")
    await page.locator(".hero").wait_for()
    found: set[str] = set()
    for turn in range(TURNS):
        if turn % 10 == 0:
            await hall.do("recall", counter="1" if turn % 20 else "2")
        await page.clock.run_for(TURN * 1000)
        found |= set(await seen(page))
    tell(f"{TURNS} turns of the board at {size[0]} x {size[1]}, {len(found)} things cut")
    assert found == set()


@pytest.mark.parametrize("language", ["zh-CN", "en-GB"])
@pytest.mark.parametrize("size", [(360, 740), (320, 568), (768, 1024)], ids=str)
async def test_no_phone_cuts_a_ticket(
    hall: HereHall, browser: Browser, size: tuple[int, int], language: str, tell: Tell
) -> None:
    """Waiting and called, by whoever has the slip."""
    context = await as_if_new(browser, *size, locale=language)
    found: set[str] = set()
    for ticket in [t for t in hall.hall.tickets.values() if t.token][:6]:
        page = await context.new_page()
        await page.goto(f"http://127.0.0.1:{hall.port}/ticket/#{ticket.token}")
        await page.locator("h1 .number").wait_for()
        found |= set(await seen(page))
        await page.close()
    await context.close()
    tell(f"6 tickets on a phone of {size[0]} x {size[1]} in {language}, {len(found)} things cut")
    assert found == set()
