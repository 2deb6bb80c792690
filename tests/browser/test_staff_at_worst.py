"""What staff have before them when most is wrong: twelve counters, fifteen businesses, long names, waits.

Both languages, each page at its sizes: nothing cut, covered, outside or dead; what matters is seen at once.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.long_words import calling_hall
from tests.browser.screen_states import unseen
from tests.hall_here import HereHall
from tests.patience import SELDOM, until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]
OUT_OF_SIGHT = """() => [...document.querySelectorAll(".counter")].filter((one) => {
  const { left, top, bottom } = one.getBoundingClientRect();
  const seen = one.contains(document.elementFromPoint(left + 20, bottom - 4));
  return top < 0 || bottom > innerHeight || !seen;
}).length"""
# Words that can be pressed and have no box of their own: of two lines both begin where words begin.
IN_THE_MIDDLE = """() => [...document.querySelectorAll("button, a")].filter((one) => {
  const { backgroundColor, borderLeftWidth, textAlign } = getComputedStyle(one);
  const words = document.createRange();
  words.selectNodeContents(one);
  const drawn = [...words.getClientRects()].filter(({ width }) => width > 1);
  const lines = new Set(drawn.map(({ top }) => Math.round(top / 8)));
  const bare = backgroundColor === "rgba(0, 0, 0, 0)" && borderLeftWidth === "0px";
  return bare && lines.size > 1 && textAlign === "center";
}).map((one) => one.textContent)"""


@pytest_asyncio.fixture(loop_scope="session")
async def hall(data: Path) -> AsyncIterator[HereHall]:
    async with calling_hall(data) as here:
        for counter in list(here.hall.setup.counters)[4:9]:
            await here.do("open_counter", counter=counter.id, profile="all_services")
        here.clock.move(minutes=27)
        await until(lambda: len(here.hall.care.cases) >= 6, SELDOM)
        for counter in ("2", "3"):
            await here.do("start_service", counter=counter)
            await here.do("finish_ticket", counter=counter)
        yield here


async def both_languages(page: Page, *sizes: tuple[int, int]) -> None:
    for language in ("zh-CN", "en"):
        if language == "en":
            await page.get_by_role("button", name="English").first.click()
        await expect(page.locator("html")).to_have_attribute("lang", language)
        assert (language, await unseen(page, sizes)) == (language, {})
        assert await page.evaluate(IN_THE_MIDDLE) == []


async def all_in_sight(page: Page) -> bool:
    return bool(await page.evaluate(OUT_OF_SIGHT) == 0)


async def test_a_manager_sees_all_twelve_counters_and_every_word(hall: HereHall, look: Look) -> None:
    """Faults 8 and 21: those that stand idle while others wait were below the fold."""
    page = await look(f"http://127.0.0.1:{hall.port}/manager/?token={hall.token('hall_manager')}")
    await expect(page.locator(".tile.remedy").first).to_be_visible()
    await expect(page.locator(".counter.still").first).to_be_visible()
    await both_languages(page, (1366, 768), (1920, 1080), (360, 740))
    for width, height in ((1366, 768), (1920, 1080)):
        await page.set_viewport_size({"width": width, "height": height})
        await expect(page.locator(".counter")).to_have_count(12)
        await until(partial(all_in_sight, page), SELDOM)  # once it has fitted itself to its new size


async def test_a_clerk_reads_every_word(hall: HereHall, look: Look) -> None:
    address = f"http://127.0.0.1:{hall.port}/counter/?counter=1&token={hall.token('clerk', '1')}"
    page = await look(address)
    await expect(page.locator(".care .others")).to_be_visible()
    await both_languages(page, (1366, 768), (360, 740))


async def test_a_guide_reads_every_word(hall: HereHall, look: Look) -> None:
    page = await look(f"http://127.0.0.1:{hall.port}/guide/?token={hall.token('guide')}", 1024, 768)
    await expect(page.locator(".row").first).to_be_visible()
    await both_languages(page, (1024, 768), (768, 1024))
    title = page.get_by_role("heading", level=1)
    assert await title.evaluate("(one) => one.currentCSSZoom") == 1  # the hall's name gives way to it


@pytest.mark.parametrize("report", ["counters", "care"])
async def test_a_report_is_no_wider_than_a_phone(hall: HereHall, look: Look, report: str) -> None:
    day = hall.clock.at.date().isoformat()
    address = f"http://127.0.0.1:{hall.port}/reports/?report={report}&date={day}"
    page = await look(f"{address}&token={hall.token('hall_manager')}", 360, 740)
    await expect(page.locator(".bar-line").first).to_be_visible()
    await both_languages(page, (360, 740))
