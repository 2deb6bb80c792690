"""Reports on A4 as a manager prints them: whole rows, a head on each page, nothing wider than the sheet."""

import io
import re
import unicodedata
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pypdf
import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from server.reports.catalogue import catalogue
from tests.browser.long_words import HALL, calling_hall
from tests.hall_here import HereHall

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]
A4 = (595, 842)  # points
BETWEEN_MARGINS = 703  # px of the sheet's 186 mm, which the browser lays a page out for
LONG = ("waits", "forecast", "effect")  # of more rows than a page holds

# Each row begins and ends in its tallest cell, each head has its table's mark: so paper shows what was cut.
MARKED = """() => [...document.querySelectorAll('.report table')].map((table, t) => {
  table.querySelector('th').prepend(`H${t}H `);
  const rows = [...table.querySelectorAll('tbody tr')];
  rows.forEach((row, r) => {
    row.style.orphans = row.style.widows = '1';  // a row of two lines may be cut, but for the page's own rule
    const text = (cell) => cell.textContent.length;
    const cell = [...row.cells].reduce((one, other) => (text(other) > text(one) ? other : one));
    cell.prepend(`B${t}x${r}B `);
    cell.append(` E${t}x${r}E`);
  });
  return rows.length;
})"""
TOO_WIDE = """(wide) => [...document.querySelectorAll('.reports main *')]
  .filter((one) => one.getClientRects().length && one.getBoundingClientRect().right > wide + 0.5)
  .map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`)"""
CONTROLS = """() => [...document.querySelectorAll('button, input, nav, dialog')]
  .filter((one) => one.getClientRects().length).map((one) => one.outerHTML.slice(0, 80))"""


@pytest_asyncio.fixture(loop_scope="session")
async def hall(data: Path) -> AsyncIterator[HereHall]:
    """Somebody was served for each of fifteen businesses of long names."""
    async with calling_hall(data) as here:
        for service in here.hall.setup.services:
            await here.issue(service.id)
            await here.do("start_service", counter="1")
            await here.do("finish_ticket", counter="1")
            await here.do("call_next", counter="1")
        yield here


async def each_report(page: Page) -> AsyncIterator[str]:
    """Read one after the other; its name."""
    listed = page.locator(".reports > nav button")
    await expect(listed).to_have_count(len(catalogue()))
    for n in range(await listed.count()):
        await page.emulate_media(media="screen")
        title = await listed.nth(n).inner_text()
        await listed.nth(n).click()
        await expect(page.locator(".report:not(.reading) h2")).to_contain_text(title)
        yield await page.evaluate("new URLSearchParams(location.search).get('report')")


async def test_a_month_on_a4_has_whole_rows_a_head_on_each_page_and_nothing_wider(
    hall: HereHall, look: Look
) -> None:
    """The browser shrinks the whole print for one wide table, and nobody can read it."""
    token = hall.token("hall_manager")
    page = await look(f"http://127.0.0.1:{hall.port}/reports/?token={token}&period=month", BETWEEN_MARGINS)
    found, printed = {}, {}
    for language in ("zh", "en"):
        await page.emulate_media(media="screen")
        if language == "en":  # the page begins in Chinese
            await page.get_by_role("button", name="English").click()
        async for name in each_report(page):
            await page.emulate_media(media="print")
            wide = await page.evaluate(TOO_WIDE, BETWEEN_MARGINS)
            found[language, name] = wide + await page.evaluate(CONTROLS)
            if language == "zh" and name in LONG:
                printed[name] = await whole_rows(page)
    assert found == {(language, name): [] for language in ("zh", "en") for name in catalogue()}
    for first in (printed[name] for name in LONG):
        assert HALL.zh in first
        assert "分:秒" in first
        assert "-01至20" in first


async def whole_rows(page: Page) -> str:
    """Print what is read; the words of its first page."""
    rows = await page.evaluate(MARKED)
    paper = pypdf.PdfReader(io.BytesIO(await page.pdf(format="A4"))).pages
    sheets = [re.sub(r"\s", "", unicodedata.normalize("NFKC", sheet.extract_text())) for sheet in paper]
    assert len(sheets) > 1
    assert {(int(sheet.mediabox.width), int(sheet.mediabox.height)) for sheet in paper} == {A4}
    assert sum(rows) > len(sheets)
    for mark in (f"{table}x{row}" for table, n in enumerate(rows) for row in range(n)):
        (at,) = (n for n, words in enumerate(sheets) if f"B{mark}B" in words)
        assert f"E{mark}E" in sheets[at]
        assert f"H{mark.partition('x')[0]}H" in sheets[at]
    await page.reload()
    return sheets[0]
