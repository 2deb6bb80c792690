"""Every page opens without an error, can be used by everybody, and fits its screen."""

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.hall_here import HereHall
from tests.hall_server import HallServer

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]

PAGES = {
    "start": ("/", "admin", 1366, 768),
    "kiosk": ("/kiosk/", "kiosk", 1080, 1920),
    "kiosk, landscape": ("/kiosk/", "kiosk", 1920, 1080),
    "counter": ("/counter/?counter=3", "clerk", 1366, 768),
    "counter, side strip": ("/counter/?counter=3", "clerk", 360, 740),
    "window": ("/window/?counter=3", "window_display", 1920, 1080),
    "lobby": ("/lobby/", "lobby_board", 1920, 1080),
    "manager": ("/manager/", "hall_manager", 1920, 1080),
    "manager, phone": ("/manager/", "hall_manager", 360, 800),
    "hall, phone": ("/hall/", "clerk", 360, 800),
    "slips": ("/slips/", "admin", 1366, 768),
}


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HallServer]:
    """A demo hall with its hour of past and nobody moving."""
    data: Path = tmp_path_factory.mktemp("demo") / "hall"
    with HallServer(data, "--speed", "0", command="demo") as server:
        yield server


async def opened(look: Look, server: HallServer, page: str) -> Page:
    address, role, width, height = PAGES[page]
    mark = "&" if "?" in address else "?"
    here: Page = await look(f"{server.url}{address}{mark}token={server.token(role)}", width, height)
    await expect(here.get_by_role("heading", level=1).first).to_be_visible()
    return here


@pytest.mark.parametrize("page", PAGES)
async def test_a_page_fits_its_screen_and_can_be_used_by_everybody(
    page: str, busy: HallServer, look: Look
) -> None:
    here = await opened(look, busy, page)
    wider = await here.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0
    found = (await Axe().run(here)).response["violations"]
    assert not [(f["id"], [n["html"][:120] for n in f["nodes"]]) for f in found]


async def test_large_print_english_and_wheelchair_height_change_the_kiosk(
    busy: HallServer, look: Look
) -> None:
    kiosk = await opened(look, busy, "kiosk")
    await kiosk.get_by_role("button", name="English").click()
    await expect(kiosk.get_by_role("heading", level=1)).to_contain_text("Touch")
    await kiosk.get_by_role("button", name="中文").click()
    plain = await size_of_heading(kiosk)
    await kiosk.get_by_role("button", name="大字版").click()
    assert await size_of_heading(kiosk) >= plain
    await kiosk.get_by_role("button", name="轮椅").click()
    await expect(kiosk.get_by_role("button", name="轮椅")).to_have_attribute("aria-pressed", "true")


async def test_no_estimate_in_english_leaves_the_first_page_its_size(hall: HereHall, look: Look) -> None:
    """No counter is open: the longest words that a wait has stand in every row."""
    kiosk = await look(f"http://127.0.0.1:{hall.port}/kiosk/?token={hall.token('kiosk')}", 1080, 1920)
    await kiosk.get_by_role("button", name="English").click()
    waits = kiosk.locator(".waits")
    await expect(waits).to_contain_text("No estimate yet")
    assert float(await waits.evaluate("e => e.style.zoom || 1")) >= 0.7


async def size_of_heading(page: Page) -> float:
    size = await page.get_by_role("heading", level=1).first.evaluate(
        "e => parseFloat(getComputedStyle(e).fontSize)"
    )
    return float(size)
