"""A manager ends the day of business from the live board."""

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page, expect

from tests.hall_here import HereHall
from tests.patience import until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


async def board(hall: HereHall, look: Look, role: str) -> Page:
    page = await look(f"http://127.0.0.1:{hall.port}/manager/?token={hall.token(role)}", 1280, 800)
    await expect(page.get_by_role("heading", name="窗口", exact=True)).to_be_visible()
    return page


async def test_the_day_ends_with_a_reason_and_at_the_second_tap(hall: HereHall, look: Look) -> None:
    await hall.issue()
    page = await board(hall, look, "hall_manager")
    await page.get_by_role("button", name="结束营业日").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("还有 1 位在等候")
    await expect(dialog.get_by_role("button", name="结束营业日")).to_be_disabled()
    await dialog.get_by_role("button", name="停电").click()
    await dialog.get_by_role("button", name="结束营业日").click()
    assert hall.hall.day is not None
    await dialog.get_by_role("button", name="再点一次").click()
    await until(lambda: hall.hall.day is None)
    await expect(page.get_by_role("button", name="结束营业日")).to_have_count(0)


async def test_a_team_leader_does_not_end_the_day(hall: HereHall, look: Look) -> None:
    await hall.issue()
    page = await board(hall, look, "team_leader")
    await expect(page.get_by_role("button", name="结束营业日")).to_have_count(0)


async def test_the_english_header_is_whole_on_a_small_screen(hall: HereHall, look: Look) -> None:
    page = await board(hall, look, "hall_manager")
    await page.get_by_role("button", name="English").click()
    heading, logout = page.get_by_role("heading", level=1), page.get_by_role("button", name="Log out")
    await expect(heading).to_contain_text("Power Company Demonstration Hall")
    assert await heading.evaluate("e => e.scrollWidth <= e.clientWidth")
    box = await logout.bounding_box()
    assert box
    assert box["x"] + box["width"] <= 1280
