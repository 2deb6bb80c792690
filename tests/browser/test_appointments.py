"""An appointment from the tablet over the kiosk to the call; and one that a customer books (Q22, B06)."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from server.command import making
from server.packs.hall_file import pack
from tests.hall_here import HandClock, HereHall, here_hall
from tests.hall_made import NOW, PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session")
async def gas(tmp_path: Path, hand: HandClock) -> AsyncIterator[HereHall]:
    """A gas company's hall that lets anybody book."""
    data, config = tmp_path / "gas", pack("gas")
    config = replace(config, figures=replace(config.figures, appointment_public=True))
    await making.make_hall(data, config, NOW, admin_password=PASSWORD, printers=[])
    async with here_hall(data, hand) as hall:
        yield hall


def address(hall: HereHall, page: str, role: str) -> str:
    return f"http://127.0.0.1:{hall.port}/{page}token={hall.token(role)}"


async def for_everybody(page: Page) -> None:
    """Nothing that axe finds, and nothing wider than the screen."""
    found = (await Axe().run(page)).response["violations"]
    assert not [(f["id"], [n["html"][:120] for n in f["nodes"]]) for f in found]
    wider = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0


async def chosen(page: Page, business: str, time: str) -> None:
    await page.locator(".times label", has_text=business).click()
    await page.locator(".times label", has_text=time).click()


@pytest.mark.row("Q22")
async def test_staff_book_the_kiosk_checks_in_and_the_call_says_why(
    gas: HereHall, look: Look, hand: HandClock
) -> None:
    guide = await look(address(gas, "guide/?", "guide"), 1280, 800)
    await guide.get_by_role("button", name="预约", exact=True).click()
    await chosen(guide, "燃气报装", "09:30")
    await for_everybody(guide)
    await guide.get_by_role("button", name="预约这个时间").click()
    code = await guide.locator(".appointment .code strong").inner_text()
    await expect(guide.locator(".appointment img")).to_be_visible()
    await for_everybody(guide)
    hand.move(minutes=24)  # 09:24
    kiosk = await look(address(gas, "kiosk/?", "kiosk"), 1080, 1920)
    await kiosk.get_by_role("button", name="我有告知单、预约或远程号").click()
    for letter in code.replace(" ", ""):
        await kiosk.locator(".letters").get_by_role("button", name=letter, exact=True).click()
    await kiosk.get_by_role("button", name="取号", exact=True).click()
    await expect(kiosk.locator(".result")).to_contain_text("预约时间")
    await expect(kiosk.locator(".result .booked")).to_contain_text("09:30")
    await guide.get_by_role("button", name="等候").click()
    await expect(guide.locator(".rows li")).to_contain_text(["约 09:30"])
    await expect(guide.locator(".rows time")).to_have_text("00:00")  # before its time nobody has waited
    hand.move(minutes=9)  # 09:33
    counter = next(c.id for c in gas.hall.setup.counters if c.profile == "all_services")
    await gas.do("open_counter", counter=counter)
    await gas.do("call_next", counter=counter)
    console = await look(address(gas, f"counter/?counter={counter}&", "clerk"))
    await expect(console.locator(".scene")).to_contain_text("约 09:30")
    await expect(console.locator(".facts")).to_contain_text("预约，等候 3:00")


@pytest.mark.row("B06")
@pytest.mark.row("K05")
async def test_a_customer_books_an_ignition_and_sees_until_when_somebody_comes(
    gas: HereHall, look: Look
) -> None:
    phone = await look(f"http://127.0.0.1:{gas.port}/booking/", 360, 780)
    await chosen(phone, "点火预约", "10:00")
    await for_everybody(phone)
    await phone.locator("button.go").click()
    own = phone.locator(".appointment")
    await expect(own).to_contain_text("最迟 03-04 09:00 办到")
    await expect(own).to_contain_text("严禁自行接通燃气")
    await expect(phone.locator(".mine")).to_contain_text("请截图保存")
    await for_everybody(phone)
    await phone.reload()  # the address keeps it
    await expect(own).to_be_visible()
    await phone.get_by_role("button", name="取消预约").click()
    await phone.get_by_role("button", name="确定取消").click()
    await expect(phone.locator(".state")).to_have_text("已取消")
