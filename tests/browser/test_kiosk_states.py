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


# What most see; and the worst: words are longest in English, and on its side they have the least height.
WORST = [((1080, 1920), ()), ((1920, 1080), ("en", "low"))]


@pytest.mark.parametrize(("size", "style"), WORST, ids=["upright", "English on its side"])
async def test_every_state_is_read_standing_and_pressed_by_a_finger(
    data: Path, hand: HandClock, look: Look, size: tuple[int, int], style: tuple[str, ...]
) -> None:
    async with grouped_hall(data, hand) as hall:
        kiosk = Kiosk(await look("about:blank", *size), hall)
        await kiosk.open()
        wrong = {}
        async for state in kiosk.states(style):
            cut = [one for one in await seen(kiosk.page) if "by .dialog" not in one]
            wrong[state] = [*await too_small(kiosk.page, style), *cut]
        assert wrong == {state: [] for state in wrong}
        assert len(wrong) >= 31
