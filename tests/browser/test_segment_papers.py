"""A company reads its own papers at the kiosk before the number, with it and on the phone (Q38)."""

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page, expect

from tests.hall_here import HereHall

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]
OURS, THEIRS = "营业执照", "房屋产权证明"


@pytest.mark.row("Q38")
async def test_a_company_reads_its_own_papers_before_the_number_and_with_it(
    hall: HereHall, look: Look
) -> None:
    kiosk = await look(f"http://127.0.0.1:{hall.port}/kiosk/?token={hall.token('kiosk', 'K1')}", 1080, 1920)
    await kiosk.locator(".whole").click()
    tile = kiosk.locator(".tile", has_text=hall.hall.setup.service["transfer"].name.zh)
    await tile.click()
    await expect(kiosk.locator(".needs")).to_contain_text(THEIRS)
    await kiosk.locator(".foot button").click()
    await kiosk.get_by_role("button", name="我是企业客户").click()
    await tile.click()
    await expect(kiosk.locator(".needs")).to_contain_text(OURS)
    await expect(kiosk.locator(".needs")).not_to_contain_text(THEIRS)
    await kiosk.locator(".tile.strong").click()
    await expect(kiosk.locator(".result .materials")).to_contain_text(OURS)
    await expect(kiosk.locator(".result .materials")).not_to_contain_text(THEIRS)
    (ticket,) = hall.hall.tickets.values()
    assert ticket.segment == "company"
    phone = await look(f"http://127.0.0.1:{hall.port}/ticket/#{ticket.token}", 390, 844)
    await expect(phone.locator("main")).to_contain_text(OURS)
    await expect(phone.locator("main")).not_to_contain_text(THEIRS)
    await expect(phone.locator("main")).not_to_contain_text("企业客户")  # who they are stays in the hall
