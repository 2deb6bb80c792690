"""Every style of the kiosk at four sizes, in both languages and in Chinese alone: nothing cut or dead."""

from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import product
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from tests.browser.conftest import browser, chromium, look, running
from tests.browser.long_words import COMFORT, calling_hall, kiosk_states, seen
from tests.drills.conftest import Tell
from tests.hall_here import HereHall

pytestmark = pytest.mark.asyncio(loop_scope="session")  # the browser's
__all__ = ["browser", "chromium", "look", "running"]
Look = Callable[..., Awaitable[Page]]
STYLES = [
    tuple(wish for wish, on in zip(COMFORT, chosen, strict=True) if on)
    for chosen in product((False, True), repeat=len(COMFORT))
]


@pytest_asyncio.fixture(loop_scope="session", params=[True, False], ids=["both languages", "Chinese alone"])
async def hall(request: pytest.FixtureRequest, data: Path) -> AsyncIterator[HereHall]:
    async with calling_hall(data, english=request.param) as here:
        yield here


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (768, 1366), (1024, 768)], ids=str)
async def test_no_style_of_the_kiosk_cuts_covers_or_loses_a_tap(
    hall: HereHall, look: Look, browser: Browser, size: tuple[int, int], tell: Tell
) -> None:
    """C35."""
    page = await look(f"http://127.0.0.1:{hall.port}/kiosk/?token={hall.token('kiosk', 'K1')}", *size)
    found = {}
    async for state in kiosk_states(page, STYLES):
        found[state] = await seen(page)
    wrong = sum(bool(seen) for seen in found.values())
    tell(f"{len(found)} states at {size[0]} x {size[1]}, {wrong} with something cut, covered or dead")
    assert len(found) >= 3 * len(STYLES)
    assert found == {state: [] for state in found}
