"""A page twice as large (WCAG 1.4.4): the number that was called is never beneath anything."""

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page, expect

from tests.hall_here import HereHall

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]

# Points on its figures, where they stand without scrolling, at which something else is seen.
HIDDEN = """
(who) => {
  const words = document.createRange();
  words.selectNode(who.lastChild);
  const { left, width, top, height } = words.getBoundingClientRect();
  const at = (x, y) => [left + x * width, top + y * height];
  const points = [0.1, 0.5, 0.9].flatMap((x) => [at(x, 0.25), at(x, 0.75)]);
  return points.filter(([x, y]) => !document.elementFromPoint(x, y)?.closest(".scene"));
}
"""


@pytest.mark.parametrize(("width", "height"), [(683, 384), (640, 360), (960, 540), (360, 700)])
async def test_the_called_number_is_in_sight(hall: HereHall, look: Look, width: int, height: int) -> None:
    await hall.called("1")
    token = hall.token("clerk", "1")
    page = await look(f"http://127.0.0.1:{hall.port}/counter/?counter=1&token={token}", width, height)
    who = page.locator(".stage .who")
    await expect(who).to_contain_text("A001")
    assert await who.evaluate(HIDDEN) == []
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
