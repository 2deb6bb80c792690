"""A proposal on the manager's board: its effect, one tap, and what really came of it (Q12, Q28)."""

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from server.domain.config.hours import local
from server.domain.event import Event
from server.domain.proposals.events import ProposalJudged, ProposalTaken, ProposalUndone
from server.domain.proposals.nouns import ProposedStep
from server.insight.forward.board import board_of
from server.insight.forward.habits import usual_habits
from server.insight.forward.pressing import pressing
from server.insight.forward.steps import WhatIf, candidates
from server.insight.forward.whatif import effects
from server.plugins import order
from tests.domain.proposals.story import proposal
from tests.hall_here import HereHall
from tests.hall_made import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


async def looked_ahead(hall: HereHall) -> None:
    """What the process beside would answer now, in this one: the very function."""
    now, standing = hall.clock.at, hall.hall
    order_of = order(standing.setup.routing)
    assert order_of is not None
    figures = standing.setup.figures
    board = board_of(standing, now, order_of(figures), hall.house.learning.plan(standing, now))
    asked = WhatIf(
        board=board,
        habits=usual_habits(standing),
        threshold=figures.remedy_threshold_seconds,
        changes=(*candidates(standing), *pressing(standing, board)),
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


async def journal(hall: HereHall) -> list[Event]:
    return [r.event for r in await hall.house.live.journal.since(0, 10_000)]


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


@pytest.mark.row("Q12")
async def test_lunch_is_put_off_by_one_tap_taken_back_by_another_and_judged_when_it_is_put_off_again(
    hall: HereHall, look: Look
) -> None:
    today = local(hall.hall.setup, hall.clock.at)
    for login in ("1201", "1202"):
        hall.house.people.add(login, "李静", "clerk", PASSWORD)
    await hall.house.who.look()
    await hall.do("open_counter", counter="2")
    await a_line(hall, 14)
    leaves, back = (f"{local(hall.hall.setup, hall.clock.at) + timedelta(minutes=n):%H:%M}" for n in (6, 66))
    shifts = [
        {"person": "1201", "post": "counter", "counter": "2", "begins": "07:00", "ends": leaves},
        {"person": "1201", "post": "counter", "counter": "2", "begins": back, "ends": "22:00"},
        {"person": "1202", "post": "counter", "counter": "1", "begins": "07:00", "ends": "22:00"},
    ]
    await hall.do("plan_day", day=today.date().isoformat(), shifts=shifts, by="chen")
    await hall.do("call_next", counter="2")
    await looked_ahead(hall)
    manager = await look(f"{hall.http.base_url}/manager/?token={hall.token('hall_manager')}", 1366, 768)
    lunch = manager.locator(".proposals li", has_text=f"{leaves} 的休息推迟 20 分钟")
    await expect(lunch).to_contain_text(re.compile(r"20 分钟内办到的多 \d+ 人"))
    await lunch.get_by_role("button", name=re.compile("采纳")).click()
    await expect(manager.locator(".tasks")).to_contain_text("请通知推迟休息")
    (roster,) = hall.hall.roster.days.values()
    assert next(s.ends for s in roster.shifts if s.counter == "2") > leaves

    await manager.get_by_role("button", name=re.compile("^撤销")).click()
    await expect(manager.locator(".tasks")).not_to_contain_text("请通知推迟休息")
    (roster,) = hall.hall.roster.days.values()
    assert next(s.ends for s in roster.shifts if s.counter == "2") == leaves
    (undone,) = (e for e in await journal(hall) if isinstance(e, ProposalUndone))
    assert (undone.counter, undone.by) == ("2", "hall-manager")

    hall.clock.move(seconds=20)
    await looked_ahead(hall)
    await lunch.get_by_role("button", name=re.compile("采纳")).click()
    await expect(lunch).to_have_count(0)
    for _ in range(5):
        hall.clock.move(minutes=3)
        for counter in ("1", "2"):
            await served(hall, counter)
    hall.clock.move(minutes=16)
    await hall.house.proposing.look()
    (judged,) = (e for e in await journal(hall) if isinstance(e, ProposalJudged))
    assert judged.in_time >= 8
    await manager.get_by_role("button", name="采纳后的结果").click()
    dialog = manager.get_by_role("dialog")
    await expect(dialog).to_contain_text(f"实际办到 {judged.in_time} 人")
    await expect(dialog).to_contain_text("已撤销，不算结果")


@pytest.mark.row("Q12")
async def test_a_call_nobody_follows_is_given_up_and_can_be_taken_back(hall: HereHall, look: Look) -> None:
    """The board gives the call up as the proposal that it is, so that it can be judged and taken back."""
    await hall.do("open_counter", counter="2")
    await a_line(hall, 3)
    await hall.do("call_next", counter="2")
    desk = hall.hall.counters["2"]
    ticket = hall.hall.tickets[desk.ticket or ""]
    hall.clock.move(minutes=4)
    one = proposal(step=ProposedStep.MISS, counter="2", profile=desk.profile, ticket=ticket.id)
    hall.house.proposing.take(hall.clock.at, (one,))
    await hall.house.proposing.look()
    manager = await look(f"{hall.http.base_url}/manager/?token={hall.token('hall_manager')}", 1366, 768)
    await manager.get_by_role("button", name=re.compile(f"^{ticket.number} 作过号")).first.click()
    await expect(manager.locator(".proposals .undo")).to_contain_text(ticket.number)
    assert hall.hall.counters["2"].state == "open_idle"
    await manager.get_by_role("button", name=re.compile("^撤销")).click()
    await expect(manager.locator(".proposals .undo")).to_have_count(0)
    assert hall.hall.counters["2"].state == "calling"
