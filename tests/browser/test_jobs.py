"""What people do all day, in no more taps and keys than when it was counted (issue 11's table of jobs).

`most` is the table's count, or the better one that was reached since: it may fall and never rise.
"""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Locator, Page, expect

from server.domain.config.pieces.equipment import PrinterConfig
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from tests.devices.tcp_printer import plugged_in
from tests.hall_here import HandClock, HereHall, here_hall
from tests.hall_made import PASSWORD
from tests.patience import SELDOM, until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


@dataclass(slots=True)
class Person:
    """In front of a page: every tap, every key and every field filled in is one thing done."""

    page: Page
    done: int = 0

    def begins(self) -> None:
        self.done = 0

    def needed(self, most: int) -> None:
        assert 0 < self.done <= most

    async def tap(self, what: Locator) -> None:
        self.done += 1
        await what.click()

    async def keys(self, *names: str) -> None:
        for name in names:
            self.done += 1
            await self.page.keyboard.press(name)

    async def fill(self, what: Locator, words: str) -> None:
        self.done += 1
        await what.fill(words)

    async def choose(self, what: Locator, label: str) -> None:
        self.done += 1
        await what.select_option(label=label)

    def button(self, name: str, *, exact: bool = True) -> Locator:
        return self.page.get_by_role("button", name=name, exact=exact)


@pytest_asyncio.fixture(loop_scope="session")
async def hall(data: Path, hand: HandClock) -> AsyncIterator[HereHall]:
    async with here_hall(data, hand) as here:
        yield here


async def at(hall: HereHall, look: Look, path: str, role: str, place: str = "", *size: int) -> Person:
    mark = "&" if "?" in path else "?"
    address, _, part = path.partition("#")
    token = hall.token(role, place)
    page = await look(f"http://127.0.0.1:{hall.port}/{address}{mark}token={token}#{part}", *size)
    return Person(page)


def named(hall: HereHall, service: str) -> str:
    return hall.hall.setup.service[service].name.zh


@pytest.mark.row("Q17")
async def test_a_number_is_two_taps_and_in_large_print_with_priority_six(hall: HereHall, look: Look) -> None:
    kiosk = await at(hall, look, "kiosk/", "kiosk", "K1", 1080, 1920)
    number = kiosk.page.locator(".result h1")
    await kiosk.tap(kiosk.page.locator(".home .waits button", has_text=named(hall, "pay")))
    await kiosk.tap(kiosk.button("仍要取号", exact=False))
    await expect(number).to_contain_text("A001")
    kiosk.needed(most=2)

    await kiosk.button("完成").click()
    elder = Person(kiosk.page)
    await elder.tap(elder.button("大字版"))
    await elder.tap(elder.button("触摸屏幕取号"))
    await elder.tap(elder.page.locator(".care[data-tell$=prioritySwitch]"))
    await elder.tap(elder.button("老年人", exact=False))
    await elder.tap(elder.page.locator(".tile", has_text=named(hall, "pay")))
    await elder.tap(elder.button("仍要取号", exact=False))
    await expect(number).to_contain_text("A002")
    elder.needed(most=6)


async def sits_down(hall: HereHall, look: Look, customers: int) -> Person:
    """A clerk whose counter is open; so many wait for it."""
    for _ in range(customers):
        await hall.issue("pay")
    clerk = await at(hall, look, "counter/?counter=3", "clerk", "3")
    await clerk.button("开放窗口").click()
    await expect(clerk.page.get_by_text("空闲").first).to_be_visible()
    return clerk


async def shows(clerk: Person, state: str) -> None:
    await expect(clerk.page.locator(".stage .who")).to_have_text(state)


async def test_ten_customers_are_twenty_one_keys(hall: HereHall, look: Look) -> None:
    clerk = await sits_down(hall, look, 11)
    await clerk.keys("Space")
    for n in range(1, 11):
        await shows(clerk, f"叫号中A{n:03}")
        await clerk.keys("Enter")
        await shows(clerk, f"办理中A{n:03}")
        await clerk.keys("Space")
    await shows(clerk, "叫号中A011")
    clerk.needed(most=21)


async def test_parking_pausing_transferring_and_finding_go_by_keys(hall: HereHall, look: Look) -> None:
    clerk = await sits_down(hall, look, 3)
    await clerk.keys("Space")
    await shows(clerk, "叫号中A001")
    await clerk.keys("Enter")
    await shows(clerk, "办理中A001")

    clerk.begins()
    await clerk.keys("p", "1", "Enter")
    await expect(clerk.page.get_by_text("挂起 1")).to_be_visible()
    clerk.needed(most=3)
    clerk.begins()
    await clerk.keys("h", "Enter")
    await shows(clerk, "办理中A001")
    clerk.needed(most=2)

    clerk.begins()
    await clerk.keys("t", "1", "1", "Enter")
    await expect(clerk.page.get_by_text("空闲").first).to_be_visible()
    clerk.needed(most=4)

    clerk.begins()
    await clerk.keys("b", "1", "Enter")
    await expect(clerk.page.get_by_text("已暂停").first).to_be_visible()
    clerk.needed(most=3)
    clerk.begins()
    await clerk.keys("b")
    await expect(clerk.page.get_by_text("空闲").first).to_be_visible()
    clerk.needed(most=1)

    clerk.begins()
    await clerk.keys("q", "2", "Enter")
    await expect(clerk.page.get_by_role("dialog")).to_contain_text("A002 等候")
    clerk.needed(most=3)


@pytest.mark.row("R07")
async def test_what_is_owed_for_a_long_wait_is_settled_in_four_keys(
    hall: HereHall, hand: HandClock, look: Look
) -> None:
    clerk = await sits_down(hall, look, 1)
    hand.move(minutes=21)
    await until(lambda: hall.hall.care.cases, SELDOM)
    await clerk.keys("Space")
    await expect(clerk.button("已致歉", exact=False)).to_be_visible()
    clerk.begins()
    await clerk.keys("g")
    await expect(clerk.button("已致歉", exact=False)).to_have_count(0)
    await clerk.keys("g", "1", "Enter")
    await expect(clerk.page.get_by_text("已补救").first).to_be_visible()
    clerk.needed(most=4)


@pytest.mark.row("Q02")
async def test_a_guide_gives_an_elder_a_number_in_four_taps(hall: HereHall, look: Look) -> None:
    guide = await at(hall, look, "guide/", "guide", "", 1024, 768)
    await guide.tap(guide.button("取号"))
    await guide.tap(guide.page.locator("main label", has_text=named(hall, "pay")))
    await guide.tap(guide.page.locator("main label", has_text="老年人"))
    await expect(guide.page.locator("button.go.primary")).to_be_in_viewport(ratio=1)  # nothing to scroll
    await guide.tap(guide.page.locator("button.go.primary"))
    await expect(guide.page.locator(".issued .number")).to_have_text("A001")
    await expect(guide.page.locator(".issued img")).to_be_visible()
    guide.needed(most=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where staff stand when a customer comes with "I am A1": its page, who they are, how big it is."""

    path: str
    role: str
    place: str = ""
    size: tuple[int, int] = (1366, 768)
    most: int  # taps and keys until a typed number is found; at the console without the mouse


DESKS = {
    "board": Desk(path="manager/", role="hall_manager", most=3),
    "console": Desk(path="counter/?counter=3", role="clerk", place="3", most=3),
    "tablet": Desk(path="guide/", role="guide", size=(1024, 768), most=3),
}
# What is done with a number that was found: the buttons to tap, what is then said. What calls it to a counter
# is at the counter.
DEEDS: dict[str, tuple[str, list[str], str]] = {
    "reprint": ("1", ["补打小票", "打印机 1"], "补打 1 次"),
    "move": ("1", ["补打小票", "打印机 2"], "打印机 2"),
    "change": ("1", ["改业务", "综合咨询"], "取号时为"),
    "restore": ("2", ["恢复排队"], "等候"),
    "call": ("3", ["叫到本窗口", "客户要求"], "叫到 3 号窗口"),
    "cancel": ("4", ["作废", "确定"], "已作废"),
    "leave": (
        "4",
        ["登记离开", "确定"],
        "已离开",
    ),  # what a clerk may say of a number; cancelling is a guide's
}
AT_COUNTER_ALONE, NOT_A_CLERKS = ("call", "leave"), ("cancel",)


async def finds(person: Person, number: str) -> Locator:
    """Type a number where one stands; what is then shown of it."""
    dialog = person.page.get_by_role("dialog")
    await expect(person.button("查号", exact=False)).to_be_visible()  # a key before that is heard by nobody
    if "counter/" in person.page.url:
        await person.keys("q", *number, "Enter")
    else:
        await person.tap(person.button("查号"))
        await person.fill(dialog.get_by_role("textbox"), number)
        await person.keys("Enter")
    found = dialog.locator(".standing")
    await expect(found).to_contain_text(f"A00{number}")
    return found


@pytest.mark.parametrize("where", DESKS)
async def test_a_number_is_found_in_three_and_what_is_promised_done_in_two(
    hall: HereHall, look: Look, where: str
) -> None:
    """Nobody could look a number up, print it again, move its slip or cancel it (Q16, B09)."""
    desk = DESKS[where]
    printers = tuple(
        PrinterConfig(id=id_, kind="virtual", name=Text(name, name))
        for id_, name in (("K1", "打印机 1"), ("G1", "打印机 2"))
    )
    config = replace(hall.hall.setup, printers=printers)
    await hall.house.live.apply(ConfigureHall(config=config), actor="system:test", request="printers")
    for _ in range(4):
        await hall.issue("pay", printer="K1")
    await until(lambda: all(t.slip and t.slip.state == "printed" for t in hall.hall.tickets.values()), SELDOM)
    await hall.sit_down("3", "1203")
    missed = next(ticket.id for ticket in hall.hall.tickets.values() if ticket.number == "A002")
    await hall.do("call_specific", counter="3", ticket=missed, reason="客户要求")
    await hall.do("mark_no_show", counter="3")
    person = await at(hall, look, desk.path, desk.role, desk.place, *desk.size)
    for deed, (number, buttons, told) in DEEDS.items():
        if deed in (NOT_A_CLERKS if where == "console" else AT_COUNTER_ALONE):
            continue
        person.begins()
        found = await finds(person, number)
        person.needed(most=desk.most)
        person.begins()
        for name in buttons:
            await person.tap(found.get_by_role("button", name=name, exact=True))
        await expect(found).to_contain_text(told)
        person.needed(most=2)
        await person.button("关闭").click()
        await expect(person.page.get_by_role("dialog")).to_have_count(0)


async def test_a_manager_changes_the_halls_set_up_in_a_few_steps(hall: HereHall, look: Look) -> None:
    boss = await at(hall, look, "setup/#figures", "hall_manager")

    async def section(name: str, heading: str) -> None:
        await boss.page.evaluate(f"location.hash = '{name}'")
        await expect(boss.page.get_by_role("heading", name=heading, exact=True).first).to_be_visible()
        boss.begins()

    await section("figures", "时限与规则")
    await boss.fill(boss.page.get_by_label(re.compile("超时补救")).first, "18")
    await boss.choose(boss.page.get_by_role("region", name="未保存的修改").get_by_label("何时生效"), "明天起")
    await boss.tap(boss.button("保存"))
    await expect(boss.page.get_by_text("已排定")).to_be_visible()
    boss.needed(most=3)

    before = len(hall.hall.setup.counters)
    await section("counters", "窗口")
    await boss.tap(boss.button("加 1 个窗口", exact=False))
    await boss.tap(boss.button("保存"))
    await until(lambda: len(hall.hall.setup.counters) == before + 1, SELDOM)
    boss.needed(most=2)

    await section("people", "人员")
    await boss.tap(boss.button("添加人员"))
    await boss.fill(boss.page.get_by_label("工号"), "1201")
    await boss.fill(boss.page.get_by_label("姓名"), "李娜")
    await boss.tap(boss.button("添加"))
    await expect(boss.page.locator(".password-once output")).to_be_visible()
    boss.needed(most=4)
    await boss.button("抄好了").click()

    await section("services", "业务")
    await boss.tap(boss.button("加一项业务", exact=False))
    await boss.fill(boss.page.get_by_label("名称 中文"), "充电桩报装")
    await boss.tap(boss.button("保存"))
    await until(lambda: "充电桩报装" in [one.name.zh for one in hall.hall.setup.services], SELDOM)
    boss.needed(most=3)

    async with plugged_in() as printer:
        await section("printers", "打印机")
        await boss.tap(boss.button("添加打印机"))
        dialog = boss.page.get_by_role("dialog")
        await boss.fill(dialog.get_by_label("地址"), f"127.0.0.1:{printer.port}")
        await boss.tap(dialog.get_by_role("button", name="下一步"))
        await boss.tap(dialog.get_by_role("button", name="打印测试页"))
        await boss.tap(dialog.get_by_role("button", name="出来了，两端的标记都在"))
        await boss.tap(dialog.get_by_role("button", name="完成并保存"))
        await expect(dialog).to_have_count(0)
        await until(lambda: hall.hall.setup.printers, SELDOM)
        boss.needed(most=6)


async def test_a_screen_is_let_in_by_its_code_and_enter(hall: HereHall, look: Look) -> None:
    screen = await look(f"http://127.0.0.1:{hall.port}/window/?counter=1", 1920, 1080)
    code = await screen.get_by_text(re.compile(r"^[A-Z0-9]{3} [A-Z0-9]{3}$")).inner_text()
    boss = await at(hall, look, "setup/#devices", "hall_manager")
    await boss.button("配对屏幕").first.click()
    await boss.fill(boss.page.get_by_label("屏幕上的配对码"), code)
    await expect(boss.button("配对")).to_be_enabled()  # it knows what stands where, and calls it so
    await boss.keys("Enter")
    await expect(screen.get_by_role("heading", level=1)).to_contain_text("号窗口")
    boss.needed(most=2)


async def test_a_months_waits_are_two_files_in_three_clicks_and_all_reports_in_one(
    hall: HereHall, look: Look
) -> None:
    boss = await at(hall, look, "reports/", "hall_manager")
    await boss.tap(boss.button("月"))
    for name in ("下载 CSV", "下载 XLSX"):
        async with boss.page.expect_download():
            await boss.tap(boss.button(name))
    boss.needed(most=3)
    boss.begins()
    async with boss.page.expect_download():
        await boss.tap(boss.button("整月工作簿"))
    boss.needed(most=1)


async def test_an_empty_folder_is_a_hall_after_one_page_with_four_fields(tmp_path: Path, look: Look) -> None:
    async with here_hall(tmp_path / "new") as empty:
        page = await look(f"http://127.0.0.1:{empty.port}/setup/#code={empty.house.first.code}")
        owner = Person(page)
        for field, words in (("中文名称", "城东营业厅"), ("姓名", "周敏"), ("工号（登录用）", "1001")):
            await owner.fill(page.get_by_label(field), words)
        await owner.fill(page.get_by_label("密码", exact=True), PASSWORD)
        await owner.tap(owner.button("建立营业厅"))
        await expect(page.get_by_role("heading", name=re.compile("步就可以营业"))).to_be_visible()
        owner.needed(most=5)
