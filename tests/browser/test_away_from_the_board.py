"""A manager who looks elsewhere is told by the desktop, if they want that; a lost line covers nothing."""

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page, WebSocketRoute, expect

from tests.hall_here import HandClock, HereHall
from tests.patience import SELDOM, until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]
# The browser of the tests has no desktop and no second window: what the page hands over is kept.
DESKTOP = """
window.told = [];
window.here = true;
document.hasFocus = () => window.here;
window.Notification = class {
  static permission = "default";
  static requestPermission = async () => (Notification.permission = window.answer ?? "granted");
  constructor(title, { body }) { window.told.push(`${title} | ${body}`); }
};
"""


async def board(hall: HereHall, look: Look, script: str = "") -> Page:
    page = await look("about:blank")
    await page.add_init_script(DESKTOP + script)
    await page.goto(f"http://127.0.0.1:{hall.port}/manager/?token={hall.token('hall_manager')}")
    await expect(page.get_by_role("button", name="桌面通知：关")).to_be_visible()
    return page


async def looks_away(page: Page) -> None:
    await page.evaluate("here = false")


async def overdue(hall: HereHall, hand: HandClock) -> None:
    await hall.issue("pay")
    hand.move(minutes=21)
    await until(lambda: hall.hall.care.cases, SELDOM)


async def test_whoever_wants_it_is_told_once_while_looking_elsewhere(
    hall: HereHall, hand: HandClock, look: Look
) -> None:
    page = await board(hall, look)
    await page.get_by_role("button", name="桌面通知：关").click()
    await expect(page.get_by_role("button", name="桌面通知：开")).to_be_visible()
    await looks_away(page)
    await overdue(hall, hand)
    mine = "told.filter((one) => one.startsWith('A001'))"
    await until(lambda: page.evaluate(f"{mine}.length"), SELDOM)
    await expect(page.locator(".matters .worst")).to_contain_text("A001")
    assert await page.evaluate(mine) == ["A001 等候超时，须补救 | 供电公司示范营业厅"]


async def test_nobody_is_told_unasked_nor_where_the_browser_says_no(
    hall: HereHall, hand: HandClock, look: Look
) -> None:
    page = await board(hall, look)
    refused = await board(hall, look, 'window.answer = "denied";')
    await refused.get_by_role("button", name="桌面通知：关").click()
    await expect(refused.get_by_role("status").filter(has_text="浏览器")).to_be_visible()
    await expect(refused.get_by_role("button", name="桌面通知：关")).to_be_visible()
    for one in (page, refused):
        await looks_away(one)
    await overdue(hall, hand)
    for one in (page, refused):
        await expect(one.locator(".matters .worst")).to_contain_text("A001")
        assert await one.evaluate("told") == []


async def test_a_lost_line_is_told_above_the_halls_name_not_over_it(hall: HereHall, look: Look) -> None:
    """Fault 29."""
    page = await look("about:blank")
    lines: list[WebSocketRoute] = []

    async def line(route: WebSocketRoute) -> None:
        lines.append(route)
        if len(lines) == 1:
            route.connect_to_server()
        else:
            await route.close()

    await page.route_web_socket("**/ws", line)
    await page.goto(f"http://127.0.0.1:{hall.port}/manager/?token={hall.token('hall_manager')}")
    title = page.get_by_role("heading", level=1)
    await expect(title).to_contain_text("营业厅")
    await lines[0].close()
    banner = page.locator(".banner:not(.empty)")
    await expect(banner).to_be_visible()
    for what in (title, page.locator(".manager header time")):
        under, over = await what.bounding_box(), await banner.bounding_box()
        assert under
        assert over
        assert under["y"] >= over["y"] + over["height"]
