"""A proposal on the manager's board: its effect, one tap, and what really came of it (Q12, Q28)."""

import re
from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page, expect

from server.domain.proposals.events import ProposalJudged, ProposalTaken
from server.insight.forward.board import board_of
from server.insight.forward.habits import usual_habits
from server.insight.forward.plan import usual_plan
from server.insight.forward.steps import WhatIf, candidates
from server.insight.forward.whatif import effects
from server.plugins import order
from tests.hall_here import HereHall

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


async def looked_ahead(hall: HereHall) -> None:
    """What the process beside would answer now, in this one: the very function."""
    now, standing = hall.clock.at, hall.hall
    order_of = order(standing.setup.routing)
    assert order_of is not None
    figures = standing.setup.figures
    board = board_of(standing, now, order_of(figures), usual_plan(standing, now))
    asked = WhatIf(
        board=board,
        habits=usual_habits(standing),
        threshold=figures.remedy_threshold_seconds,
        changes=candidates(standing),
    )
    hall.house.proposing.take(now, effects(asked))
    await hall.house.proposing.look()


async def a_line(hall: HereHall, n: int) -> None:
    """One counter at work, and so many who came in the last minutes."""
    await hall.called("1")
    await hall.do("start_service", counter="1")
    for _ in range(n):
        await hall.issue()
        hall.clock.move(seconds=20)


async def served(hall: HereHall, counter: str) -> None:
    if hall.hall.counters[counter].state == "calling":
        await hall.do("start_service", counter=counter)
    await hall.do("finish_ticket", counter=counter)
    await hall.do("call_next", counter=counter)


@pytest.mark.row("Q12")
async def test_a_counter_is_proposed_opened_and_judged(hall: HereHall, look: Look) -> None:
    await a_line(hall, 14)
    await looked_ahead(hall)
    manager = await look(f"{hall.http.base_url}/manager/?token={hall.token('hall_manager')}", 1366, 768)
    proposed = manager.locator(".proposals li", has_text=re.compile("^开")).first
    await expect(proposed).to_contain_text(re.compile(r"20 分钟内办到的多 \d+ 人"))
    (one, *_) = (p for p in hall.hall.proposals.made if p.step == "open")
    await proposed.get_by_role("button", name=re.compile("采纳")).click()
    await expect(manager.locator(".tasks")).to_contain_text("请安排人开台")
    await expect(proposed).to_have_count(0)
    events = [r.event for r in await hall.house.live.journal.since(0, 10_000)]
    (taken,) = (e for e in events if isinstance(e, ProposalTaken))
    assert (taken.proposal, taken.by) == (one, "hall-manager")

    hall.clock.move(minutes=2)
    await hall.do("open_counter", counter=one.counter, profile=one.profile)
    await expect(manager.locator(".tasks")).not_to_contain_text("请安排人开台")
    await hall.do("call_next", counter=one.counter)
    for _ in range(4):
        hall.clock.move(minutes=3)
        for counter in ("1", one.counter):
            await served(hall, counter)
    await manager.get_by_role("button", name="采纳后的结果").click()
    dialog = manager.get_by_role("dialog")
    await expect(dialog).to_contain_text("到现在办到")
    hall.clock.move(minutes=17)
    await hall.house.proposing.look()
    events = [r.event for r in await hall.house.live.journal.since(0, 10_000)]
    (judged,) = (e for e in events if isinstance(e, ProposalJudged))
    assert judged.in_time >= 8
    await expect(dialog).to_contain_text(f"实际办到 {judged.in_time} 人")


@pytest.mark.row("Q28")
async def test_a_counter_that_does_internal_work_while_many_wait_is_called_back_by_one_tap(
    hall: HereHall, look: Look
) -> None:
    await hall.do("open_counter", counter="2")
    await a_line(hall, 14)
    await hall.do("pause_counter", counter="2", reason="内部事务")
    hall.clock.move(minutes=1)
    await looked_ahead(hall)
    manager = await look(f"{hall.http.base_url}/manager/?token={hall.token('hall_manager')}", 1366, 768)
    back = manager.locator(".proposals li", has_text="恢复")
    await expect(back).to_contain_text(re.compile(r"20 分钟内办到的多 \d+ 人"))
    await back.get_by_role("button").click()
    await expect(back).to_have_count(0)
    assert hall.hall.counters["2"].state == "open_idle"
