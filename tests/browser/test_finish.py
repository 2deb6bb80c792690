"""The end of a visit at a counter: solved or not in one key, what comes next, and the goodbye."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from server.domain.queue.events import TicketFinished
from tests.hall_here import HereHall
from tests.hall_made import NOW

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


async def console_at(hall: HereHall, look: Look, counter: str) -> Page:
    url = f"http://127.0.0.1:{hall.port}"
    return await look(f"{url}/counter/?counter={counter}&token={hall.token('team_leader')}", 1366, 768)


@pytest.mark.row("Q46")
@pytest.mark.row("E12")
async def test_the_usual_end_is_one_key_not_solved_is_another_and_the_belongings_are_not_forgotten(
    hall: HereHall, look: Look
) -> None:
    solved = await hall.called("3")
    await hall.do("start_service", counter="3")
    console = await console_at(hall, look, "3")
    evaluator = await look(
        f"http://127.0.0.1:{hall.port}/evaluator/?counter=3&token={hall.token('evaluator', '3')}", 1280, 800
    )
    await expect(console.locator(".send-off")).to_contain_text("请问您还办理其他业务吗？")
    await console.keyboard.press("f")
    thanks = evaluator.locator(".thanks")
    for _ in range(2):  # a second question is asked of some
        await evaluator.locator(".thanks, .face.l5:enabled:not(.chosen)").first.wait_for()
        if await thanks.count():
            break
        await evaluator.locator(".face.l5:enabled").click()
        await evaluator.locator(".face.chosen").first.wait_for(state="detached")
    await expect(evaluator.locator("main")).to_contain_text("请带好随身物品，请慢走")
    again = await hall.called("3")
    await hall.do("start_service", counter="3")
    await expect(console.locator(".send-off")).to_contain_text("未解决，需再来")
    await console.keyboard.press("x")
    await expect(console.locator(".send-off")).to_have_count(0)
    past = await hall.house.live.journal.read(NOW - timedelta(days=1), NOW + timedelta(days=1), list)
    ended = {r.event.ticket: r.event.solved for r in past if isinstance(r.event, TicketFinished)}
    assert ended == {solved: True, again: False}


@pytest.mark.row("Q32")
async def test_another_business_goes_on_under_the_same_number_by_two_keys_and_a_digit(
    hall: HereHall, look: Look
) -> None:
    ticket = await hall.called("3")
    await hall.do("start_service", counter="3")
    console = await console_at(hall, look, "3")
    await console.get_by_role("button", name="有：加办").click()
    await expect(console.get_by_role("dialog")).to_contain_text("加办哪项业务")
    await console.keyboard.press("2")
    await console.keyboard.press("Enter")
    await expect(console.locator(".facts")).to_contain_text("本次已办")
    await expect(console.locator(".facts")).to_contain_text("到厅")
    assert hall.hall.counters["3"].ticket == ticket
