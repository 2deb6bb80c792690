"""The catalogue where it is needed: before the number, on the guide's tablet, at the counter, on paper."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from server.command import making
from server.packs.hall_file import pack
from tests.hall_here import HandClock, HereHall, here_hall
from tests.hall_made import NOW, PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session")
async def gas(tmp_path: Path) -> AsyncIterator[HereHall]:
    """A gas company's hall, as its pack has it."""
    data = tmp_path / "gas"
    await making.make_hall(data, pack("gas"), NOW, admin_password=PASSWORD, printers=[])
    async with here_hall(data, HandClock()) as hall:
        yield hall


def address(hall: HereHall, page: str, role: str) -> str:
    return f"http://127.0.0.1:{hall.port}/{page}token={hall.token(role)}"


@pytest.mark.row("B03")
async def test_a_clerk_has_the_form_on_paper_two_taps_from_the_ticket(gas: HereHall, look: Look) -> None:
    await gas.do("open_counter", counter="4")
    await gas.issue(service="transfer")
    await gas.do("call_next", counter="4")
    console = await look(address(gas, "counter/?counter=4&", "clerk"))
    await expect(console.locator(".facts")).to_contain_text("手续费 5 元/户 · 当场办结")
    await console.get_by_role("button", name="过户（更名）的办事指南").click()  # 1
    page = console.locator(".business-page")
    await expect(page).to_contain_text("已结清气费")
    await expect(page).to_contain_text("过户以后的气费由新户主承担")
    await console.evaluate("window.print = () => {}")
    await console.get_by_role("button", name="打印发票遗失声明").click()  # 2
    await console.emulate_media(media="print")
    paper = console.locator(".catalogue-paper")
    await expect(paper).to_be_visible()
    await expect(paper).to_contain_text("证件号码")
    await expect(page).not_to_be_visible()


@pytest.mark.row("B20")
async def test_a_guide_finds_a_topic_while_the_line_is_cut(gas: HereHall, look: Look) -> None:
    guide = await look(address(gas, "guide/?", "guide"), 1024, 768)
    await guide.get_by_role("button", name="办事指南").click()
    await expect(guide.locator(".business-hits li")).to_have_count(len(pack("gas").services))
    await guide.context.set_offline(True)
    await guide.get_by_role("searchbox").fill("滞纳")
    await expect(guide.locator(".business-hits")).to_contain_text("缴气费、IC 卡充值")
    await guide.locator(".business-hits button").first.click()
    await expect(guide.locator(".business-page")).to_contain_text("工商、农业、中国、建设、交通银行")


async def opened(kiosk: Page, business: str) -> None:
    """From the first page to what is known of a business; the catalogue is there before anybody touches."""
    await kiosk.get_by_role("button", name="触摸屏幕取号").click()
    tile = kiosk.locator(".tile", has_text=business)
    if not await tile.count():
        await kiosk.get_by_role("button", name="下一页").click()
    await tile.click()


async def kiosk_of(hall: HereHall, look: Look) -> Page:
    kiosk = await look("about:blank", 1080, 1920)
    async with kiosk.expect_response("**/api/catalogue"):
        await kiosk.goto(address(hall, "kiosk/?", "kiosk"))
    return kiosk


@pytest.mark.row("B01")
@pytest.mark.row("B02")
async def test_what_an_installation_needs_is_read_before_the_number(gas: HereHall, look: Look) -> None:
    kiosk = await kiosk_of(gas, look)
    await opened(kiosk, "燃气报装")  # choose
    needs = kiosk.locator(".needs")  # needs
    await expect(needs).to_contain_text("身份证原件、购房发票或收据")
    await expect(needs).to_contain_text("委托人身份证复印件")
    await expect(needs).to_contain_text("5 个工作日内勘察并安装")
    await kiosk.get_by_role("button", name="取号", exact=True).click()  # number
    await expect(kiosk.get_by_role("heading", level=1)).to_contain_text("B001")


@pytest.mark.row("B04")
@pytest.mark.row("B05")
@pytest.mark.row("B06")
@pytest.mark.parametrize(
    ("business", "words"),
    [
        ("过户（更名）", ("已结清气费", "手续费 5 元/户")),
        ("迁户", ("拆除费 30 元/户", "差额不退", "身份证原件", "原户和新户的发票或收据")),
        ("点火预约", ("48 小时内上门", "严禁自行接通燃气")),
    ],
)
async def test_conditions_and_fee_are_read_before_the_number(
    gas: HereHall, look: Look, business: str, words: tuple[str, ...]
) -> None:
    kiosk = await kiosk_of(gas, look)
    await opened(kiosk, business)
    for word in words:
        await expect(kiosk.locator(".needs")).to_contain_text(word)


@pytest.mark.row("B07")
async def test_paying_names_the_five_banks_to_who_goes_another_way(gas: HereHall, look: Look) -> None:
    kiosk = await kiosk_of(gas, look)
    await opened(kiosk, "缴气费")
    await kiosk.get_by_role("button", name="不取号，自己办").click()
    await expect(kiosk.locator(".ways")).to_contain_text("工商、农业、中国、建设、交通银行")


@pytest.mark.row("B08")
async def test_sealing_a_meter_sends_to_a_guide_for_the_papers(gas: HereHall, look: Look) -> None:
    kiosk = await kiosk_of(gas, look)
    await kiosk.get_by_role("button", name="触摸屏幕取号").click()
    await kiosk.get_by_role("button", name="下一页").click()
    tile = kiosk.locator(".tile", has_text="封表、启封")
    await expect(tile).to_contain_text("材料请咨询引导员")
    await expect(tile).to_contain_text("外出三个月以上")
