"""Six pictures of the demo's story for the README, taken from the product itself.

After a page has changed run `uv run --group test python -m tests.browser.pictures`.
"""

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.async_api import Browser, Page, async_playwright, expect

from server.command.making import DEMO_PASSWORD, make_demo
from tests.browser.long_words import staff_page
from tests.chromium import QUIET, SOUND, as_if_new, browser_here
from tests.hall_here import HandClock, HereHall, here_hall

WHERE = Path(__file__).parents[2] / "deploy" / "pictures"
ELEVEN = datetime(2026, 3, 4, 3, 0, tzinfo=UTC)  # a Wednesday in the hall's zone, after the morning's peak
WIDTH = 960  # of a picture; a README shows no more
LARGEST = 120 * 1024


async def shown(page: Page, name: str) -> None:
    """Keep what the page shows, small enough to be read with the README."""
    await page.wait_for_timeout(1500)  # until what moves has come to rest
    whole = Image.open(io.BytesIO(await page.screenshot())).convert("RGB")
    small = whole.resize((WIDTH, round(whole.height * WIDTH / whole.width)), Image.Resampling.LANCZOS)
    path = WHERE / f"{name}.webp"
    small.save(path, quality=80, method=6)
    assert path.stat().st_size <= LARGEST, path


@asynccontextmanager
async def opened(browser: Browser, url: str, width: int = 1920, height: int = 1080) -> AsyncIterator[Page]:
    context = await as_if_new(browser, width, height)
    page = await context.new_page()
    await page.clock.set_fixed_time(ELEVEN)  # a page asks for the day it believes in
    await page.goto(url)
    yield page
    await context.close()


async def story(hall: HereHall, browser: Browser) -> None:
    base = f"http://127.0.0.1:{hall.port}"
    async with opened(browser, f"{base}/kiosk/?token={hall.token('kiosk', 'K1')}") as kiosk:
        await kiosk.locator(".home .waits button:enabled").nth(2).click()
        await kiosk.locator(".tile.strong:enabled").click()
        await kiosk.locator(".result").wait_for()
        await shown(kiosk, "1-take-a-number")
    lobby_board = opened(browser, f"{base}/lobby/?token={hall.token('lobby_board')}")
    async with lobby_board as lobby, opened(browser, f"{base}/counter/?counter=6", 1366, 768) as counter:
        await staff_page(counter, "1205", DEMO_PASSWORD)
        await expect(counter.get_by_role("heading").first).to_be_visible()
        await hall.do("open_counter", counter="6", staff="1205")
        await hall.do("call_next", counter="6")
        await expect(lobby.locator(".hero .figure")).to_have_text("6")
        await shown(counter, "2-call-it")
        await expect(lobby.locator(".hero-head")).to_contain_text("正在叫号")
        await shown(lobby, "3-the-hall-sees-and-hears-it")
    async with opened(browser, f"{base}/guide/?token={hall.token('guide', name='李娜')}", 1280, 800) as guide:
        await expect(guide.get_by_role("listitem").first).to_be_visible()
        await shown(guide, "4-somebody-waits-too-long")
    manager = hall.token("hall_manager", name="周敏")
    async with opened(browser, f"{base}/manager/?token={manager}") as board:
        await expect(board.get_by_role("heading").first).to_be_visible()
        await shown(board, "5-the-remedy-on-the-board")
    async with opened(browser, f"{base}/reports/?token={manager}", 1366, 900) as report:
        await report.get_by_text("年", exact=True).first.click()
        await report.get_by_text("补救效果", exact=True).first.click()
        await shown(report, "6-what-it-did")


async def main() -> None:
    WHERE.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        data = Path(folder) / "demo"
        await make_demo(data, "power", ELEVEN)
        async with here_hall(data, HandClock(ELEVEN)) as hall, async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=browser_here(), args=[*QUIET, SOUND])
            await story(hall, browser)
            await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
