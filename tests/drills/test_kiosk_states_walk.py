"""Drill: every state of a kiosk in both sizes, also by axe."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Page

from tests.browser.conftest import browser, chromium, look, running
from tests.browser.kiosk_states import Kiosk, axe_finds, grouped_hall, too_small
from tests.browser.long_words import seen
from tests.hall_here import HandClock

pytestmark = pytest.mark.asyncio(loop_scope="session")  # the browser's
__all__ = ["browser", "chromium", "look", "running"]

Look = Callable[..., Awaitable[Page]]


@pytest.mark.parametrize("style", [(), ("elder",)], ids=["usual", "large print"])
async def test_every_state_is_read_standing_and_pressed_by_a_finger(
    data: Path, hand: HandClock, look: Look, style: tuple[str, ...]
) -> None:
    async with grouped_hall(data, hand) as hall:
        kiosk = Kiosk(await look("about:blank", 1080, 1920), hall)
        await kiosk.open()
        wrong = {}
        async for state in kiosk.states(style):
            cut = [one for one in await seen(kiosk.page) if "by .dialog" not in one]
            wrong[state] = [*await too_small(kiosk.page, style), *cut, *await axe_finds(kiosk.page)]
        assert wrong == {state: [] for state in wrong}
        assert len(wrong) >= 27
