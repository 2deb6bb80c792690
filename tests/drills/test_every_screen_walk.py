"""Window, evaluator, first page, set-up and phone in every size and language: nothing cut, covered, dead."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from tests.browser.conftest import browser, chromium, look, running
from tests.browser.screen_states import (
    Size,
    evaluator_states,
    hall_of_long_words,
    ticket_states,
    unseen,
    window_states,
)
from tests.chromium import as_if_new
from tests.drills.conftest import Tell
from tests.hall_here import HereHall

pytestmark = pytest.mark.asyncio(loop_scope="session")  # the browser's
__all__ = ["browser", "chromium", "look", "running"]
Look = Callable[..., Awaitable[Page]]
Found = dict[str, dict[Size, list[str]]]

PANELS = [(1920, 1080), (1920, 540), (1920, 360), (1080, 1920), (1280, 720), (1024, 600), (800, 480)]
EVALUATORS = [(1024, 600), (1280, 800), (800, 480), (600, 1024), (480, 800), (1080, 1920)]
DESKS = [(1920, 1080), (1366, 768), (1024, 768), (768, 1024), (360, 740), (320, 568)]
PHONES = [(320, 568), (360, 740), (390, 844), (768, 1024)]


@pytest_asyncio.fixture(loop_scope="session", params=[True, False], ids=["both languages", "Chinese alone"])
async def hall(request: pytest.FixtureRequest, data: Path) -> AsyncIterator[HereHall]:
    async with hall_of_long_words(data, english=request.param) as here:
        yield here


def well(found: Found, what: str, sizes: int, tell: Tell) -> None:
    wrong = [
        f"{state} at {size}: {one}"
        for state, at in found.items()
        for size, seen in at.items()
        for one in seen
    ]
    tell(f"{what}: {len(found)} states at {sizes} sizes, {len(wrong)} things wrong")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("counter", ["1", "2", "3", "4", "5", "12"])
async def test_no_state_of_a_window_display_loses_a_word(
    hall: HereHall, look: Look, browser: Browser, counter: str, tell: Tell
) -> None:
    token = hall.token("window_display", counter)
    page = await look(f"http://127.0.0.1:{hall.port}/window/?counter={counter}&token={token}", 1920, 1080)
    found: Found = {}
    async for state in window_states(hall, page, counter):
        found[state] = await unseen(page, PANELS)
    well(found, f"the display above counter {counter}", len(PANELS), tell)


@pytest.mark.parametrize("language", ["中文", "English"])
@pytest.mark.parametrize("counter", ["1", "2", "3"])
async def test_no_state_of_an_evaluator_loses_a_word(
    hall: HereHall, look: Look, browser: Browser, *, counter: str, language: str, tell: Tell
) -> None:
    token = hall.token("evaluator", counter)
    page = await look(f"http://127.0.0.1:{hall.port}/evaluator/?counter={counter}&token={token}")
    if language == "English":
        await page.get_by_role("button", name=language).click()
    found: Found = {}
    async for state in evaluator_states(hall, page, counter):
        found[state] = await unseen(page, EVALUATORS)
    well(found, f"the evaluator of counter {counter} in {language}", len(EVALUATORS), tell)


@pytest.mark.parametrize("language", ["中文", "English"])
async def test_neither_the_first_page_nor_any_section_of_the_set_up_loses_a_word(
    hall: HereHall, look: Look, browser: Browser, language: str, tell: Tell
) -> None:
    found: Found = {}
    start = await look(f"http://127.0.0.1:{hall.port}/")
    await start.locator(".many").first.wait_for()
    page = await look(f"http://127.0.0.1:{hall.port}/setup/?token={hall.token('hall_manager')}")
    await page.get_by_role("heading").first.wait_for()
    for one in (start, page) if language == "English" else ():
        await one.get_by_role("button", name=language).first.click()
    found["the first page"] = await unseen(start, DESKS)
    groups = page.locator(".sections .list [aria-expanded=false]")
    while await groups.count():
        await groups.first.click()
    links = await page.locator(".sections a").all()
    sections = [str(await link.get_attribute("href")).removeprefix("#") for link in links]
    assert len(sections) >= 24
    for section in sections:
        await page.evaluate("(section) => (location.hash = section)", section)
        await page.locator("main h2, main h1").first.wait_for()
        found[section] = await unseen(page, DESKS[:-1])
    well(found, f"the first page and the set-up in {language}", len(DESKS), tell)


@pytest.mark.parametrize("language", ["zh-CN", "en-GB"])
async def test_no_state_of_a_ticket_on_a_phone_loses_a_word(
    hall: HereHall, browser: Browser, language: str, tell: Tell
) -> None:
    context = await as_if_new(browser, 360, 740, locale=language)
    page = await context.new_page()
    found: Found = {}
    async for state in ticket_states(hall, page):
        found[state] = await unseen(page, PHONES)
    await context.close()
    well(found, f"a ticket in {language}", len(PHONES), tell)
