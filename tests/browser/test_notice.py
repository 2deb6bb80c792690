"""Told once, finished in two visits: from the clerk's key to the paper, and from its code to a fair place."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from playwright.async_api import Page, expect

from server.domain.codes import grouped
from server.domain.setup.commands import ConfigureHall
from tests.devices.tcp_printer import LoopbackPrinter
from tests.hall_here import HandClock, HereHall
from tests.patience import until

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("printing"),
]

Look = Callable[..., Awaitable[Page]]


@pytest.mark.row("B09")
async def test_a_notice_brings_its_holder_back_to_a_fair_place(
    hall: HereHall, hand: HandClock, device: LoopbackPrinter, look: Look
) -> None:
    url = f"http://127.0.0.1:{hall.port}"
    await hall.called("4", "transfer")
    await hall.do("start_service", counter="4")
    console = await look(f"{url}/counter/?counter=4&token={hall.token('team_leader')}", 1366, 768)
    await expect(console.locator(".stage")).to_contain_text("C001")
    await console.keyboard.press("o")
    sheet = console.get_by_role("dialog")
    await expect(sheet).to_contain_text("双方身份证原件")
    await console.keyboard.press("2")
    await expect(sheet.get_by_role("checkbox", name="房屋产权证明")).to_be_checked()
    await console.keyboard.press("Enter")
    await expect(sheet).to_have_count(0)
    await until(lambda: len(device.slips) == 1)
    (notice,) = hall.hall.guidance.notices.values()
    paper = device.slips[0].decode("gb18030", "replace")
    assert "一次告知单" in paper
    assert "房屋产权证明" in paper
    assert grouped(notice.code) in paper

    hand.move(days=1)
    first, second = [(await hall.issue("transfer"))["number"] for _ in range(2)]
    hand.move(minutes=5)
    kiosk = await look(f"{url}/kiosk/?token={hall.token('kiosk', 'K1')}", 1080, 1920)
    await kiosk.get_by_role("button", name="我有告知单").click()
    keys = kiosk.locator(".letters")
    for letter in notice.code:
        await keys.get_by_role("button", name=letter, exact=True).click()
    await kiosk.locator(".foot").get_by_role("button", name="取号").click()
    shown = kiosk.locator(".result .number")
    await expect(shown).to_be_visible()
    back = await shown.inner_text()

    await hall.do("call_next", counter="4")
    await expect(console.locator(".stage .who")).to_contain_text(back)  # five minutes behind them, ten ahead
    await expect(console.locator(".facts")).to_contain_text("凭一次告知单，上次缺：房屋产权证明")
    assert {t.number for t in hall.hall.waiting()} == {first, second}

    await kiosk.goto(f"{url}/kiosk/")
    await expect(kiosk.locator(".home")).to_be_visible()
    await kiosk.keyboard.type(hall.house.settings.notice_page_of(notice.code))
    await kiosk.keyboard.press("Enter")
    await expect(kiosk.locator(".problem")).to_contain_text("已经用过")


@pytest.mark.row("B12")
@pytest.mark.row("E32")
async def test_money_is_counted_together_and_points_are_told_with_one_key(
    hall: HereHall, device: LoopbackPrinter, look: Look
) -> None:
    ticket = await hall.called("3", "pay")
    await hall.do("start_service", counter="3")
    url = f"http://127.0.0.1:{hall.port}"
    console = await look(f"{url}/counter/?counter=3&token={hall.token('team_leader')}", 1366, 768)
    facts = console.locator(".facts")
    await expect(facts).to_contain_text("单据交待清楚，钱款当面点清")
    await expect(facts).to_contain_text("逾期交费会产生违约金")
    await console.keyboard.press("k")
    await expect(facts).to_contain_text("打印办理卡")
    assert hall.hall.guidance.points_told[ticket][-1].zh == "单据交待清楚，钱款当面点清"
    assert not device.slips
    await console.keyboard.press("k")
    await until(lambda: len(device.slips) == 1)
    assert "业务办理卡" in device.slips[0].decode("gb18030", "replace")


@pytest.mark.row("B09")
async def test_a_notice_is_printed_once_more_on_a_later_day_in_three_taps(
    hall: HereHall, hand: HandClock, device: LoopbackPrinter, look: Look
) -> None:
    url = f"http://127.0.0.1:{hall.port}"
    ticket = await hall.called("4", "transfer")
    await hall.do("start_service", counter="4")
    await hall.do("give_notice", ticket=ticket, missing=[0])
    (notice,) = hall.hall.guidance.notices.values()
    hand.move(days=1)
    await hall.issue("pay")
    console = await look(f"{url}/counter/?counter=4&token={hall.token('team_leader')}", 1366, 768)
    await console.get_by_role("button", name="查号").click()  # 1
    sheet = console.get_by_role("dialog")
    await sheet.get_by_role("textbox").fill(grouped(notice.code))
    await console.keyboard.press("Enter")  # 2, or the scanner's own
    await expect(sheet).to_contain_text(f"{notice.number} 一次告知单")
    await sheet.get_by_role("button", name="补打").click()  # 3
    await until(lambda: len(device.slips) == 1)
    guide = await look(f"{url}/guide/?token={hall.token('guide')}", 1024, 768)
    await guide.get_by_role("button", name="取号", exact=True).click()  # 1
    await guide.locator(".with-code input").fill(notice.code)
    await guide.get_by_role("button", name="补打这张单").click()  # 2
    await until(lambda: len(device.slips) == 2)
    for paper in (slip.decode("gb18030", "replace") for slip in device.slips):
        assert "一次告知单" in paper
        assert grouped(notice.code) in paper


@pytest.mark.row("Q22")
@pytest.mark.parametrize("at", ["counter", "manager"])
async def test_an_appointment_booked_at_a_counter_or_the_board_comes_out_on_paper(
    hall: HereHall, device: LoopbackPrinter, look: Look, at: str
) -> None:
    config = hall.hall.setup
    services = tuple(
        replace(s, entry=replace(s.entry, booked=True)) if s.id == "transfer" else s for s in config.services
    )
    command = ConfigureHall(config=replace(config, services=services))
    await hall.house.live.apply(command, actor="system:test", request="booked")
    url = f"http://127.0.0.1:{hall.port}"
    if at == "counter":
        await hall.called("4", "transfer")
        page = await look(f"{url}/counter/?counter=4&token={hall.token('team_leader')}", 1366, 768)
        await page.get_by_role("button", name="过户").first.click()
        await page.get_by_role("button", name="预约时间").click()
    else:
        page = await look(f"{url}/manager/?token={hall.token('hall_manager')}", 1366, 768)
        await page.get_by_role("button", name="预约", exact=True).first.click()
    booking = page.locator(".booking")
    if at == "manager":
        await booking.locator(".times .options").first.locator("label").first.click()
    await expect(booking.locator(".printer select")).to_have_value("K1")
    times = booking.locator(".times .slot-choice:not(.full)")
    await times.last.click()
    await booking.get_by_role("button", name="预约这个时间").click()
    await expect(booking.locator(".made")).to_be_visible()
    await until(lambda: len(device.slips) == 1)
    paper = device.slips[0].decode("gb18030", "replace")
    assert "预约单" in paper
    (code,) = hall.hall.appointments.booked
    assert grouped(code) in paper
