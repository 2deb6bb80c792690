"""A newcomer sets a gas hall up from an empty folder, by the browser alone, and serves its first customer."""

import asyncio
import os
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, async_playwright, expect

from server.devices.printing.paper import interpret
from server.packs.hall_file import read_hall_file
from tests.browser.conftest import ARTIFACTS
from tests.chromium import QUIET, SOUND, as_if_new
from tests.devices.tcp_printer import LoopbackPrinter, plugged_in
from tests.forks import program
from tests.hall_made import PASSWORD
from tests.hall_server import HallServer
from tests.patience import until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

SHOTS = os.environ.get("HALLQUEUE_SHOTS")
CODE = re.compile(r"^[A-Z0-9]{3} [A-Z0-9]{3}$")


@dataclass(slots=True, kw_only=True)
class Screens:
    """Every machine of the hall: each page in a browser of its own."""

    browser: Browser
    open: dict[str, Page] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)
    taken: int = 0

    async def at(self, name: str, url: str, width: int = 1366, height: int = 768) -> Page:
        page = self.open[name] = await (await as_if_new(self.browser, width, height)).new_page()
        page.on("pageerror", lambda error: self.troubles.append(f"{name}: {error}"))
        await page.goto(url)
        return page

    async def shoot(self, page: Page, name: str) -> None:
        """A picture to be looked at, where HALLQUEUE_SHOTS says."""
        if SHOTS:
            self.taken += 1
            await page.screenshot(path=Path(SHOTS) / f"{self.taken:02}-{name}.png", full_page=True)


@dataclass(slots=True, kw_only=True)
class NewHall:
    server: HallServer
    screens: Screens
    printers: tuple[LoopbackPrinter, LoopbackPrinter]
    clerk_password: str

    @property
    def url(self) -> str:
        return self.server.url

    def __getitem__(self, name: str) -> Page:
        return self.screens.open[name]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def hall(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[NewHall]:
    """Set up by hand, from the address in the terminal to the last paired screen."""
    folder = tmp_path_factory.mktemp("newcomer") / "hall"
    async with AsyncExitStack() as stack:
        printers = (
            await stack.enter_async_context(plugged_in()),
            await stack.enter_async_context(plugged_in()),
        )
        playwright = await stack.enter_async_context(async_playwright())
        browser = await playwright.chromium.launch(executable_path=chromium, args=[*QUIET, SOUND])
        stack.push_async_callback(browser.close)
        server = stack.enter_context(HallServer(folder))
        screens = Screens(browser=browser)
        try:
            yield await set_up(server, screens, printers)
        except BaseException:
            await keep(screens)
            raise
        assert not screens.troubles


async def keep(screens: Screens) -> None:
    ARTIFACTS.mkdir(exist_ok=True)
    for name, page in screens.open.items():
        await page.screenshot(path=ARTIFACTS / f"setting_up-{name}.png")


async def set_up(
    server: HallServer, screens: Screens, printers: tuple[LoopbackPrinter, LoopbackPrinter]
) -> NewHall:
    address = re.search(r"http://\S+/setup/#code=\w+", server.said)
    assert address, server.said
    page = await screens.at("manager", address.group())
    await found_the_hall(page, screens)
    await leave_four_counters(page, screens)
    password = await add_a_clerk(page, screens)
    await connect_printer(page, screens, "K1", printers[0])
    await connect_printer(page, screens, "K2", printers[1])
    await fall_back(page, screens)
    await save(page)
    await pair_everything(page, screens, server.url)
    return NewHall(server=server, screens=screens, printers=printers, clerk_password=password)


async def found_the_hall(page: Page, screens: Screens) -> None:
    await expect(page.get_by_role("heading", name="建立营业厅")).to_be_visible()
    await usable_by_everybody(page)
    await page.get_by_text("燃气", exact=True).click()
    await page.get_by_label("中文名称").fill("城东燃气营业厅")
    await page.get_by_label("英文名称").fill("East Gas Hall")
    await page.get_by_label("开门").fill("00:00")
    await page.get_by_label("关门").fill("23:59")
    await page.get_by_label("姓名").fill("周敏")
    await page.get_by_label("工号（登录用）").fill("1001")
    await page.get_by_label("密码", exact=True).fill(PASSWORD)
    await screens.shoot(page, "first")
    await page.get_by_role("button", name="建立营业厅").click()
    await expect(page.get_by_role("heading", name="还差 6 步就可以营业")).to_be_visible()
    await usable_by_everybody(page)
    await screens.shoot(page, "checklist")


async def usable_by_everybody(page: Page) -> None:
    found = (await Axe().run(page)).response["violations"]
    assert not [(f["id"], [n["html"][:120] for n in f["nodes"]]) for f in found]


async def section(page: Page, name: str) -> None:
    """Its mark, such as "to do", is a part of the link's name."""
    sections = page.get_by_role("navigation", name="设置项目")
    await sections.get_by_role("searchbox").fill(name)
    await sections.get_by_role("link", name=re.compile(f"^{name}( |$)")).first.click()


async def save(page: Page) -> None:
    await page.get_by_role("button", name="保存", exact=True).click()
    await expect(page.get_by_text("已保存，已经生效")).to_be_visible()


async def leave_four_counters(page: Page, screens: Screens) -> None:
    """The pack has six; this hall has no second till and nobody who walks about."""
    await section(page, "窗口")
    for counter in ("2 号窗口", "6 号流动窗口"):
        await page.get_by_role("button", name=re.compile(counter)).first.click()
        await page.get_by_role("button", name=f"删除 {counter}").click()
        await page.get_by_role("button", name="再点一次确认").click()
    await screens.shoot(page, "counters")
    await save(page)


async def add_a_clerk(page: Page, screens: Screens) -> str:
    await section(page, "人员")
    await page.get_by_role("button", name="添加人员").click()
    await page.get_by_label("工号").fill("1201")
    await page.get_by_label("姓名").fill("李娜")
    await screens.shoot(page, "clerk")
    await page.get_by_role("button", name="添加", exact=True).click()
    password = await page.locator(".password-once output").inner_text()
    await screens.shoot(page, "password")
    await page.get_by_role("button", name="抄好了").click()
    await expect(page.get_by_text(password)).to_have_count(0)
    return password


async def connect_printer(page: Page, screens: Screens, name: str, printer: LoopbackPrinter) -> None:
    """The first slip is gibberish: this printer wants characters. The second is good."""
    await section(page, "打印机")
    await page.get_by_role("button", name="添加打印机").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("地址").fill(f"127.0.0.1:{printer.port}")
    await screens.shoot(page, f"{name}-find")
    await dialog.get_by_role("button", name="下一步").click()
    await dialog.get_by_role("button", name="打印测试页").click()
    await dialog.get_by_role("button", name="是乱码").click()
    await dialog.get_by_role("button", name="打印测试页").click()
    await expect(dialog.get_by_text("打印机回答：已打印。")).to_be_visible()
    await screens.shoot(page, f"{name}-test")
    assert "测试" in words(printer.slips[-1])
    await dialog.get_by_role("button", name="出来了，两端的标记都在").click()
    await dialog.get_by_label("名称 中文").fill(name)
    await dialog.get_by_label("名称 英文").fill(name)
    await screens.shoot(page, f"{name}-name")
    await dialog.get_by_role("button", name="完成").click()
    printer.slips.clear()


def words(slip: bytes) -> str:
    """All a slip says; it is whole and cut, and the printer understood every command."""
    (paper,) = interpret(slip)
    assert paper.cut
    assert not paper.unknown
    return "\n".join(paper.lines)


async def fall_back(page: Page, screens: Screens) -> None:
    await page.get_by_role("button", name=re.compile("^K1")).click()
    await page.get_by_label("它不能打印时").select_option(label="K2")
    await screens.shoot(page, "printers")


async def pair_everything(page: Page, screens: Screens, url: str) -> None:
    await section(page, "设备")
    kiosk = await screens.at("kiosk 1", f"{url}/kiosk/", 1080, 1920)
    await let_in(page, screens, kiosk, "东门取号机", "K1")
    await let_in(page, screens, await screens.at("kiosk 2", f"{url}/kiosk/", 1080, 1920), "西门取号机", "K2")
    lobby = await screens.at("lobby", f"{url}/lobby/", 1920, 1080)
    await let_in(page, screens, lobby, "大屏", "全厅")
    window = await screens.at("window", f"{url}/window/?counter=1", 1920, 1080)
    await let_in(page, screens, window, "1 号窗口屏", "1 号窗口")
    await screens.shoot(page, "devices")
    for name in ("kiosk 1", "kiosk 2"):
        await expect(screens.open[name].get_by_role("button", name="触摸屏幕取号")).to_be_visible()
    await expect(lobby.get_by_role("heading", level=1)).to_contain_text("城东燃气营业厅")
    await expect(window.get_by_role("heading", level=1)).to_contain_text("号窗口")


async def let_in(manager: Page, screens: Screens, screen: Page, name: str, place: str) -> None:
    code = screen.get_by_text(CODE)
    await expect(code).to_be_visible()
    await expect(screen.get_by_role("img")).to_be_visible()
    await screens.shoot(screen, f"code-{place}")
    await manager.get_by_role("button", name="配对屏幕").first.click()
    dialog = manager.get_by_role("dialog")
    await dialog.get_by_label("屏幕上的配对码").fill(await code.inner_text())
    await dialog.get_by_role("combobox").last.select_option(label=place)
    await dialog.get_by_label("名称，例如“东门取号机”").fill(name)
    await screens.shoot(manager, f"pair-{place}")
    await dialog.get_by_role("button", name="配对", exact=True).click()
    await expect(manager.get_by_role("listitem").filter(has_text=name)).to_be_visible()


async def take_number(kiosk: Page) -> str:
    """The number on the kiosk's screen."""
    await kiosk.get_by_role("button", name="触摸屏幕取号").click()
    await kiosk.get_by_role("button", name="缴气费").click()
    await kiosk.get_by_role("button", name="仍要取号").click()
    heading = kiosk.get_by_role("heading", level=1)
    await expect(heading).to_contain_text("您的号码")
    found = re.search(r"[A-Z]\d{3}", await heading.inner_text())
    assert found
    return found.group()


async def test_the_first_customer_is_served(hall: NewHall) -> None:
    clerk = await hall.screens.at("clerk", f"{hall.url}/counter/?counter=1")
    await clerk.get_by_label("工号").fill("1201")
    await clerk.get_by_label("密码").fill(hall.clerk_password)
    await clerk.get_by_role("button", name="登录").click()
    await clerk.get_by_role("button", name="开放窗口").click()
    await expect(clerk.get_by_text("空闲").first).to_be_visible()
    await hall.screens.shoot(clerk, "console")

    number = await take_number(hall["kiosk 1"])
    printer = hall.printers[0]
    await until(lambda: printer.slips)
    assert number in words(printer.slips[-1])
    await hall.screens.shoot(hall["kiosk 1"], "number")

    await clerk.get_by_role("button", name="叫下一位", exact=True).click()
    await expect(hall["window"].get_by_text(number).first).to_be_visible()
    await expect(hall["lobby"].locator("main")).to_contain_text(number)
    for name in ("lobby", "window", "clerk"):
        await hall.screens.shoot(hall[name], f"called-{name}")
    await clerk.get_by_role("button", name="到台办理").click()
    await clerk.get_by_role("button", name="办结", exact=True).click()
    await expect(hall["window"].get_by_text(number)).to_have_count(0)

    await section(hall["manager"], "开始")
    await expect(hall["manager"].get_by_role("heading", name="全部准备好了，可以营业")).to_be_visible()
    await hall.screens.shoot(hall["manager"], "ready")
    assert len(printer.slips) == 1


def hallqueue(folder: Path, *line: str | Path) -> str:
    """What the command says."""
    with (folder / "said").open("w+") as out, (folder / "complaint").open("w+") as err:
        code = program("server", *map(str, line), stdout=out.fileno(), stderr=err.fileno()).wait()
        assert code == 0, (folder / "complaint").read_text("utf-8")
    return (folder / "said").read_text("utf-8")


async def test_the_same_hall_comes_from_its_file_and_follows_an_edited_one(
    hall: NewHall, tmp_path: Path
) -> None:
    file, again, data = tmp_path / "hall.toml", tmp_path / "again.toml", tmp_path / "second"
    await asyncio.to_thread(hallqueue, tmp_path, "export-config", "--data", hall.server.data, file)
    await asyncio.to_thread(hallqueue, tmp_path, "init", "--from", file, "--data", data)
    await asyncio.to_thread(hallqueue, tmp_path, "export-config", "--data", data, again)
    assert read_hall_file(again) == read_hall_file(file)

    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("城东燃气营业厅", "城西燃气营业厅"), encoding="utf-8")
    said = await asyncio.to_thread(
        hallqueue, tmp_path, "configure", "--data", hall.server.data, file, "--yes"
    )
    assert "城东燃气营业厅" in said
    assert "城西燃气营业厅" in said
    await expect(hall["kiosk 2"].get_by_text("城西燃气营业厅").first).to_be_visible()
    await hall.screens.shoot(hall["kiosk 2"], "renamed")


async def test_an_unplugged_printers_slips_come_out_at_the_other_kiosk_once(hall: NewHall) -> None:
    first, second = hall.printers
    first.slips.clear()
    second.slips.clear()
    first.power_cut()
    number = await take_number(hall["kiosk 1"])
    await expect(hall["kiosk 1"].get_by_text("小票在“K2”打印，请到那里取")).to_be_visible()
    await until(lambda: second.slips)
    await hall.screens.shoot(hall["kiosk 1"], "fallback")
    assert number in words(second.slips[-1])
    asked = first.connections
    await first.plug_in()
    await until(lambda: first.connections > asked)  # the line looks at an idle printer now and then
    await expect(hall["kiosk 1"].get_by_role("button", name="触摸屏幕取号")).to_be_visible()
    following = await take_number(hall["kiosk 1"])
    await until(lambda: first.slips)
    assert [following in words(slip) for slip in first.slips] == [True]
    assert len(second.slips) == 1
