"""No page asks any other host, runs a script from elsewhere, or breaks its own policy."""

from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, Page

from server.api.public.pages import PAGES
from tests.chromium import as_if_new
from tests.hall_here import HereHall

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def watched(browser: Browser, address: str) -> tuple[Page, list[str], list[str]]:
    """The page, every address it asked, and what its policy or its scripts complained of."""
    page = await (await as_if_new(browser)).new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on(
        "console", lambda line: said.append(line.text) if "Content Security Policy" in line.text else None
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    await page.goto(address)
    await page.wait_for_load_state("load")
    return page, asked, said


@pytest.mark.parametrize("name", PAGES)
async def test_a_page_asks_nobody_but_the_hall(browser: Browser, hall: HereHall, name: str) -> None:
    address = f"http://127.0.0.1:{hall.port}/" + ("" if name == "start" else f"{name}/")
    page, asked, said = await watched(browser, address)
    await page.locator("#app > *").first.wait_for(state="attached")
    hosts = {urlsplit(url).netloc for url in asked if urlsplit(url).scheme not in ("data", "blob")}
    assert hosts == {f"127.0.0.1:{hall.port}"}
    assert said == []
    await page.close()


async def test_the_interface_is_described_without_internet(browser: Browser, hall: HereHall) -> None:
    page, asked, said = await watched(browser, f"http://127.0.0.1:{hall.port}/api/docs")
    await page.get_by_text("/api/commands/issue_ticket").first.wait_for()
    assert {urlsplit(url).netloc for url in asked} - {""} == {f"127.0.0.1:{hall.port}"}
    assert said == []
    await page.close()
