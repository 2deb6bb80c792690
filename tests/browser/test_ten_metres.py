"""What the lobby reads from ten metres: no word of the board is smaller than hall.md's table asks (5.0)."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from server.domain.config.pieces.boards import Notice
from server.domain.promises.nouns import Ahead, Foresight
from server.domain.setup.commands import ConfigureHall
from server.domain.text import Text
from tests.browser.long_words import seen
from tests.hall_here import HereHall, here_hall

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]
LEAST = 79  # px of a 55" panel at 1080p: 10 m / 200
POSTED = Text(
    "因系统升级，今天下午三点以后暂停打印电费发票，电子发票可在手机上下载。",
    "Invoices are not printed after three today; download yours on your phone.",
)
# The height of the letters themselves: hanzi fill nine tenths of their em, figures and capitals 0.733 of it.
# A word of English is measured by its em: it stands alone in its turn, never smaller than the Chinese.
MEASURE = """() => {
  const small = [];
  const words = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const e = node.parentElement, said = node.nodeValue.trim();
    if (!said || e.closest(".hidden, .sound-corner, svg")) continue;
    const em = parseFloat(getComputedStyle(e).fontSize) * (e.currentCSSZoom ?? 1);
    const share = /[\\u2e80-\\uffef]/.test(said) ? 0.9 : /^[A-Z]?[\\d–: -]+$/.test(said) ? 0.733 : 1;
    small.push([Math.round(em * share), said]);
  }
  return small.sort((a, b) => a[0] - b[0]);
}"""


@pytest_asyncio.fixture(loop_scope="session")
async def hall(data: Path) -> AsyncIterator[HereHall]:
    async with here_hall(data) as here:
        assert here.hall.config
        config = replace(here.hall.config, notices=(Notice(id="n", text=POSTED),))
        await here.house.live.apply(ConfigureHall(config=config), actor="person:1", request="notice")
        for counter in ("1", "2", "3"):
            await here.do("open_counter", counter=counter, profile="all_services")
        for _ in range(3):
            for service in config.services:
                await here.issue(service.id)
        for counter in ("1", "2", "3"):
            await here.do("call_next", counter=counter)
        await here.do("recall", counter="2")
        await here.do("mark_no_show", counter="2")
        yield here


@pytest.mark.parametrize("minutes", [0, 5, 120], ids=["nobody knows", "five minutes", "two hours"])
@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1080, 1920)], ids=["wide", "upright"])
async def test_nothing_on_the_board_is_too_small_for_the_last_row(
    hall: HereHall, look: Look, width: int, height: int, minutes: int
) -> None:
    """Whatever it says of the waits: a long one leaves a business's name the least room."""
    ahead = Ahead(low=minutes * 60, high=minutes * 60)
    joins = {(q.id, False): ahead for q in hall.hall.setup.queues if minutes}
    page = await look("about:blank", width, height)
    await page.clock.install()
    await page.goto(f"http://127.0.0.1:{hall.port}/lobby/?token={hall.token('lobby_board')}")
    await expect(page.locator(".hero .number")).to_be_visible()
    read: dict[str, float] = {}
    kinds: set[str] = set()
    cut: set[str] = set()
    for _ in range(40):
        hall.clock.move(seconds=2)
        hall.house.looking_ahead.take(Foresight(at=hall.clock.at, seq=hall.hall.seq, joins=joins))
        await page.clock.run_for(2000)
        kinds |= {str(await page.locator(".foot").get_attribute("class"))}
        found: list[Any] = await page.evaluate(MEASURE)
        read |= {str(said): size for size, said in found}
        cut |= set(await seen(page))
    assert not cut
    assert hall.hall.config
    read.pop(hall.hall.config.name.en)  # nobody has to act on it
    assert {said: size for said, size in read.items() if size < LEAST} == {}
    assert kinds == {"foot of-waits", "foot of-missed", "foot of-posted"}
    assert {POSTED.zh, POSTED.en} <= set(read)
