"""What a slip says, from a hall to a printer's bytes: notices, passes, handling cards."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from server.devices.printers import PrinterConfig
from server.domain.codes import grouped
from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.guidance import commands as gc
from server.domain.guidance.nouns import Notice
from server.domain.hall import Ticket
from server.domain.text import Text
from server.domain.views.parts import WaitView
from server.watchers.devices.what_slips_say import Saying, card_said, wait_text
from tests.builders import Story, a_config
from tests.devices.tcp_printer import LoopbackPrinter, plugged_in
from tests.hall_here import HereHall, here_hall
from tests.patience import until


@pytest.fixture
async def device() -> AsyncIterator[LoopbackPrinter]:
    async with plugged_in() as printer:
        yield printer


@pytest.fixture
async def hall(data: Path, device: LoopbackPrinter) -> AsyncIterator[HereHall]:
    printer = PrinterConfig(id="K1", kind="tcp", address=f"127.0.0.1:{device.port}", mode="text")
    async with here_hall(data, printers=(printer,)) as hall:
        yield hall


def known(hall: HereHall, ticket: str) -> Ticket:
    one = hall.hall.ticket(ticket)
    assert one is not None
    return one


def paper(device: LoopbackPrinter, nth: int) -> str:
    return device.slips[nth].decode("gb18030", "replace")


def the_notice(hall: HereHall) -> Notice:
    (notice,) = hall.hall.guidance.notices.values()
    return notice


async def served(hall: HereHall, service: str = "transfer") -> str:
    """Somebody's ticket, served at counter 4."""
    ticket = await hall.called("4", service)
    await hall.do("start_service", counter="4")
    return ticket


@pytest.mark.row("B09")
async def test_a_notice_prints_though_its_holder_has_gone_and_can_be_printed_again(
    hall: HereHall, device: LoopbackPrinter
) -> None:
    ticket = await served(hall)
    await hall.do("give_notice", ticket=ticket, missing=[0, 3], agent=True, printer="K1")
    assert known(hall, ticket).has_ended
    await until(lambda: len(device.slips) == 1)
    text, notice = paper(device, 0), the_notice(hall)
    for said in ("一次告知单", "还缺 2 样", "（代办）", notice.last_day.isoformat(), grouped(notice.code)):
        assert said in text
    assert f"/notice/#code={notice.code}".encode() in device.slips[0]
    assert "补打" not in text
    await until(lambda: known(hall, ticket).slip.state == "printed")  # type: ignore[union-attr]
    await hall.do("reprint_slip", ticket=ticket)
    await until(lambda: len(device.slips) == 2)
    assert "补打 1" in paper(device, 1)
    assert grouped(notice.code) in paper(device, 1)


@pytest.mark.row("B09")
async def test_a_notice_that_may_not_have_come_out_is_told_and_never_sent_again_by_itself(
    hall: HereHall, device: LoopbackPrinter
) -> None:
    ticket = await served(hall)
    device.turn(hangs_up_after=60)
    await hall.do("give_notice", ticket=ticket, missing=[0], printer="K1")
    alert = f"notice_failed/{known(hall, ticket).number}"
    await until(lambda: alert in hall.hall.alerts)
    assert not device.slips
    await hall.do("reprint_slip", ticket=ticket)
    await until(lambda: len(device.slips) == 1)
    assert alert not in hall.hall.alerts
    assert "一次告知单" in paper(device, 0)


@pytest.mark.row("B09")
async def test_a_pass_says_why_and_how_to_come_back(hall: HereHall, device: LoopbackPrinter) -> None:
    ticket = str((await hall.issue("transfer"))["ticket"])
    await hall.do("give_pass", ticket=ticket, reason="系统故障", printer="K1")
    await until(lambda: len(device.slips) == 1)
    text = paper(device, 0)
    for said in ("二次优先卡", "系统故障", grouped(the_notice(hall).code), "很抱歉"):
        assert said in text


@pytest.mark.row("B11")
@pytest.mark.row("E32")
async def test_key_points_told_are_on_the_handling_card(hall: HereHall, device: LoopbackPrinter) -> None:
    """过户: three key points ticked; the card lists them."""
    ticket = await served(hall)
    await hall.do("tell_key_points", ticket=ticket, printer="K1")
    assert len(hall.hall.guidance.points_told[ticket]) == 3
    await until(lambda: len(device.slips) == 1)
    text = paper(device, 0)
    for said in ("业务办理卡", "新户主承担", "重新签约", "重新申请", "5 个工作日"):
        assert said in text
    await hall.do("finish_ticket", counter="4", ticket=ticket)
    await until(lambda: known(hall, ticket).slip.state == "printed")  # type: ignore[union-attr]
    await hall.do("reprint_slip", ticket=ticket)
    await until(lambda: len(device.slips) == 2)
    assert "补打 1" in paper(device, 1)


def test_an_agent_s_paper_is_marked_and_a_notice_that_is_over_says_nothing() -> None:
    agent_s = Text("委托书", "Letter of authority")
    services = tuple(
        replace(s, entry=CatalogueEntry(agent_materials=(agent_s,))) if s.id == "change" else s
        for s in a_config().services
    )
    today = Story("4", config=a_config(services=services))
    ticket = today.issue("change")
    today.do(gc.GiveNotice(ticket=ticket, missing=(0, 1), agent=True, printer="P1", by="s4", where="4"))
    one = today.ticket(ticket)
    assert one.slip
    saying = Saying(hall=today.hall, slip=one.slip, large=False, language="zh", now=today.now)
    card = card_said(saying, str, str)
    assert card
    assert card.listed
    assert [item.zh for item in card.listed.items] == ["产权证", "委托书（代办）"]
    over = replace(saying, slip=replace(one.slip, notice="GONE"))
    assert card_said(over, str, str) is None


def test_a_wait_reads_the_same_on_paper() -> None:
    assert wait_text(WaitView(state="minutes", minutes=15)).zh == "约 15 分钟"
    assert wait_text(WaitView(state="minutes", minutes=15, low=10)).zh == "约 10–15 分钟"
    assert wait_text(WaitView(state="soon")).en == "soon"


@pytest.mark.row("Q22")
async def test_the_slip_of_an_appointment_says_for_when_it_was(
    hall: HereHall, device: LoopbackPrinter
) -> None:
    made = await hall.do("book_appointment", service="install_home", slot="2026-03-02T01:30:00Z")
    await hall.do("check_in", code=made["appointment"]["code"], printer="K1")
    await until(lambda: len(device.slips) == 1)
    assert "预约 09:30" in paper(device, 0)


@pytest.mark.row("Q22")
async def test_a_booked_time_is_taken_home_on_paper_and_printed_again_on_another_day(
    hall: HereHall, device: LoopbackPrinter
) -> None:
    slot = "2026-03-03T01:30:00Z"
    made = await hall.do("book_appointment", service="install_home", slot=slot, printer="K1")
    code = made["appointment"]["code"]
    await until(lambda: len(device.slips) == 1)
    for said in ("预约单", "2026-03-03 周二 09:30", "请带上", "09:00–09:40", grouped(code)):
        assert said in paper(device, 0), said
    assert f"/booking/#code={code}".encode() in device.slips[0]
    assert "补打" not in paper(device, 0)
    (owed,) = hall.hall.papers.values()
    await until(lambda: hall.hall.papers[owed.id].slip.state == "printed")
    assert hall.hall.tickets == {}
    hall.clock.move(days=1, hours=-1)
    await hall.issue("pay")  # a new day
    assert hall.hall.papers == {}
    await hall.do("print_paper", code=code, printer="K1")
    await until(lambda: len(device.slips) == 2)
    assert "补打 1" in paper(device, 1)


@pytest.mark.row("B09")
async def test_a_notice_is_printed_again_as_long_as_it_is_good(
    hall: HereHall, device: LoopbackPrinter
) -> None:
    """It could be printed again only on the day of its number."""
    ticket = await served(hall)
    await hall.do("give_notice", ticket=ticket, missing=[0], printer="K1")
    code = the_notice(hall).code
    await until(lambda: len(device.slips) == 1)
    hall.clock.move(days=3)
    await hall.issue("pay")
    assert hall.hall.ticket(ticket) is None
    for nth in (1, 2):
        await hall.do("print_paper", code=code, printer="K1")
        await until(lambda nth=nth: len(device.slips) == nth + 1)  # type: ignore[misc]
        assert f"补打 {nth}" in paper(device, nth)
        assert grouped(code) in paper(device, nth)
        (owed,) = hall.hall.papers.values()
        await until(lambda owed=owed: hall.hall.papers[owed.id].slip.state == "printed")  # type: ignore[misc]
    await hall.do("take_return", code=code)
    status, body = await hall.post(hall.admin, "print_paper", code=code, printer="K1")
    assert (status, body["code"]) == (409, "notice_used")


@pytest.mark.row("Q38")
async def test_a_slip_lists_the_papers_of_who_holds_it_and_not_what_they_are(
    hall: HereHall, device: LoopbackPrinter
) -> None:
    await hall.issue("transfer", segment="company", printer="K1")
    await hall.issue("transfer", printer="K1")
    await until(lambda: len(device.slips) == 2)
    assert "营业执照" in paper(device, 0)
    assert "房屋产权证明" not in paper(device, 0)
    assert "企业客户" not in paper(device, 0)
    assert "房屋产权证明" in paper(device, 1)
