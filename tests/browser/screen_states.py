"""Window display, evaluator, first page and a phone's ticket in each of their states, with long words."""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from playwright.async_api import Page

from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from server.domain.views.boards.window import window
from tests.browser.long_words import long_hall, seen
from tests.hall_here import HandClock, HereHall, here_hall

ELEVEN_HANZI = Text("综合业务受理绿色通道窗", "Priority lane for general business")
REASON = "参加供电所组织的安全生产月度例会学习及考试"
Size = tuple[int, int]
RESTED = """() => new Promise((rested) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(rested, 60))))"""


@asynccontextmanager
async def hall_of_long_words(data: Path, *, english: bool = True) -> AsyncIterator[HereHall]:
    """Counter 3 has a name of eleven hanzi, numbers have four digits, and everybody is asked twice."""
    async with here_hall(data, HandClock()) as here:
        config = long_hall(here.hall.setup, english=english)
        counters = list(config.counters)
        counters[2] = replace(counters[2], name=ELEVEN_HANZI if english else Text(ELEVEN_HANZI.zh, ""))
        figures = replace(config.figures, series_start=1000, wait_question_share=1.0)
        config = replace(config, counters=tuple(counters), figures=figures)
        await here.house.live.apply(ConfigureHall(config=config), actor="person:1", request="long")
        yield here


async def unseen(page: Page, sizes: Sequence[Size]) -> dict[Size, list[str]]:
    """What somebody in front of it cannot see or press, at each size."""
    found = {}
    for width, height in sizes:
        await page.set_viewport_size({"width": width, "height": height})
        await page.evaluate(RESTED)
        if wrong := await seen(page):
            found[width, height] = wrong
    return found


async def latin_words(page: Page) -> list[str]:
    """What is read there in letters; a clerk's log-in of a test is no word."""
    shown = await page.locator("body").inner_text()
    return [word for word in re.findall(r"[A-Za-z]{3,}", shown) if word != "admin"]


async def window_states(hall: HereHall, page: Page, counter: str) -> AsyncIterator[str]:
    """Closed with nowhere to go, closed, free, calling, serving, paused with a long reason."""

    async def shows(state: str) -> None:
        await page.locator(f".window.{state}").wait_for()

    await shows("closed")
    yield "closed, alone"
    for other in hall.hall.setup.counter:
        if other != counter:
            await hall.do("open_counter", counter=other, profile="all_services")
    told = window(hall.hall, counter)
    if told.instead or told.instead_rooms:
        await page.locator(".way .hint").wait_for()
    yield "closed"
    await hall.do("open_counter", counter=counter, profile="all_services")
    await shows("open_idle")
    yield "free"
    await hall.issue("pay")
    await hall.do("call_next", counter=counter)
    await shows("calling")
    yield "calling"
    await hall.do("start_service", counter=counter)
    await shows("serving")
    yield "serving"
    await hall.do("finish_ticket", counter=counter)
    await hall.do("pause_counter", counter=counter, reason=REASON)
    await shows("paused")
    yield "paused"


async def evaluator_states(hall: HereHall, page: Page, counter: str) -> AsyncIterator[str]:
    """Closed, open, asked, what was wrong, asked again, thanked."""
    await page.locator("main.evaluator.idle").wait_for()
    yield "closed"
    await hall.do("open_counter", counter=counter, profile="all_services")
    await page.locator(".staff b").wait_for()
    yield "open"
    await hall.issue("pay")
    await hall.do("call_next", counter=counter)
    await hall.do("start_service", counter=counter)
    await hall.do("finish_ticket", counter=counter)
    await page.locator("main.evaluator.rate").wait_for()
    yield "asked"
    await page.locator(".face.l1").click()
    await page.locator("main.evaluator.reasons").wait_for()
    await page.locator(".face.reason").first.click()
    yield "what was wrong"
    await page.locator(".foot .primary").click()
    await page.locator("main.evaluator.rate_wait").wait_for()
    yield "asked for the wait"
    await page.locator(".face.l4").click()
    await page.locator("main.evaluator.thanks").wait_for()
    yield "thanked"


async def ticket_states(hall: HereHall, page: Page) -> AsyncIterator[str]:
    """Waiting, called, served, finished; and a link that leads nowhere."""
    address = f"http://127.0.0.1:{hall.port}/ticket/"
    await hall.do("open_counter", counter="1", profile="all_services")
    ticket = await hall.issue("pay")
    await page.goto(f"{address}#{ticket['token']}")
    await page.locator("h1 .number").wait_for()
    yield "waiting"
    for command, state in (
        ("call_next", "called"),
        ("start_service", "serving"),
        ("finish_ticket", "finished"),
    ):
        await hall.do(command, counter="1")
        await page.reload()
        await page.locator("h1").first.wait_for()
        yield state
    await page.goto("about:blank")
    await page.goto(f"{address}#nobody")
    await page.locator("h1").first.wait_for()
    yield "nobody's"
