"""A customer's phone on the hall's own Wi-Fi while nothing beyond the hall can be reached (Q42)."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.chromium import QUIET, as_if_new
from tests.hall_here import HereHall

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

NOTHING_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"


@pytest_asyncio.fixture(loop_scope="session")
async def phone(running: Browser, chromium: str) -> AsyncIterator[Page]:
    """A phone for which no name and no address but the hall's leads anywhere."""
    cut_off = await running.browser_type.launch(executable_path=chromium, args=[*QUIET, NOTHING_ELSE])
    yield await (await as_if_new(cut_off, 360, 800)).new_page()
    await cut_off.close()


@pytest.mark.row("Q42")
async def test_a_phone_without_internet_has_its_place_the_hall_and_help(phone: Page, hall: HereHall) -> None:
    failed: list[str] = []
    phone.on("requestfailed", lambda request: failed.append(request.url))
    tickets = [await hall.issue("pay") for _ in range(5)]
    at = f"http://127.0.0.1:{hall.port}"

    await phone.goto(f"{at}/ticket/#{tickets[4]['token']}")
    await expect(phone.locator("dl")).to_contain_text("4 人")
    await phone.get_by_role("button", name="点一下，快到我时响铃").click()
    await expect(phone.get_by_text("前面剩 3 人和叫到您时会响铃")).to_be_visible()
    await hall.do("open_counter", counter="1")
    await hall.do("call_next", counter="1")
    await expect(phone.get_by_text("快到您了，请回到大厅等候")).to_be_visible()
    await expect(phone.locator("dl")).to_contain_text("3 人")

    await phone.context.set_offline(
        True
    )  # out of the hall's own Wi-Fi, too: what is known stays, and says so
    await expect(phone.locator(".trouble")).to_contain_text("网络不通，正在重试… 下面是刚才的情况")
    await expect(phone.locator("dl")).to_contain_text("3 人")
    await phone.context.set_offline(False)
    await expect(phone.locator(".trouble")).to_have_text("")
    failed.clear()

    await phone.goto(f"{at}/ticket/#{'0' * 22}")  # another hash of the same page: it looks anew by itself
    await expect(phone.get_by_role("heading", name="查不到这个号码")).to_be_visible()
    await phone.get_by_role("link", name="看大厅现在等多久").click()
    await expect(phone.get_by_role("heading", name="现在等候")).to_be_visible()
    await expect(phone.locator("summary").first).to_contain_text("等候 4 人")
    await phone.locator("summary").first.click()
    await expect(phone.locator("details").first).to_contain_text("请准备")
    assert failed == []
