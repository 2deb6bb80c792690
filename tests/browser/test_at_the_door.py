"""The tablet at the door: who is sent another way, prepared, what is broken, what waits for the Wi-Fi."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from server.command import making
from server.domain.config.pieces.catalogue import CatalogueEntry, Terminal
from server.domain.text import Text
from server.packs.hall_file import pack
from tests.hall_here import HandClock, HereHall, here_hall
from tests.hall_made import NOW, PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]

STEPS = (Text("身份证复印", "Copy of the ID card"), Text("表单", "Form"))
POWER = pack("power")
BILL, OTHER = POWER.services[0], POWER.services[1]
MACHINE = Terminal(
    id="m2", name=Text("2 号自助终端", "Terminal 2"), zone=POWER.zones[0].id, services=(BILL.id,)
)


@pytest_asyncio.fixture(loop_scope="session")
async def door(tmp_path: Path, hand: HandClock) -> AsyncIterator[HereHall]:
    """A hall with one terminal, whose second business can be prepared."""
    prepared = replace(OTHER, entry=CatalogueEntry(steps=STEPS))
    services = tuple(prepared if s.id == OTHER.id else s for s in POWER.services)
    data = tmp_path / "door"
    config = replace(POWER, services=services, terminals=(MACHINE,))
    await making.make_hall(data, config, NOW, admin_password=PASSWORD, printers=[])
    async with here_hall(data, hand) as hall:
        yield hall


@pytest.mark.row("Q13")
@pytest.mark.row("Q15")
@pytest.mark.row("Q19")
@pytest.mark.row("Q23")
async def test_a_guide_sends_prepares_and_reports_with_one_tap_each(door: HereHall, look: Look) -> None:
    await door.issue(service=BILL.id)
    await door.issue(service=OTHER.id)
    await door.do("set_peak_mode", on=True)
    guide = await look(f"http://127.0.0.1:{door.port}/guide/?token={door.token('guide')}", 1024, 768)
    await expect(guide.locator(".peak li")).to_have_count(2)

    await guide.locator(".peak button").first.click()
    await guide.get_by_role("dialog").get_by_role("button", name="2 号自助终端").click()
    await expect(guide.locator(".rows .row")).to_have_count(1)

    await guide.locator(".row .send").click()
    await guide.get_by_role("button", name="身份证复印").click()
    await expect(guide.get_by_role("button", name="身份证复印", pressed=True)).to_be_visible()
    await guide.get_by_role("button", name="关闭").click()
    await expect(guide.locator(".row")).to_contain_text("预受理 1/2")

    await guide.get_by_role("button", name="门口").click()
    await guide.get_by_role("button", name="迎客").click()
    await guide.get_by_role("button", name="没说业务 → 其他部门").click()
    await expect(guide.get_by_text("已记：没说业务 → 其他部门")).to_be_visible()

    await guide.get_by_role("button", name="设备", exact=True).click()
    await guide.get_by_role("button", name="2 号自助终端报故障").click()
    await guide.get_by_role("button", name="缺纸").click()
    await expect(guide.get_by_text("缺纸 · 00:00 前")).to_be_visible()
    kept = door.hall.guidance
    assert kept.ways == {"self_service": 1, "other_dept": 1}
    (met,) = (c for c in kept.contacts.values() if c.greeted)
    assert (met.greeted, met.diverted, met.prepared) == (1, 2, 1)
    await guide.get_by_role("button", name="门口").click()
    await expect(guide.get_by_role("button", name=f"{BILL.name.zh} → 自助终端")).to_be_disabled()


async def test_what_was_done_in_a_hole_of_the_wifi_is_done_once_after_a_reload(
    door: HereHall, look: Look
) -> None:
    await door.issue(service=BILL.id)
    guide = await look(f"http://127.0.0.1:{door.port}/guide/?token={door.token('guide')}", 1280, 800)
    await expect(guide.locator(".row")).to_be_visible()
    await guide.evaluate(  # nothing gets out of this page any more
        "WebSocket.prototype.send = () => {}"
    )
    await guide.locator(".row .water").click()
    await expect(guide.locator(".row")).to_contain_text("待同步 · 送水")
    assert not door.hall.care.watered
    await guide.reload()
    await expect(guide.locator(".row")).to_contain_text("已送水")
    await expect(guide.locator(".row")).not_to_contain_text("待同步")
    await expect(guide.get_by_text("已补送：送水")).to_be_visible()


@pytest.mark.row("Q02")
async def test_a_guide_gives_a_number_on_somebody_s_behalf_with_language_and_priority(
    door: HereHall, look: Look
) -> None:
    guide = await look(f"http://127.0.0.1:{door.port}/guide/?token={door.token('guide')}", 1024, 768)
    await guide.get_by_role("button", name="取号", exact=True).click()
    for choice in (BILL.name.zh, "老年人", "英语"):
        await guide.locator("main label", has_text=choice).first.click()
    await guide.locator("button.go.primary").click()
    await expect(guide.locator(".issued .number")).to_have_text("A001")
    await expect(guide.locator(".issued img")).to_be_visible()  # the code for the phone
    (ticket,) = door.hall.tickets.values()
    assert (ticket.channel, ticket.language, ticket.priority_reason) == ("guide_tablet", "en", "elderly")
    assert ticket.priority == "priority"
    assert ticket.issued_by in door.hall.guidance.contacts  # T20


@pytest.mark.row("Q23")
@pytest.mark.row("Q45")
@pytest.mark.row("Q16")
async def test_the_clerk_sees_who_comes_before_they_are_there_and_corrects_the_business(
    door: HereHall, look: Look, hand: HandClock
) -> None:
    ticket = await door.issue(service=OTHER.id, priority="priority", priority_reason="elderly")
    await door.do("tick_step", ticket=ticket["ticket"], step=0)
    profile = next(p for p in POWER.profiles if {OTHER.queue, BILL.queue} <= set(p.queues))
    counter = next(c.id for c in POWER.counters if c.profile == profile.id)
    await door.do("open_counter", counter=counter)
    hand.move(minutes=12, seconds=10)
    await door.do("call_next", counter=counter)
    address = f"http://127.0.0.1:{door.port}/counter/?counter={counter}&token={door.token('clerk')}"
    console = await look(address, 1366, 768)
    stage = console.locator(".stage")
    for words in (
        ticket["number"],
        OTHER.name.zh,
        "12:10",
        "老年人",
        "您好，让您久等了。",
        "身份证复印 已办",
    ):
        await expect(stage).to_contain_text(words)
    await expect(stage).to_contain_text("表单 未办")

    await door.do("start_service", counter=counter, ticket=ticket["ticket"])
    await expect(console.locator(".stage.serving")).to_be_visible()
    await console.keyboard.press("e")
    await console.get_by_role("dialog").get_by_text(BILL.name.zh, exact=True).click()
    await console.get_by_role("button", name="确认").click()
    await expect(console.locator(".business-name")).to_contain_text(BILL.name.zh)
    await expect(stage).to_contain_text(ticket["number"])

    await console.keyboard.press("j")
    await console.get_by_role("dialog").get_by_text(MACHINE.name.zh).click()
    await console.get_by_role("button", name="确认").click()
    await expect(console.locator(".stage.open_idle")).to_be_visible()
    assert door.hall.guidance.ways == {"self_service": 1}
