"""如果…会怎样 on the manager's board: supposed, seen beside the hall as it is, done or left (Q12)."""

import re
from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page, expect

from tests.hall_here import HereHall
from tests.patience import PATIENCE, patience, until
from tests.watchers.foresight.test_run_forward import looking

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]
FORTY = 40


async def a_full_hall(hall: HereHall) -> None:
    """One counter at work and forty who came in the last twenty minutes, for several businesses."""
    await hall.called("1")
    await hall.do("start_service", counter="1")
    services = [service.id for service in hall.hall.setup.services][:3]
    for n in range(FORTY):
        await hall.issue(services[n % len(services)])
        hall.clock.move(seconds=30)


@pytest.mark.row("Q12")
async def test_a_counter_is_supposed_open_seen_and_asked_for(hall: HereHall, look: Look) -> None:
    await a_full_hall(hall)
    supposals = hall.house.run_forward.supposals
    supposals.within = PATIENCE
    async with patience(), looking(hall.house.run_forward):
        await until(lambda: supposals._is_answered)
        board = await look(f"{hall.http.base_url}/manager/?token={hall.token('hall_manager')}", 1366, 768)
        await board.get_by_role("button", name="如果…会怎样").click()
        sheet = board.get_by_role("dialog", name="如果…会怎样")
        await expect(sheet.get_by_role("combobox", name="如果", exact=True)).to_have_value("counter_opens")
        before = hall.hall.counters
        await sheet.get_by_role("button", name="看结果").press("Enter")
        told = sheet.locator(".sentence")
        await expect(told).to_contain_text("接下来 30 分钟", timeout=PATIENCE * 1000)
        await expect(told).to_contain_text(re.compile(r"到时等候的少 \d+ 人"))
        await expect(sheet.locator(".pictures li")).to_have_count(4)
        await sheet.get_by_role("radio", name="60 分钟").check()
        await expect(told).to_contain_text("接下来 60 分钟")
        assert hall.hall.counters == before
        assert "open_counter/2" not in hall.hall.care.tasks

        await sheet.get_by_role("button", name="再加一项").click()
        await expect(told).to_have_count(0)  # it was of other suppositions
        second = sheet.get_by_role("listitem", name="假设 2")
        await second.get_by_role("combobox", name="如果", exact=True).select_option("people_come")
        await second.get_by_role("spinbutton", name="人数").fill("30")
        await sheet.get_by_role("button", name="看结果").click()
        await expect(told).to_contain_text("接下来 30 分钟", timeout=PATIENCE * 1000)
        await expect(sheet.locator(".deeds")).to_contain_text("没有可做的")
        await expect(sheet.locator(".deeds")).to_contain_text("窗口不会自己开")
        await sheet.get_by_role("button", name=re.compile("^就这样做：开一个窗口")).click()
        await until(lambda: "open_counter/2" in hall.hall.care.tasks)
        assert hall.hall.counters["2"].state == "closed"
        await board.keyboard.press("Escape")
        await expect(sheet).to_have_count(0)
        await expect(board.locator(".tasks")).to_contain_text("请安排人开台")


async def test_where_it_cannot_be_reckoned_the_sheet_says_so(hall: HereHall, look: Look) -> None:
    await hall.called("1")
    board = await look(f"{hall.http.base_url}/manager/?token={hall.token('team_leader')}", 1366, 768)
    await board.get_by_role("button", name="如果…会怎样").click()
    sheet = board.get_by_role("dialog", name="如果…会怎样")
    await sheet.get_by_role("button", name="看结果").click()
    await expect(sheet.get_by_role("alert")).to_contain_text("现在算不出来，叫号不受影响")
