"""D7: the manager's board makes the queue on paper, also when the server has just gone."""

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page, expect

from tests.hall_here import HereHall

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


async def test_the_list_is_made_while_the_board_is_cut_off(hall: HereHall, look: Look) -> None:
    await hall.called("1")
    await hall.issue()
    page = await look(f"http://127.0.0.1:{hall.port}/manager/?token={hall.token('hall_manager')}", 1280, 800)
    await expect(page.get_by_role("button", name="打印清单")).to_be_visible()
    await expect(page.locator(".waiting")).to_contain_text("A002")
    await page.context.set_offline(True)
    await page.get_by_role("button", name="打印清单").click()
    sheet = page.get_by_role("dialog", name="停机应急排队清单")
    await expect(sheet.get_by_role("row")).to_have_count(3)
    await expect(sheet).to_contain_text("A001")
    await expect(sheet).to_contain_text("A002")
    await page.emulate_media(media="print")
    await expect(page.get_by_role("button", name="返回看板")).to_be_hidden()
    await expect(page.get_by_role("heading", name="窗口", exact=True)).to_be_hidden()
    await page.emulate_media(media="screen")
    await page.get_by_role("button", name="返回看板").click()
    await expect(sheet).to_have_count(0)


async def test_the_guide_gives_a_return_pass_and_the_kiosk_does_not(hall: HereHall, look: Look) -> None:
    page = await look(f"http://127.0.0.1:{hall.port}/guide/?token={hall.token('guide')}", 800, 1200)
    await page.get_by_role("button", name="取号", exact=True).first.click()
    await expect(page.get_by_text("返回优先")).to_have_count(1)
    asked = {"service": "pay", "priority": "priority", "priority_reason": "return_pass"}
    for role, kept in (("guide", "return_pass"), ("kiosk", "")):
        await hall.post(hall.token(role, "K1"), "issue_ticket", **asked)
        newest = list(hall.hall.tickets.values())[-1]
        assert newest.priority_reason == kept
