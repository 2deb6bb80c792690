"""Drill: every state of a kiosk in every style, upright and on its side, also by axe."""

from collections.abc import Awaitable, Callable
from itertools import product
from pathlib import Path

import pytest
from playwright.async_api import Page

from tests.browser.conftest import browser, chromium, look, running
from tests.browser.kiosk_states import Kiosk, axe_finds, grouped_hall, too_small
from tests.browser.long_words import COMFORT, seen
from tests.hall_here import HandClock

pytestmark = pytest.mark.asyncio(loop_scope="session")  # the browser's
__all__ = ["browser", "chromium", "look", "running"]

Look = Callable[..., Awaitable[Page]]


STYLES = [
    tuple(wish for wish, on in zip(COMFORT, chosen, strict=True) if on)
    for chosen in product((False, True), repeat=len(COMFORT))
]


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=["upright", "on its side"])
@pytest.mark.parametrize("style", STYLES, ids=lambda style: " ".join(style) or "usual")
async def test_every_state_is_read_standing_and_pressed_by_a_finger(
    data: Path, hand: HandClock, look: Look, style: tuple[str, ...], size: tuple[int, int]
) -> None:
    async with grouped_hall(data, hand) as hall:
        kiosk = Kiosk(await look("about:blank", *size), hall)
        await kiosk.open()
        wrong = {}
        async for state in kiosk.states(style):
            cut = [one for one in await seen(kiosk.page) if "by .dialog" not in one]
            wrong[state] = [*await too_small(kiosk.page, style), *cut, *await axe_finds(kiosk.page)]
        assert wrong == {state: [] for state in wrong}
        assert len(wrong) >= 31
