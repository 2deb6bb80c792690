"""A manager plans tomorrow as today, marks two absent, and the board says where counters lack (Q14)."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from server.domain.roster.present import lacking, roster_of
from tests.hall_here import HandClock, HereHall
from tests.patience import until
from tests.rostered_hall import TODAY, TOMORROW, at, rostered_hall

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session")
async def planned(tmp_path: Path, hand: HandClock) -> AsyncIterator[HereHall]:
    async with rostered_hall(tmp_path / "hall", hand) as hall:
        await hall.do("plan_day", day=TODAY, shifts=[at("1201", "1"), at("1202", "2"), at("1203", "3")])
        await hall.house.keep_needed.look()
        yield hall


async def board(hall: HereHall, look: Look, width: int, height: int) -> Page:
    page = await look(
        f"http://127.0.0.1:{hall.port}/manager/?token={hall.token('hall_manager')}", width, height
    )
    await page.get_by_role("button", name="排班", exact=True).click()
    await expect(page.get_by_role("dialog")).to_contain_text("1 号窗口")
    return page


async def for_everybody(page: Page) -> None:
    """Nothing that axe finds, and nothing wider than the screen."""
    found = (await Axe().run(page)).response["violations"]
    assert not [(f["id"], [n["html"][:120] for n in f["nodes"]]) for f in found]
    wider = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0


@pytest.mark.row("Q14")
async def test_two_are_absent_and_the_board_says_from_when_to_when_a_counter_lacks(
    planned: HereHall, look: Look
) -> None:
    page = await board(planned, look, 1366, 768)
    await for_everybody(page)
    for name in ("李静", "王强"):
        await page.get_by_role("checkbox", name=f"{name} 缺勤").check()
        await expect(page.get_by_role("checkbox", name=f"{name} 缺勤")).to_be_checked()
    day = planned.hall.numbered_on or planned.clock.at.date()
    roster = roster_of(planned.hall, day)
    assert roster.absent == ("1201", "1202")
    first = lacking(planned.hall, roster, planned.house.keep_needed.of(day), since="09:00")[0]
    gap = f"{first.begins}–{first.ends} 缺 {first.lacking} 台席"
    await expect(page.get_by_role("dialog")).to_contain_text(gap)
    await page.get_by_role("dialog").get_by_role("button", name="关闭").click()
    await expect(page.locator(".matters")).to_contain_text(gap)
    await expect(page.locator(".matters")).to_contain_text("（李静、王强缺勤）")
    await page.get_by_role("button", name="看排班").first.click()
    await page.get_by_role("checkbox", name="李静 缺勤").uncheck()
    await until(lambda: roster_of(planned.hall, day).absent == ("1202",))


@pytest.mark.row("Q14")
async def test_tomorrow_is_planned_as_today_with_a_finger_on_a_phone(planned: HereHall, look: Look) -> None:
    page = await board(planned, look, 360, 740)
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("哪一天").select_option(TOMORROW)
    await expect(dialog).to_contain_text("还没有排班")
    await dialog.get_by_role("button", name="照上周同一天").click()
    await expect(page.get_by_role("status").filter(has_text="没有排班")).to_be_visible()
    await dialog.get_by_role("button", name="照前一天").click()
    await expect(dialog.get_by_role("listitem", name="第 3 班")).to_be_visible()
    await for_everybody(page)
    for _ in range(2):  # a browser lets the second one pass unless its key is held back
        await page.keyboard.press("Escape")
        await expect(dialog.get_by_role("alert")).to_contain_text("请保存，或放弃改动")
    await dialog.get_by_label("哪一天").select_option(TODAY)
    await expect(dialog.get_by_label("哪一天")).to_have_value(TOMORROW)
    await expect(dialog.get_by_role("button", name="保存排班")).to_be_focused()
    second = dialog.get_by_role("listitem", name="第 2 班")
    await second.get_by_label("人员").select_option("1201")
    await dialog.get_by_role("button", name="保存排班").click()
    refused = page.get_by_role("status").filter(has_text="工号 1201 在 08:30–17:00 已有一个班")
    await expect(refused).to_be_visible()
    await second.get_by_label("人员").select_option("1202")
    await second.get_by_label("从").fill("930")
    await dialog.get_by_role("button", name="删除第 3 班").click()
    await dialog.get_by_role("button", name="保存排班").click()
    await until(lambda: TOMORROW in planned.hall.roster.days)
    saved = [(s.person, s.counter, s.begins) for s in planned.hall.roster.days[TOMORROW].shifts]
    assert saved == [("1201", "1", "08:30"), ("1202", "2", "09:30")]


@pytest.mark.row("Q06")
async def test_the_morning_reads_the_forecast_beside_the_roster_on_one_page(
    planned: HereHall, look: Look
) -> None:
    page = await look(f"{planned.http.base_url}/manager/?token={planned.token('hall_manager')}", 1366, 768)
    await page.get_by_role("button", name="早会单").click()
    sheet = page.get_by_role("dialog", name="早会单")
    await expect(sheet).to_contain_text("最忙的半小时")
    await expect(sheet).to_contain_text("缺 1 台席")
    row = sheet.get_by_role("row", name=re.compile("^10:00"))
    await expect(row).to_have_text(re.compile(r"10:00\d+\d*–\d+\d▲ 3"))
    paper = await page.pdf(format="A4")
    assert paper.count(b"/Type /Page\n") == 1
    await sheet.get_by_role("button", name="返回看板").click()
    await expect(sheet).to_have_count(0)
