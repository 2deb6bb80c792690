"""The tablet at the door: who is sent another way, prepared, what is broken, what waits for the Wi-Fi."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from server.command import making
from server.domain.config.catalogue import Entry, Terminal
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
async def door(tmp_path: Path) -> AsyncIterator[HereHall]:
    """A hall with one terminal, whose second business can be prepared."""
    prepared = replace(OTHER, entry=Entry(steps=STEPS))
    services = tuple(prepared if s.id == OTHER.id else s for s in POWER.services)
    data = tmp_path / "door"
    config = replace(POWER, services=services, terminals=(MACHINE,))
    await making.make_hall(data, config, NOW, admin_password=PASSWORD, printers=[])
    async with here_hall(data, HandClock()) as hall:
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
