"""A real Chromium, and pages in it."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from server.domain.config.pieces.equipment import PrinterConfig
from server.domain.config.soundness.confirming import network_doors
from server.domain.setup.commands import ConfigureHall
from tests.chromium import QUIET, SOUND, as_if_new, browser_here
from tests.devices.tcp_printer import LoopbackPrinter, plugged_in
from tests.hall_here import HandClock, HereHall, here_hall
from tests.patience import PATIENCE

expect.set_options(timeout=PATIENCE * 1000)
ARTIFACTS = Path(__file__).parent.parent / "artifacts"


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the browser is."""
    return browser_here()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def running(chromium: str) -> AsyncIterator[Browser]:
    """Started once: two seconds of CPU. One that may make sounds, as a lobby board's browser is started."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=[*QUIET, SOUND])
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def browser(running: Browser) -> AsyncIterator[Browser]:
    """As if it had just been started: what a test leaves open goes with it, and all that was kept there."""
    yield running
    for context in running.contexts:
        await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def hall(data: Path, hand: HandClock) -> AsyncIterator[HereHall]:
    """A whole hall in this process, on the browser's loop."""
    async with here_hall(data, hand) as here:
        yield here


@pytest_asyncio.fixture(loop_scope="session")
async def device() -> AsyncIterator[LoopbackPrinter]:
    async with plugged_in() as printer:
        yield printer


@pytest_asyncio.fixture(loop_scope="session")
async def printing(hall: HereHall, device: LoopbackPrinter) -> HereHall:
    """The hall with a printer of its set-up, which stands at its kiosk."""
    printer = PrinterConfig(id="K1", kind="tcp", address=f"127.0.0.1:{device.port}", mode="text")
    config = replace(hall.hall.setup, printers=(printer,))
    command = ConfigureHall(config=config, confirmed=tuple(network_doors(config)))
    await hall.house.live.apply(command, actor="system:test", request="printer")
    return hall


@pytest_asyncio.fixture(loop_scope="session")
async def look(browser: Browser, request: pytest.FixtureRequest) -> AsyncIterator[Callable[..., object]]:
    """Opens pages of a given size; when the test fails, what they show is kept in tests/artifacts."""
    pages: list[Page] = []
    troubles: list[str] = []

    async def open_page(url: str, width: int = 1366, height: int = 768) -> Page:
        page = await (await as_if_new(browser, width, height)).new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        pages.append(page)
        await page.goto(url)
        return page

    yield open_page
    failed = getattr(request.node, "failed", False)
    for n, page in enumerate(pages):
        if failed and not page.is_closed():
            ARTIFACTS.mkdir(exist_ok=True)
            await page.screenshot(path=ARTIFACTS / f"{request.node.name}-{n}.png")
        await page.context.close()
    assert not troubles


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> object:
    report = yield
    if report.when == "call":
        item.failed = report.failed  # type: ignore[attr-defined]  # read by `look`
    return report
