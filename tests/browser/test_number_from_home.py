"""A number taken on the sofa: the phone, the code at the door, the kiosk, the guide, the call (Q42)."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from server.command import making
from server.domain.hall import TicketState
from server.packs.hall_file import pack
from tests.hall_here import HandClock, HereHall, here_hall
from tests.hall_made import NOW, PASSWORD
from tests.patience import until

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]
TAKE = "先取号，再过来"


@pytest_asyncio.fixture(loop_scope="session")
async def power(tmp_path: Path, hand: HandClock) -> AsyncIterator[HereHall]:
    """A power company's hall that gives numbers from home."""
    data, config = tmp_path / "power", pack("power")
    figures = replace(config.figures, remote_numbers=True)
    config = replace(config, figures=figures, hall_networks="192.168.8.0/24")
    await making.make_hall(data, config, NOW, admin_password=PASSWORD, printers=[])
    async with here_hall(data, hand) as hall:
        yield hall


def address(hall: HereHall, page: str, role: str = "") -> str:
    token = f"token={hall.token(role)}" if role else ""
    return f"http://127.0.0.1:{hall.port}/{page}{token}"


async def for_everybody(page: Page) -> None:
    """Nothing that axe finds, and nothing wider than the screen."""
    found = (await Axe().run(page)).response["violations"]
    assert not [(f["id"], [n["html"][:120] for n in f["nodes"]]) for f in found]
    wider = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0


async def taken(hall: HereHall, look: Look, width: int) -> Page:
    if hall.hall.counters["1"].state == "closed":
        await hall.do("open_counter", counter="1")
    phone = await look(address(hall, "hall/"), width, 800)
    await phone.locator("summary").first.click()
    await for_everybody(phone)
    await phone.get_by_role("button", name=TAKE).first.click()
    await expect(phone.get_by_role("heading", name="您还没有到店确认")).to_be_visible()
    return phone


@pytest.mark.row("Q42")
async def test_from_the_sofa_to_the_counter_by_the_code_at_the_door(power: HereHall, look: Look) -> None:
    phone = await taken(power, look, 360)
    (ticket,) = power.hall.tickets.values()
    await expect(phone.locator("h1 .number")).to_have_text(ticket.number)
    await for_everybody(phone)
    status, refused = await power.post(power.admin, "call_next", counter="1")
    assert (status, refused["code"]) == (409, "nobody_waiting")

    board = await look(address(power, "lobby/?", "lobby_board"), 1920, 1080)
    kiosk = await look(address(power, "kiosk/?", "kiosk"), 1080, 1920)
    shown = kiosk.locator(".door-code")
    await expect(shown).to_be_visible()
    code = (await shown.inner_text())[-4:]
    assert power.hall.remote.door is not None
    assert code == power.hall.remote.door.code
    await expect(board.locator("header")).to_be_visible()

    await phone.get_by_label("到店码").fill("0000" if code != "0000" else "0001")
    await phone.get_by_role("button", name="确认到店").click()
    await expect(phone.get_by_role("alert")).to_contain_text("到店码不对")
    await phone.get_by_label("到店码").fill(code)
    await phone.get_by_role("button", name="确认到店").click()
    await expect(phone.locator(".state")).to_contain_text("快到您了")
    await power.do("call_next", counter="1")
    await expect(phone.locator(".state")).to_contain_text("叫到您了")
    await power.do("start_service", counter="1")
    await power.do("finish_ticket", counter="1")
    await expect(phone.locator(".state")).to_contain_text("已办完")
    await phone.goto(address(power, "hall/"))
    await phone.locator("summary").first.click()
    await expect(phone.get_by_role("button", name=TAKE).first).to_be_visible()


@pytest.mark.row("Q42")
async def test_one_number_a_phone_and_the_kiosk_takes_its_code(power: HereHall, look: Look) -> None:
    phone = await taken(power, look, 390)
    (ticket,) = power.hall.tickets.values()
    await phone.get_by_text("在取号机上确认，还能打小票").click()
    await for_everybody(phone)
    code = (await phone.locator(".arrival .code").inner_text()).replace(" ", "")
    await expect(phone.locator(".arrival img")).to_be_visible()

    kiosk = await look(address(power, "kiosk/?", "kiosk"), 1080, 1920)
    await kiosk.get_by_role("button", name="我有").click()
    take = kiosk.get_by_role("button", name="取号", exact=True)
    await expect(take).to_be_visible()
    await kiosk.keyboard.type(code, delay=120)
    await take.click()
    await expect(kiosk.locator("main")).to_contain_text(ticket.number)
    await expect(phone.locator(".arrival")).to_have_count(0)
    await phone.goto(address(power, "hall/"))
    await expect(phone.get_by_role("link", name=f"我的号 {ticket.number}")).to_be_visible()
    await expect(phone.get_by_role("button", name=TAKE)).to_have_count(0)


@pytest.mark.row("Q42")
async def test_a_guide_sees_who_is_on_the_way_and_who_never_comes_reads_why(
    power: HereHall, look: Look, hand: HandClock
) -> None:
    phone = await taken(power, look, 390)
    (ticket,) = power.hall.tickets.values()
    guide = await look(address(power, "guide/?", "guide"), 1280, 800)
    await expect(guide.locator(".away")).to_contain_text(f"{ticket.number}")
    await expect(guide.locator(".away")).to_contain_text("未到店")
    await for_everybody(guide)
    await expect(phone.locator(".arrival")).to_contain_text("前面没有人了")
    hand.move(minutes=46)
    await power.house.expect_arrivals.look()
    await until(lambda: power.hall.ended[ticket.id].state is TicketState.EXPIRED)
    await expect(phone.locator(".state")).to_contain_text("没有在时限内到店确认")
    await expect(guide.locator(".away li")).to_have_count(0)

    other = await taken(power, look, 390)
    (ticket,) = power.hall.tickets.values()
    await guide.get_by_role("button", name=f"{ticket.number} 已到店").click()
    await expect(other.locator(".arrival")).to_have_count(0)
    await expect(guide.locator(".rows")).to_contain_text(ticket.number)
