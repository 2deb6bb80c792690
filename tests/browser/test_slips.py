"""A real hall's tray of the virtual printer asks who is there (a demo's is open: `test_pages.py`)."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from server.devices.printers import PrinterConfig
from tests.browser.test_own_access import log_in
from tests.hall_here import HereHall, here_hall
from tests.hall_made import PASSWORD
from tests.patience import until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]
DRAWN = "picture => picture.naturalWidth > 0"


async def test_a_real_halls_tray_opens_to_a_manager(data: Path, look: Look) -> None:
    async with here_hall(data, printers=(PrinterConfig(id="K1", kind="virtual"),)) as hall:
        await hall.post(hall.token("kiosk"), "issue_ticket", service="pay")
        await until(lambda: list(hall.house.settings.slips.glob("*.png")))
        hall.house.people.add("1207", "王芳", "hall_manager", PASSWORD)
        page = await look(f"http://127.0.0.1:{hall.port}/slips/")
        await log_in(page, "1207")
        await page.get_by_role("heading", name="虚拟打印机").wait_for()
        await expect(page.get_by_role("img")).to_have_count(1)
        picture = await page.get_by_role("img").element_handle()
        assert picture
        await until(lambda: picture.evaluate(DRAWN))


async def test_a_real_halls_tray_says_to_others_whose_it_is(hall: HereHall, look: Look) -> None:
    hall.house.people.add("1208", "李强", "team_leader", PASSWORD)
    page = await look(f"http://127.0.0.1:{hall.port}/slips/")
    await log_in(page, "1208")
    await expect(page.get_by_role("main").get_by_role("status")).to_have_text("班长没有此项权限")
