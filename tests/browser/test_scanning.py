"""A kiosk for who can press two keys, or one switch: all of it, by a mark that is seen (EN 301 549)."""

import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from weakref import WeakKeyDictionary

import pytest
from playwright.async_api import Page, WebSocket, expect

from tests.browser.long_words import COMFORT, calling_hall
from tests.devices.tcp_printer import LoopbackPrinter
from tests.hall_here import HereHall
from tests.hall_made import copy_of
from tests.patience import until

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.usefixtures("printing"),
]

Look = Callable[..., Awaitable[Page]]
MOST = 60  # stops of one screen
STEP = 5  # s; the page misses the hall after six
PACE = 3_000  # ms the switch stands on each, as a hall has it
# A device that sends what it reads and a pad may hang at the same kiosk: quick letters are the scanner's.
MARKED = "Array.from(document.querySelectorAll('[data-scanned]'), (e) => e.ariaLabel || e.innerText)"
# All that a finger could press now, top to bottom as the page has it.
PRESSABLE = """() => {
  const box = Array.from(document.querySelectorAll('dialog[open]')).pop() || document;
  return Array.from(box.querySelectorAll('button:not(:disabled)')).filter((b) => {
    const r = b.getBoundingClientRect();
    return r.width && document.elementsFromPoint(r.left + r.width / 2, r.top + r.height / 2).includes(b);
  }).length;
}"""


LINES: WeakKeyDictionary[Page, WebSocket] = WeakKeyDictionary()


async def kiosk_of(hall: HereHall, look: Look, width: int = 1080, height: int = 1920) -> Page:
    page = await look("about:blank", width, height)
    page.on("websocket", lambda line: LINES.__setitem__(page, line))
    await page.clock.install()
    await page.goto(f"http://127.0.0.1:{hall.port}/kiosk/?token={hall.token('kiosk', 'K1')}")
    await expect(page.locator(".home")).to_be_visible()
    await page.clock.pause_at(await page.evaluate("Date.now() / 1000 + 1"))
    return page


async def passes(page: Page, ms: int = 400) -> None:
    """The second half of a double tap is over; what stands there can be pressed."""
    await page.clock.run_for(ms)


async def goes_by(page: Page, seconds: int) -> None:
    """So long that the page would think the hall gone, did it not hear it meanwhile."""
    for _ in range(0, seconds, STEP):
        await LINES[page].wait_for_event("framereceived")
        await page.clock.run_for(STEP * 1000)


async def marked(page: Page) -> str:
    names: list[str] = await page.evaluate(MARKED)
    return " ".join(" ".join(names).split())


async def stands_on(page: Page, name: str, key: str = "Tab") -> None:
    """Go on with one key until the mark is there."""
    for _ in range(MOST):
        if re.search(name, await marked(page)):
            return
        await page.keyboard.press(key)
    raise AssertionError(f"no key leads to {name}")


async def chooses(page: Page, name: str, key: str = "Tab") -> None:
    await stands_on(page, name, key)
    await page.keyboard.press("Enter")
    await passes(page)


async def moves_to(page: Page, name: str) -> None:
    """Only look on while it moves by itself."""
    for _ in range(MOST):
        if re.search(name, await marked(page)):
            return
        await page.clock.run_for(PACE)
    raise AssertionError(f"it never came to {name}")


async def switch(page: Page, name: str) -> None:
    await moves_to(page, name)
    await page.keyboard.press(" ")
    await passes(page)


async def round_of(page: Page) -> list[str]:
    """All stops from where one stands, once round."""
    stops = [await marked(page)]
    for _ in range(MOST):
        await page.keyboard.press("Tab")
        if (name := await marked(page)) == stops[0]:
            return stops
        stops.append(name)
    raise AssertionError("the way round has no end")


async def test_two_keys_take_a_number_and_the_slip_is_printed(
    hall: HereHall, device: LoopbackPrinter, look: Look
) -> None:
    kiosk = await kiosk_of(hall, look)
    await kiosk.keyboard.press("Enter")
    assert await marked(kiosk) == "触摸屏幕取号"  # the first press only shows where one stands
    await kiosk.keyboard.press("Enter")
    await expect(kiosk.locator(".home")).to_be_visible()  # a trembling hand chooses once
    await passes(kiosk)
    await kiosk.keyboard.press("Enter")
    await expect(kiosk.locator(".choose")).to_be_visible()
    await passes(kiosk)
    await chooses(kiosk, "更名过户")
    await chooses(kiosk, "^取号$")  # below what it needs
    await expect(kiosk.locator(".result .number")).to_have_text("C001")
    await until(lambda: device.slips)
    await expect(kiosk.locator(".slip")).to_contain_text("请取走小票")
    await goes_by(kiosk, 40)  # who goes by keys has a minute
    await chooses(kiosk, "完成")
    await expect(kiosk.locator(".home")).to_be_visible()
    assert await marked(kiosk) == ""  # the next customer finds nothing of it


async def test_one_switch_takes_a_number_while_the_mark_moves_and_rests_when_nobody_presses(
    hall: HereHall, look: Look
) -> None:
    kiosk = await kiosk_of(hall, look, 1920, 1080)
    await kiosk.clock.run_for(2 * PACE)
    assert await marked(kiosk) == ""
    await kiosk.keyboard.press(" ")
    assert await marked(kiosk) == "触摸屏幕取号"
    await passes(kiosk)
    await switch(kiosk, "触摸屏幕取号")
    await switch(kiosk, "交电费")
    await switch(kiosk, "仍要取号")  # the other way was declined
    await expect(kiosk.locator(".result .number")).to_be_visible()
    (ticket,) = hall.hall.tickets.values()
    assert (ticket.service, hall.hall.guidance.ways) == ("pay", {})
    await switch(kiosk, "完成")
    await expect(kiosk.locator(".home")).to_be_visible()
    await rests_after_two_rounds_and_asks_before_it_forgets(kiosk)


async def rests_after_two_rounds_and_asks_before_it_forgets(kiosk: Page) -> None:
    """With the switch, by the next customer."""
    assert await marked(kiosk) == ""
    await kiosk.keyboard.press(" ")
    await passes(kiosk)
    await kiosk.keyboard.press(" ")
    await passes(kiosk)
    await switch(kiosk, "需要优先照顾")
    await switch(kiosk, "孕妇")
    await expect(kiosk.locator(".care.on")).to_be_visible()
    passed = 0
    while await marked(kiosk):
        await goes_by(kiosk, STEP)
        passed += STEP
    assert passed * 1000 >= 2 * PACE * await kiosk.evaluate(PRESSABLE)
    await goes_by(kiosk, 110)
    await expect(kiosk.get_by_role("dialog")).to_have_count(0)
    await goes_by(kiosk, 15)
    await expect(kiosk.get_by_role("dialog", name="您还在吗？")).to_be_visible()
    await goes_by(kiosk, 45)
    await kiosk.keyboard.press(" ")  # any press says: still here
    await expect(kiosk.get_by_role("dialog")).to_have_count(0)
    await expect(kiosk.locator(".care.on")).to_be_visible()  # what was chosen is there


async def test_a_scanner_presses_no_button_and_two_keys_answer_the_question_where_they_stood(
    hall: HereHall, look: Look
) -> None:
    kiosk = await kiosk_of(hall, look)
    await stands_on(kiosk, "触摸屏幕取号")
    await kiosk.keyboard.type("690123456")  # it hangs beside the pad
    await kiosk.keyboard.press("Enter")
    await passes(kiosk)
    await expect(kiosk.locator(".home")).to_be_visible()
    await chooses(kiosk, "触摸屏幕取号")
    await stands_on(kiosk, "居民新装增容")
    await goes_by(kiosk, 125)
    await expect(kiosk.get_by_role("dialog", name="您还在吗？")).to_be_visible()
    assert await marked(kiosk) == "继续"
    await kiosk.keyboard.press("Enter")
    await expect(kiosk.get_by_role("dialog")).to_have_count(0)
    await passes(kiosk)
    assert "居民新装增容" in await marked(kiosk)


async def test_two_keys_take_another_way_and_come_back_from_everywhere(hall: HereHall, look: Look) -> None:
    kiosk = await kiosk_of(hall, look)
    for leave in (("交电费", "返回", "返回"), ("需要优先照顾", "普通取号", "返回")):
        await chooses(kiosk, "触摸屏幕取号", "ArrowDown")
        for name in leave:
            await chooses(kiosk, name, "ArrowDown")
        await expect(kiosk.locator(".home")).to_be_visible()
    await chooses(kiosk, "我有告知单")
    await chooses(kiosk, "返回")
    await expect(kiosk.locator(".home")).to_be_visible()
    await chooses(kiosk, "触摸屏幕取号")
    await chooses(kiosk, "交电费")
    await chooses(kiosk, "不取号，自己办")
    await expect(kiosk.locator(".elsewhere")).to_be_visible()
    await until(lambda: hall.hall.guidance.ways)
    await chooses(kiosk, "完成")
    assert not hall.hall.tickets
    await chooses(kiosk, "呼叫引导员")
    await expect(kiosk.locator(".comfort .guide")).to_be_disabled()
    assert "guide_called" in {alert.kind for alert in hall.hall.alerts.values()}
    assert "引导员" not in await marked(kiosk)  # it cannot be pressed again: nobody stands on it


async def test_two_keys_type_the_code_of_a_notice_by_rows_and_each_is_said_as_the_mark_comes_to_it(
    hall: HereHall, look: Look
) -> None:
    ticket = await hall.called("4", "transfer")
    await hall.do("start_service", counter="4")
    await hall.do("give_notice", ticket=ticket, missing=[0])
    (notice,) = hall.hall.guidance.notices.values()
    kiosk = await kiosk_of(hall, look)
    said: list[str] = []
    kiosk.on("request", lambda asked: said.append(asked.url.partition("/api/speech/")[2]))
    await chooses(kiosk, "语音")
    await kiosk.keyboard.press("Tab")
    await until(lambda: said and said[-1] == "control/low?lang=zh")
    await chooses(kiosk, "我有告知单")
    rows = (await round_of(kiosk))[:4]
    assert [len(row.split()) for row in rows] == [8, 8, 8, 8]
    await kiosk.keyboard.press("Tab")
    second = ["control/letters?lang=zh", "figure/J?lang=zh", "figure/R?lang=zh"]
    await until(lambda: said[-3:] == second)
    for letter in notice.code:
        await chooses(kiosk, f"^(?=. .).*{letter}")
        await chooses(kiosk, f"^{letter}$")
    await chooses(kiosk, "取号")
    await expect(kiosk.locator(".result .number")).to_be_visible()


@pytest.fixture
def another(template: Path, tmp_path: Path) -> Path:
    """A folder beside that of the hall that runs for every test here."""
    return copy_of(template, tmp_path / "another")


STYLES = [(1080, 1920, ("elder", "low")), (1920, 1080, ("en",))]


@pytest.mark.parametrize(("width", "height", "style"), STYLES, ids=str)
async def test_every_button_of_every_screen_is_come_to_once_and_the_guide_last(
    another: Path, look: Look, width: int, height: int, style: tuple[str, ...]
) -> None:
    """Fifteen businesses in groups, in every style; what a finger cannot press is left out."""
    async with calling_hall(another) as hall:
        kiosk = await kiosk_of(hall, look, width, height)
        for wish in style:
            await kiosk.locator(".comfort button").nth(COMFORT[wish]).click()
        seen = {}
        for to in (".whole", ".tile.group", ".tile:not(.group)", ".foot [data-back]"):
            await kiosk.keyboard.press("Tab")
            stops = await round_of(kiosk)
            seen[to] = (len(stops), await kiosk.evaluate(PRESSABLE))
            assert re.search("呼叫引导员|Call guide", stops[-1])
            assert sum(bool(re.search("呼叫引导员|Call guide", stop)) for stop in stops) == 1
            await kiosk.locator(f"{to}:enabled").first.click()
            await passes(kiosk)
        assert {to: many for to, (many, _) in seen.items()} == {to: many for to, (_, many) in seen.items()}
