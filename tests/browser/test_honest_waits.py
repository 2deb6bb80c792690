"""A foreseen wait on the screens of a customer and of those who run the hall, and why it changes."""

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page, expect

from server.domain.promises.nouns import Ahead, Foresight
from tests.hall_here import HereHall

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]
SPAN, LONGEST = "约 10–15 分钟", "约 100–120 分钟"
IN_ONE_LINE = """of => {
  const words = document.createRange();
  words.selectNodeContents(of);
  return words.getClientRects().length;
}"""


def foresees(hall: HereHall, low: float, high: float, **shares: float) -> None:
    """Instead of the worker, which would answer meanwhile, for who waits and for who joins."""
    hall.house.run_forward._take = lambda foresight: None
    ahead = Ahead(low=low * 60, high=high * 60, **shares)
    hall.house.looking_ahead.take(
        Foresight(
            at=hall.clock.at,
            seq=hall.hall.seq,
            tickets={ticket.id: ahead for ticket in hall.hall.waiting()},
            joins={(queue.id, urgent): ahead for queue in hall.hall.setup.queues for urgent in (False, True)},
        )
    )
    hall.clock.move(seconds=1)  # waits are looked at once a second


async def page_of(hall: HereHall, look: Look, path: str, width: int, height: int) -> Page:
    return await look(f"http://127.0.0.1:{hall.port}{path}", width, height)


async def of_staff(hall: HereHall, look: Look, screen: str, role: str) -> Page:
    page = await page_of(hall, look, f"/{screen}/", 1366, 768)
    kept = {"name": f"hallqueue.{screen}.token", "token": hall.token(role)}
    await page.evaluate("({name, token}) => localStorage.setItem(name, token)", kept)
    await page.reload()
    return page


@pytest.mark.row("Q01")
async def test_a_span_is_read_everywhere_and_a_pause_says_why_the_phone_has_another(
    hall: HereHall, look: Look
) -> None:
    await hall.sit_down("1", "1207")
    foresees(hall, 11, 14)
    issued = await hall.issue()
    await hall.issue()
    foresees(hall, 11, 14, over=0.7)
    await hall.house.looking_ahead.look()

    kiosk = await page_of(hall, look, f"/kiosk/?token={hall.token('kiosk', 'K1')}", 1080, 1920)
    await kiosk.get_by_role("button", name="触摸屏幕取号").click()
    await expect(kiosk.locator(".tile", has_text="交电费").locator(".wait")).to_have_text(SPAN)
    phone = await page_of(hall, look, f"/ticket/#{issued['token']}", 360, 740)
    await expect(phone.locator(".wait")).to_have_text(SPAN)
    await expect(phone.locator(".why")).to_have_count(0)
    lobby = await page_of(hall, look, f"/lobby/?token={hall.token('lobby_board')}", 1920, 1080)
    await expect(lobby.get_by_text("约 15 分钟").first).to_be_visible()  # one figure is read at ten metres
    board = await of_staff(hall, look, "manager", "hall_manager")
    await expect(board.locator(".tile").first).to_contain_text(SPAN)
    await expect(board.locator(".today")).to_contain_text("按最后一次告知的时间叫到")
    guide = await of_staff(hall, look, "guide", "guide")
    row = guide.locator(".row").first
    await expect(row).to_contain_text(f"{SPAN}后叫到")
    await expect(row).to_contain_text("预计等候超时")

    await hall.do("pause_counter", counter="1", reason="就餐")
    foresees(hall, 103, 119)
    await hall.house.looking_ahead.look()
    await expect(phone.locator(".why")).to_have_text("有窗口暂停，预计时间已更新")
    await expect(phone.locator(".wait")).to_have_text(LONGEST)
    assert await phone.locator(".wait").evaluate(IN_ONE_LINE) == 1
    await expect(row).to_contain_text(f"{LONGEST}后叫到")

    foresees(hall, 103, 119, unserved=0.4)
    await hall.house.looking_ahead.look()
    await expect(phone.locator(".why")).to_contain_text("今天可能来不及办理，请问引导员")
    await expect(row).to_contain_text("今天可能来不及")
    overflowing = "document.documentElement.scrollWidth - innerWidth"
    assert [await page.evaluate(overflowing) for page in (phone, kiosk, lobby, board, guide)] == [0] * 5
