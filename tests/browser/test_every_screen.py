"""Window, evaluator, first page, voice, phone at their worst sizes: nothing cut, covered, dead or unpainted.

All sizes and both kinds of hall: `tests/drills/test_every_screen_walk.py`.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page

from tests.browser.screen_states import (
    evaluator_states,
    hall_of_long_words,
    ticket_states,
    unseen,
    window_states,
)
from tests.hall_here import HereHall

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session")
async def hall(data: Path) -> AsyncIterator[HereHall]:
    async with hall_of_long_words(data) as here:
        yield here


async def test_a_window_display_keeps_all_its_words_in_every_state(hall: HereHall, look: Look) -> None:
    token = hall.token("window_display", "3")
    page = await look(f"http://127.0.0.1:{hall.port}/window/?counter=3&token={token}", 1920, 540)
    sizes = [(1920, 540), (1080, 1920), (800, 480)]
    found = {state: await unseen(page, sizes) async for state in window_states(hall, page, "3")}
    assert found == {state: {} for state in found}


async def test_an_evaluator_is_whole_and_painted_in_every_state(hall: HereHall, look: Look) -> None:
    token = hall.token("evaluator", "1")
    page = await look(f"http://127.0.0.1:{hall.port}/evaluator/?counter=1&token={token}", 1024, 600)
    await page.get_by_role("button", name="English").click()
    sizes = [(480, 800), (800, 480), (1024, 600)]
    found = {state: await unseen(page, sizes) async for state in evaluator_states(hall, page, "1")}
    assert found == {state: {} for state in found}


async def test_the_first_page_and_the_voice_keep_long_names_in_their_places(
    hall: HereHall, look: Look
) -> None:
    sizes = [(1366, 768), (360, 740)]
    start = await look(f"http://127.0.0.1:{hall.port}/")
    await start.locator(".many").first.wait_for()
    voice = await look(f"http://127.0.0.1:{hall.port}/setup/?token={hall.token('hall_manager')}#voice")
    await voice.locator(".live-edit li").first.wait_for()
    assert [await unseen(start, sizes), await unseen(voice, sizes)] == [{}, {}]


async def test_a_phone_keeps_its_ticket_whole_from_waiting_to_the_end(hall: HereHall, look: Look) -> None:
    page = await look("about:blank", 320, 568)
    found = {state: await unseen(page, [(320, 568)]) async for state in ticket_states(hall, page)}
    assert found == {state: {} for state in found}
