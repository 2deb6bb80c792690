"""A call is not answered: a masked number, tomorrow 09:30, and somebody says that it is done (Q21)."""

from collections.abc import Awaitable, Callable

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.hall_here import HereHall
from tests.patience import until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


def address(hall: HereHall, page: str, role: str, place: str = "") -> str:
    return f"http://127.0.0.1:{hall.port}/{page}token={hall.token(role, place)}"


async def for_everybody(page: Page) -> None:
    """Nothing that axe finds, and nothing wider than the screen."""
    found = (await Axe().run(page)).response["violations"]
    assert not [(f["id"], [n["html"][:120] for n in f["nodes"]]) for f in found]
    wider = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0


async def not_reached(page: Page, department: str) -> None:
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("哪个部门或谁").fill(department)
    await dialog.get_by_text("没有联系上，另约时间").click()
    await expect(dialog.get_by_role("button", name="交办", exact=True)).to_be_disabled()
    await dialog.get_by_label("客户联系电话").fill("138 1234 5678")
    await expect(dialog).to_contain_text("系统只保存 138****5678，完整号码不保存、不发出")
    await expect(dialog.get_by_label("几点")).to_have_value("2026-03-03T01:30:00Z")
    await for_everybody(page)
    await dialog.get_by_role("button", name="交办", exact=True).click()
    await expect(dialog).to_have_count(0)


@pytest.mark.row("Q21")
async def test_from_the_tablet_to_done_on_the_board(hall: HereHall, look: Look) -> None:
    sent: list[str] = []
    guide = await look(address(hall, "guide/?", "guide"), 1280, 800)
    guide.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(str(frame))))
    await guide.reload()
    await guide.get_by_role("button", name="预约", exact=True).click()
    await expect(guide.get_by_text("没有未办完的交办")).to_be_visible()
    await guide.get_by_role("button", name="交给后台或其他部门").click()
    await not_reached(guide, "计量班")
    await expect(guide.locator(".handovers li")).to_contain_text("3月3日 周二 09:30")
    await expect(guide.locator(".handovers li")).to_contain_text("计量班 · 138****5678")
    assert any("138****5678" in frame for frame in sent)
    assert not any("1234" in frame for frame in sent if "hand_over" in frame)
    board = await look(address(hall, "manager/?", "hall_manager"), 1366, 768)
    await expect(board.locator(".needs")).to_contain_text("交办未办完 1 件，最早 3月3日 周二 09:30 计量班")
    await board.get_by_role("button", name="看交办").click()
    await for_everybody(board)
    await board.get_by_role("button", name="计量班 138****5678 办完了").click()
    await until(lambda: not hall.hall.guidance.handovers)
    await expect(board.get_by_text("没有未办完的交办")).to_be_visible()


@pytest.mark.row("Q21")
async def test_a_clerk_hands_over_who_is_served(hall: HereHall, look: Look) -> None:
    await hall.sit_down("1", "clerk")
    ticket = await hall.called("1")
    await hall.do("start_service", counter="1")
    console = await look(address(hall, "counter/?counter=1&", "clerk", "1"), 1366, 768)
    await console.get_by_role("button", name="交办", exact=True).click()
    await not_reached(console, "客户经理班")
    await until(lambda: ticket in hall.hall.ended)
    (handover,) = hall.hall.guidance.handovers.values()
    assert (handover.department, handover.contact) == ("客户经理班", "138****5678")
    assert hall.hall.counters["1"].ticket is None
