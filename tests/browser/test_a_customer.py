"""One customer from the tap to the door, in real browsers, on real paper bytes, through a kill -9."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from server.devices.printing.paper import interpret
from tests.devices.tcp_printer import LoopbackPrinter, plugged_in
from tests.hall_made import PASSWORD
from tests.hall_server import HallServer
from tests.patience import until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session")
async def printer() -> AsyncIterator[LoopbackPrinter]:
    async with plugged_in() as device:
        yield device


async def take_number(kiosk: Page, business: str = "电价变更") -> str:
    """Tap through the kiosk; returns the number on its screen."""
    await kiosk.get_by_role("button", name="触摸屏幕取号").click()
    await kiosk.get_by_role("button", name=business).click()
    await kiosk.get_by_role("button", name="仍要取号").click()
    heading = kiosk.get_by_role("heading", level=1)
    await expect(heading).to_contain_text("您的号码")
    found = re.search(r"[A-Z]\d{3}", await heading.inner_text())
    assert found
    return found.group()


async def test_a_number_is_taken_printed_called_shown_spoken_served_and_survives_a_kill(
    data: Path, printer: LoopbackPrinter, look: Look
) -> None:
    server = HallServer(data, "--printer", f"K1=tcp:127.0.0.1:{printer.port}")
    with server:
        kiosk = await look(f"{server.url}/kiosk/?token={server.token('kiosk', 'K1')}", 1080, 1920)
        lobby = await look(f"{server.url}/lobby/?token={server.token('lobby_board')}", 1920, 1080)
        window = await look(
            f"{server.url}/window/?counter=3&token={server.token('window_display', '3')}", 1920, 1080
        )
        console = await look(f"{server.url}/counter/?counter=3")

        number = await take_number(kiosk)
        await until(lambda: printer.slips)
        (slip,) = interpret(printer.slips[0])
        assert slip.cut
        assert not slip.unknown
        await expect(kiosk.get_by_text("请取走小票")).to_be_visible()

        await log_in(console, "admin")
        await console.get_by_role("button", name="开放窗口").click()
        await expect(console.get_by_text("空闲").first).to_be_visible()
        await console.keyboard.press("Space")

        await expect(window.get_by_text(number).first).to_be_visible()
        await expect(lobby.locator("main")).to_contain_text(number)
        await expect(console.get_by_text("已上屏")).to_be_visible()
        await expect(console.get_by_text("已播报")).to_be_visible()

        await console.keyboard.press("Enter")
        await expect(window.get_by_text("正在办理").first).to_be_visible()

        await lobby.reload()
        await expect(lobby.locator("main")).to_contain_text(number)

        server.kill()
        await expect(console.get_by_role("status").first).to_be_visible()
        server.start()
        await expect(window.get_by_text(number).first).to_be_visible()
        await lobby.reload()
        await expect(lobby.locator("main")).to_contain_text(number)
        await expect(console.get_by_role("button", name="办结", exact=True)).to_be_enabled()

        await console.keyboard.press("f")
        await expect(window.get_by_text(number)).to_have_count(0)
        assert len(printer.slips) == 1


async def log_in(page: Page, login: str) -> None:
    await page.get_by_label("工号").fill(login)
    await page.get_by_label("密码").fill(PASSWORD)
    await page.get_by_role("button", name="登录").click()


async def test_a_printer_without_paper_leaves_the_number_large_on_the_screen(
    data: Path, printer: LoopbackPrinter, look: Look
) -> None:
    printer.turn(paper_out=True)
    with HallServer(data, "--printer", f"K1=tcp:127.0.0.1:{printer.port}") as server:
        manager = await look(f"{server.url}/manager/?token={server.token('hall_manager')}", 1920, 1080)
        kiosk = await look(f"{server.url}/kiosk/?token={server.token('kiosk', 'K1')}", 1080, 1920)
        await take_number(kiosk)
        await expect(kiosk.get_by_text("打印机故障：请记住号码")).to_be_visible()
        await expect(kiosk.get_by_role("img", name="手机扫码看进度")).to_be_visible()
        await kiosk.get_by_role("heading", level=1).dblclick()
        assert await kiosk.evaluate("getSelection().toString()") == "", "a blue ground under the number"
        await expect(manager.get_by_text("不能打印").first).to_be_visible()
        printer.turn(paper_out=False)
        await until(lambda: printer.slips)
        await expect(manager.get_by_text("不能打印")).to_have_count(0)


async def test_a_new_screen_is_paired_by_the_code_it_shows(data: Path, look: Look) -> None:
    with HallServer(data) as server:
        kiosk = await look(f"{server.url}/kiosk/", 1080, 1920)
        code = kiosk.get_by_text(re.compile(r"^[A-Z0-9]{3}[ -]?[A-Z0-9]{3}$")).first
        await expect(code).to_be_visible()
        manager = await look(f"{server.url}/manager/?token={server.token('hall_manager')}", 1366, 768)
        await manager.get_by_role("button", name="配对屏幕").click()
        await manager.get_by_label("屏幕上的配对码").fill(await code.inner_text())
        await manager.get_by_label("名称，例如“东门取号机”").fill("东门取号机")
        await manager.get_by_role("button", name="配对", exact=True).click()
        await expect(kiosk.get_by_role("button", name="触摸屏幕取号")).to_be_visible()


async def test_a_page_notices_a_server_that_answers_no_more(data: Path, look: Look) -> None:
    with HallServer(data) as server:
        lobby = await look(f"{server.url}/lobby/?token={server.token('lobby_board')}", 1920, 1080)
        await expect(lobby.get_by_role("heading", level=1)).to_be_visible()
        server.kill()
        await expect(lobby.get_by_text("数据更新中").first).to_be_visible()
        server.start()
        await expect(lobby.get_by_text("数据更新中")).to_have_count(0)
