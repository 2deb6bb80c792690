"""Views into mailboxes."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest

from server.domain.equipment.events import SlipMoved
from server.domain.evolve import evolve
from server.domain.hall import Counter, CounterState, Hall, SlipState
from server.journal import Recorded
from server.packs.hall_file import pack
from server.routing import fair_share
from server.watchers.screens.mailbox import Mailbox
from server.watchers.screens.push_views import LATER, Audience, Views
from tests.builders import Story
from tests.hall_here import HandClock
from tests.hall_made import NOW

pytestmark = pytest.mark.virtual_time

LOBBY = Audience("lobby", "")


class Stand:
    """A hall that can be changed, and its views."""

    def __init__(self) -> None:
        config, self.clock = pack("power"), HandClock()
        places = {c.id: Counter(id=c.id, profile=c.profile) for c in config.counters}
        self.hall = Hall(config=config, seq=1, counters=places)
        self.pick = fair_share.pick
        self.views = Views(self, lambda: self.clock.at)

    def opens(self, counter: str, state: CounterState) -> None:
        here = replace(self.hall.counters[counter], state=state)
        self.hall = replace(self.hall, seq=self.hall.seq + 1, counters={**self.hall.counters, counter: here})
        self.views.on_commit(self.hall, ())

    @asynccontextmanager
    async def pushing(self) -> AsyncIterator[None]:
        task = asyncio.get_running_loop().create_task(self.views.run())
        yield
        task.cancel()


async def view_in(box: Mailbox, within: float = 60) -> dict[str, Any]:
    async with asyncio.timeout(within):
        while not (taken := box.take()):  # noqa: ASYNC110  # as a socket's own task is woken
            await asyncio.sleep(0.001)
    message: dict[str, Any] = json.loads(taken[-1])
    return message


async def test_who_joins_sees_at_once() -> None:
    stand, box = Stand(), Mailbox()
    stand.views.join(LOBBY, box)
    message = await view_in(box)
    assert (message["type"], message["seq"], message["epoch"]) == ("view", 1, 1)
    assert message["time"] == NOW.isoformat()
    assert message["view"]["open_counters"] == []


async def test_a_change_is_pushed_to_all_who_look() -> None:
    stand, boxes = Stand(), [Mailbox() for _ in range(3)]
    for box in boxes:
        stand.views.join(LOBBY, box)
        await view_in(box)
    async with stand.pushing():
        stand.opens("1", CounterState.OPEN_IDLE)
        for box in boxes:
            assert (await view_in(box))["view"]["open_counters"] == ["1"]


async def test_a_view_that_has_not_changed_is_not_sent() -> None:
    stand, box, other = Stand(), Mailbox(), Mailbox()
    stand.views.join(LOBBY, box)
    stand.views.join(Audience("window", "1"), other)
    await view_in(box)
    await view_in(other)
    async with stand.pushing():
        stand.opens("2", CounterState.OPEN_IDLE)
        await view_in(box)
        stand.opens("2", CounterState.CALLING)  # which a lobby board does not show
        stand.opens("3", CounterState.OPEN_IDLE)
        assert (await view_in(box))["view"]["open_counters"] == ["2", "3"]
        with pytest.raises(TimeoutError):
            await view_in(box, within=10)


async def test_a_change_taken_back_at_once_leaves_nobody_behind() -> None:
    stand, old, new = Stand(), Mailbox(), Mailbox()
    stand.views.join(LOBBY, old)
    async with stand.pushing():
        stand.opens("1", CounterState.OPEN_IDLE)
        await view_in(old)
        await view_in(old) if old._view else None
        stand.opens("1", CounterState.CLOSED)
        stand.views.join(LOBBY, new)
        stand.opens("1", CounterState.OPEN_IDLE)
        seen = await view_in(new)
        while seen["view"]["open_counters"] != ["1"]:
            seen = await view_in(new)


async def test_whom_a_change_does_not_concern_is_told_within_a_second() -> None:
    stand, board = Stand(), Mailbox()
    stand.views.join(Audience("manager", ""), board)
    await view_in(board)
    async with stand.pushing():
        for counter in "123":
            stand.opens(counter, CounterState.OPEN_IDLE)
        seen = await view_in(board, within=LATER + 0.1)
        assert [c["state"] for c in seen["view"]["counters"]][:3] == ["open_idle"] * 3


async def test_who_stands_before_a_kiosk_is_told_at_once_where_the_paper_is() -> None:
    story, box = Story("1"), Mailbox()
    ticket = story.issue(printer="kiosk-1")
    stand = Stand()
    stand.hall = story.hall
    stand.views.join(Audience("kiosk", "kiosk-1"), box)
    assert (await view_in(box))["view"]["slip"]["state"] == "queued"
    async with stand.pushing():
        await view_in(box)  # everybody's first
        await asyncio.sleep(LATER / 2)  # not at the turn of all others
        for state in (SlipState.SENDING, SlipState.PRINTED):
            job = stand.hall.tickets[ticket].slip
            assert job is not None
            moved = SlipMoved(at=stand.hall.at, ticket=ticket, job=job.job, state=state, detail="")
            stand.hall = evolve(stand.hall, moved)
            told = Recorded(epoch=1, seq=stand.hall.seq, actor="system:printing", event=moved)
            stand.views.on_commit(stand.hall, (told,))
        assert (await view_in(box, within=0.1))["view"]["slip"]["state"] == "printed"


async def test_who_leaves_is_forgotten() -> None:
    stand, box = Stand(), Mailbox()
    stand.views.join(LOBBY, box)
    stand.views.leave(LOBBY, box)
    await view_in(box)
    async with stand.pushing():
        stand.opens("1", CounterState.OPEN_IDLE)
        with pytest.raises(TimeoutError):
            await view_in(box, within=10)


async def test_a_change_in_the_moment_of_stopping_keeps_nobody_from_stopping() -> None:
    for ticks in range(6):
        stand = Stand()
        task = asyncio.get_running_loop().create_task(stand.views.run())
        await asyncio.sleep(1)  # it waits for a change now
        stand.opens("1", CounterState.OPEN_IDLE)
        for _ in range(ticks):
            await asyncio.sleep(0)
        task.cancel()
        done, _ = await asyncio.wait({task}, timeout=60)
        assert done, ticks


def test_an_estimate_is_made_anew_after_a_second() -> None:
    stand = Stand()
    first = stand.views.waits()
    assert stand.views.waits() is first
    stand.clock.move(seconds=1)
    assert stand.views.waits() is not first


@pytest.mark.parametrize("screen", ["kiosk", "counter", "window", "lobby", "manager"])
def test_every_screen_has_a_view(screen: str) -> None:
    body = json.loads(Stand().views.body(Audience(screen, "1" if screen in ("counter", "window") else "")))
    assert body
