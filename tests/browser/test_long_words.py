"""Words as long as halls write them, on every screen: nothing is cut, covered or dead."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.long_words import COUNTER, LATIN, a_number, calling_hall, kiosk_states, seen, staff_page
from tests.hall_here import HereHall
from tests.hall_made import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session")
async def hall(data: Path) -> AsyncIterator[HereHall]:
    async with calling_hall(data) as here:
        yield here


@pytest.mark.parametrize(("width", "height"), [(1080, 1920), (1920, 1080)])
async def test_every_tap_at_the_kiosk_hits_what_is_under_it(
    hall: HereHall, look: Look, width: int, height: int
) -> None:
    """C35: tapping 下一页 must turn the page, not take a number nobody chose."""
    token = hall.token("kiosk", "K1")
    page = await look(f"http://127.0.0.1:{hall.port}/kiosk/?token={token}", width, height)
    found = {}
    async for state in kiosk_states(page, [(), ("elder",), ("low", "en"), ("elder", "en")]):
        found[state] = await seen(page)
    assert found == {state: [] for state in found}
    assert not [t for t in hall.hall.tickets.values() if t.channel == "kiosk" and t.ordinal > 13]


@pytest.mark.parametrize(("width", "height"), [(1080, 1920), (1920, 1080)])
async def test_the_way_to_a_number_shows_all_of_it_whatever_a_business_is_called(
    hall: HereHall, look: Look, width: int, height: int
) -> None:
    """C35's kin: the code to scan lay under the papers to bring, and both under a button."""
    page = await look(f"http://127.0.0.1:{hall.port}/kiosk/?token={hall.token('kiosk', 'K1')}", width, height)
    found = {}
    async for state in a_number(page, [(), ("elder",), ("low", "en"), ("elder", "en")]):
        found[state] = await seen(page)
    assert found == {state: [] for state in found}


@pytest.mark.parametrize(
    ("width", "height", "counter", "name"),
    [
        (1920, 1080, "1", COUNTER.zh),
        (1080, 1920, "1", COUNTER.zh),
        (1366, 768, "1", COUNTER.zh),
        (1920, 1080, "2", LATIN.zh),
        (1080, 1920, "2", LATIN.zh),
    ],
)
async def test_a_board_keeps_arrow_and_destination_whatever_a_counter_is_called(
    hall: HereHall, look: Look, *, width: int, height: int, counter: str, name: str
) -> None:
    """C36."""
    page = await look(f"http://127.0.0.1:{hall.port}/lobby/?token={hall.token('lobby_board')}", width, height)
    await hall.do("recall", counter=counter)
    await expect(page.locator(".hero .place")).to_contain_text(name)
    await expect(page.locator(".hero .arrow")).to_be_in_viewport(ratio=1)
    assert await seen(page) == []


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1920, 540), (1080, 1920)])
async def test_a_window_shows_its_name_and_the_whole_number(
    hall: HereHall, look: Look, width: int, height: int
) -> None:
    """C36."""
    for counter in ("1", "2", "4"):
        token = hall.token("window_display", counter, name=f"window {counter}")
        page = await look(
            f"http://127.0.0.1:{hall.port}/window/?counter={counter}&token={token}", width, height
        )
        await expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert (counter, await seen(page)) == (counter, [])


@pytest.mark.parametrize(
    ("path", "width", "height"),
    [
        ("manager/", 1366, 768),
        ("manager/", 1920, 1080),
        ("manager/", 360, 740),
        ("counter/?counter=1", 1366, 768),
        ("counter/?counter=1", 360, 740),
        ("guide/", 1024, 768),
        ("setup/#people", 1366, 768),
    ],
)
async def test_staff_read_every_word_they_need(
    hall: HereHall, look: Look, path: str, width: int, height: int
) -> None:
    """C38."""
    page = await look(f"http://127.0.0.1:{hall.port}/{path}", width, height)
    await staff_page(page, "admin", PASSWORD)
    await expect(page.get_by_role("heading").first).to_be_visible()
    assert await seen(page) == []
