"""A lost slip, "was I called?", the wrong business: a guide looks the number up and settles it."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from server.command import making
from server.packs.hall_file import pack
from tests.hall_here import HandClock, HereHall
from tests.hall_made import NOW, PASSWORD
from tests.hall_server import HallServer

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session")
async def printing(tmp_path: Path) -> Path:
    """A hall with two printers."""
    data = tmp_path / "printing"
    printers = ["K1=virtual", "G1=virtual"]
    await making.make_hall(data, pack("power"), NOW, admin_password=PASSWORD, printers=printers)
    return data


async def test_a_guide_gives_a_number_with_paper_and_prints_a_lost_slip_again_in_three_taps(
    printing: Path, look: Look
) -> None:
    """Q16: no number of the guide's had paper, and nobody could reprint, move or cancel."""
    with HallServer(printing) as server:
        guide = await look(f"{server.url}/guide/?token={server.token('guide')}", 1024, 768)
        await guide.get_by_role("button", name="取号", exact=True).click()
        await guide.locator("main").get_by_text("交电费").click()
        await guide.locator("button.go.primary").click()
        await expect(guide.get_by_text("小票在打印机 1 打印")).to_be_visible()
        code = guide.locator(".issued img")
        await expect(code).to_be_visible()
        assert await code.evaluate("image => image.decode().then(() => image.naturalWidth > 0)")

        await guide.get_by_role("button", name="等候").click()
        await guide.get_by_role("button", name="A001 的情况和可办的事").click()  # 1
        dialog = guide.get_by_role("dialog")
        await expect(dialog).to_contain_text("小票已打印")
        await dialog.get_by_role("button", name="补打小票").click()  # 2
        await dialog.get_by_role("button", name="打印机 2").click()  # 3
        await expect(guide.get_by_text("A001：补打小票，已完成")).to_be_visible()
        await expect(dialog).to_contain_text("补打 1 次")

        await dialog.get_by_role("button", name="改业务").click()
        await dialog.get_by_role("button", name="综合咨询").click()
        await expect(dialog).to_contain_text("取号时为交电费")
        await dialog.get_by_role("button", name="经过").click()
        await expect(dialog).to_contain_text("改办 综合咨询")
        await dialog.get_by_role("button", name="作废").click()
        await dialog.get_by_role("button", name="确定").click()
        await expect(dialog).to_contain_text("A001 已作废")
        assert len(list((printing / "slips").glob("*.png"))) == 2


async def test_a_clerk_is_told_where_a_number_stands_without_the_mouse(printing: Path, look: Look) -> None:
    with HallServer(printing) as server:
        server.ask(server.token("admin"), "issue_ticket", service="pay")
        console = await look(f"{server.url}/counter/?counter=1&token={server.token('clerk')}", 1366, 768)
        await expect(console.get_by_role("button", name="查号")).to_be_visible()
        await console.keyboard.press("q")
        await expect(console.get_by_role("dialog").get_by_role("textbox")).to_be_focused()
        await console.keyboard.type("1")
        await console.keyboard.press("Enter")
        await expect(console.get_by_role("dialog")).to_contain_text("A001 等候")
        await console.keyboard.press("Escape")
        await expect(console.get_by_role("dialog")).to_have_count(0)


async def test_a_manager_gives_what_is_owed_from_the_boards_first_line_in_three_taps(
    hall: HereHall, hand: HandClock, look: Look
) -> None:
    """R07: the board offered to waive it and nothing else."""
    await hall.issue("pay")
    hand.move(minutes=21)
    board = await look(f"{hall.http.base_url}/manager/?token={hall.token('hall_manager')}", 1366, 768)
    await board.get_by_role("button", name="去处理 A001").click()  # 1
    dialog = board.get_by_role("dialog")
    await dialog.get_by_role("button", name="已致歉").click()  # 2
    await dialog.locator(".settle .gift").first.click()  # 3
    await expect(board.get_by_text("A001：送礼品，已完成")).to_be_visible()
    (case,) = hall.hall.care.cases.values()
    assert (case.state, case.where, case.settled_by) == ("given", "zone", "hall-manager")
