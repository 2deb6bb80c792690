"""What hall.md 5.0 asks of letters and buttons, in every state that a kiosk has."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Page

from tests.browser.kiosk_states import Kiosk, grouped_hall, too_small
from tests.browser.long_words import seen
from tests.hall_here import HandClock

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


async def test_every_state_is_read_standing_and_pressed_by_a_finger(
    data: Path, hand: HandClock, look: Look
) -> None:
    async with grouped_hall(data, hand) as hall:
        kiosk = Kiosk(await look("about:blank", 1080, 1920), hall)
        await kiosk.open()
        wrong = {}
        async for state in kiosk.states(()):
            cut = [one for one in await seen(kiosk.page) if "by .dialog" not in one]
            wrong[state] = [*await too_small(kiosk.page, ()), *cut]
        assert wrong == {state: [] for state in wrong}
        assert len(wrong) >= 27
