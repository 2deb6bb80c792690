"""A language that goes with a person, and a hall of Chinese alone, page by page.

`screens.md` 10: each page, reload and link was Chinese again, and nobody could choose before the log-in.
"""

import re
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.chromium import as_if_new
from tests.hall_here import HereHall
from tests.hall_made import PASSWORD
from tests.languages import in_chinese_alone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]
Console = Callable[[str, str], Awaitable[Page]]
# No words of a language: what things are called in Chinese, too, and whom a test logs in as.
NAMES = {"admin", "Wi", "Fi", "CSV", "XLSX", "PNG", "JPG", "WebP", "WebM", "MB", "MP", "LED", "script"}
KEYS = {"Enter", "Alt", "Shift", "Esc", "Space"}
ADDRESS = re.compile(r"\S*/[a-z]+/\S*|\w*\.toml")
WORD = re.compile(r"[A-Za-z]{2,}")
CHOICE = re.compile(r"^(English|中文)$")
SAID = """() => [...document.querySelectorAll('[aria-label], [title], [placeholder], input, textarea')]
  .filter((one) => one.offsetParent && !['checkbox', 'radio'].includes(one.type))
  .map((one) => [one.ariaLabel, one.title, one.placeholder, one.value].join(' ')).join(' ')"""


@pytest_asyncio.fixture(loop_scope="session")
async def console(hall: HereHall, browser: Browser) -> AsyncIterator[Console]:
    """A counter's console on a machine nobody has used, whose browser asks for a language."""
    contexts = []

    async def sit_down(counter: str, asks_for: str) -> Page:
        contexts.append(await as_if_new(browser, locale=asks_for))
        page = await contexts[-1].new_page()
        await page.goto(f"http://127.0.0.1:{hall.port}/counter/?counter={counter}")
        await page.locator("input[name=login]").wait_for()
        return page

    yield sit_down
    for context in contexts:
        await context.close()


async def log_in(page: Page) -> None:
    await page.locator("input[name=login]").fill("1207")
    await page.locator("input[name=password]").fill(PASSWORD)
    await page.locator("button[type=submit]").click()


async def test_who_chose_english_at_one_console_has_it_at_the_next(hall: HereHall, console: Console) -> None:
    hall.house.people.add("1207", "王芳", "clerk", PASSWORD)
    first = await console("1", "zh-CN")
    await log_in(first)
    async with first.expect_response("**/api/me/language") as told:
        await first.get_by_role("button", name="English").click()
    assert (await told.value).ok
    await expect(first.get_by_role("button", name="Log out")).to_be_visible()
    other = await console("2", "zh-CN")
    await expect(other.get_by_role("button", name="登录")).to_be_visible()  # the machine's own
    await log_in(other)
    await expect(other.get_by_role("button", name="Log out")).to_be_visible()
    await other.reload()
    await expect(other.get_by_role("button", name="Log out")).to_be_visible()
    await other.get_by_role("button", name="Log out").click()
    await expect(other.get_by_role("button", name="登录")).to_be_visible()  # and the next one's


async def test_a_log_in_begins_as_the_browser_asks_and_offers_the_other(
    hall: HereHall, console: Console
) -> None:
    hall.house.people.add("1207", "王芳", "clerk", PASSWORD)
    page = await console("1", "en-GB")
    await expect(page.get_by_role("heading", name="Staff log-in")).to_be_visible()
    async with page.expect_response("**/api/me/language"):  # what is chosen there is theirs
        await page.get_by_role("button", name="中文").click()
        await log_in(page)
    await expect(page.get_by_role("button", name="退出")).to_be_visible()
    other = await console("2", "en-GB")
    await log_in(other)
    await expect(other.get_by_role("button", name="退出")).to_be_visible()


def pages_of(hall: HereHall, ticket: str) -> dict[str, tuple[str, int, int]]:
    """Each page of the hall with what shows that it is there, and its size."""
    manager, clerk, guide = (hall.token(role, name="周敏") for role in ("hall_manager", "clerk", "guide"))
    kiosk, board = hall.token("kiosk", "K1", "取号机"), hall.token("lobby_board", name="大屏")
    window, rating = hall.token("window_display", "1", "窗口屏"), hall.token("evaluator", "1", "评价器")
    wide, phone = (1366, 768), (390, 844)
    return {
        "/": (".group", *wide),
        f"/kiosk/?token={kiosk}": (".home .waits", 1080, 1920),
        f"/lobby/?token={board}": (".lobby:not(.starting)", 1920, 1080),
        f"/window/?counter=1&token={window}": (".window.calling", 1920, 540),
        f"/evaluator/?counter=1&token={rating}": (".evaluator .resting", 1024, 600),
        "/counter/?counter=2": (".gate form", *wide),
        f"/counter/?counter=1&token={clerk}": (".state.calling", *wide),
        f"/guide/?token={guide}": (".guide .tabs", 1280, 800),
        f"/manager/?token={manager}": ("dl.figures", *wide),
        f"/reports/?token={manager}": (".reports table", *wide),
        f"/slips/?token={manager}": (".tray", *wide),
        f"/ticket/#{ticket}": (".phone .card", *phone),
        "/hall/": (".businesses", *phone),
        "/booking/": (".own-code", *phone),
        "/notice/#AAAAAA": (".card.none", *phone),
        f"/setup/?token={manager}": (".setup-body", *wide),
    }


async def english(page: Page) -> list[str]:
    """What is read, said aloud or stands in a field in English letters, and every button that leads to it."""
    words = f"{await page.locator('body').inner_text()} {await page.evaluate(SAID)}"
    buttons = [*await page.get_by_role("button", name=CHOICE).all_inner_texts()]
    return sorted(set(WORD.findall(ADDRESS.sub("", words))) - NAMES - KEYS) + buttons


async def test_no_page_of_a_hall_of_chinese_alone_has_any_english_until_it_has_both_again(
    hall: HereHall, look: Look
) -> None:
    """Every page and every section of the set-up; those that stand open have it again by nobody's reload."""
    await in_chinese_alone(hall)
    await hall.sit_down("1", "周敏")
    ticket = (await hall.issue())["token"]
    await hall.do("call_next", counter="1")
    found: dict[str, list[str]] = {}
    left_open = {}
    for address, (there, width, height) in pages_of(hall, ticket).items():
        page = await look(f"http://127.0.0.1:{hall.port}{address}", width, height)
        await page.locator(there).first.wait_for()
        where = address.partition("?")[0].partition("#")[0]
        found[where] = found.get(where, []) + await english(page)
        if where == "/setup/":
            for heading in await page.locator(".setup-body nav h2 button").all():
                await heading.click()
            links = page.locator(".setup-body nav a[href^='#']")
            sections = await links.evaluate_all("all => all.map((a) => a.hash)")
            assert len(sections) > 20
            for section in sections:
                await page.evaluate(f"location.hash = {section!r}")
                await page.locator(f".setup-body nav a[href='{section}'][aria-current]").wait_for()
                found[section] = await english(page)
        if where in {"/", "/kiosk/", "/evaluator/", "/guide/", "/manager/", "/ticket/"}:
            left_open[where] = page
        else:
            await page.close()
    assert found == {where: [] for where in found}
    await in_chinese_alone(hall, languages="both")
    for page in left_open.values():  # by a beat, by the next answer
        await page.get_by_role("button", name="English", exact=True).click()
        await expect(page.locator("html[lang=en]")).to_be_attached()
