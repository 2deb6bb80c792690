"""The newest foresight while it is fresh, usual times else; promises follow by themselves."""

import asyncio

import pytest

from server.domain.promises.events import WaitPromised
from server.domain.promises.nouns import Ahead, Foresight, Why
from tests.hall_here import HereHall


async def promises(hall: HereHall) -> list[WaitPromised]:
    events = await hall.house.live.journal.since(0, 10_000)
    return [r.event for r in events if isinstance(r.event, WaitPromised)]


def foresees(hall: HereHall, ticket: str, minutes: float) -> None:
    ahead = Ahead(low=0, high=minutes * 60)
    seq, at = hall.hall.seq, hall.clock.at
    hall.house.looking_ahead.take(Foresight(at=at, seq=seq, tickets={ticket: ahead}))


@pytest.mark.row("Q01")
async def test_a_number_s_promise_is_on_record_and_changes_only_when_it_must(hall: HereHall) -> None:
    await hall.do("open_counter", counter="1")
    hall.clock.move(seconds=1)  # what is seen is kept so long
    issued = await hall.issue()
    (first,) = await promises(hall)
    assert (first.ticket, first.version, first.why, first.simple) == (issued["ticket"], 1, Why.FIRST, True)
    await hall.house.looking_ahead.look()
    foresees(hall, first.ticket, 4)
    await hall.house.looking_ahead.look()
    assert await promises(hall) == [first]
    foresees(hall, first.ticket, 20)
    await hall.house.looking_ahead.look()
    (_, second) = await promises(hall)
    assert (second.version, second.high, second.simple) == (2, 1200, False)
    assert await hall.tells_the_same()


async def test_what_the_worker_saw_half_a_minute_ago_is_not_believed(hall: HereHall) -> None:
    looking = hall.house.looking_ahead
    foresees(hall, "t", 4)
    assert not looking.foresee().simple
    hall.clock.move(seconds=30)
    assert looking.foresee().simple
    assert looking.foresee() is looking.foresee()


@pytest.mark.parametrize("back", [3600, -3600])
async def test_a_clock_that_is_put_back_or_forward_makes_nothing_old_or_new(
    hall: HereHall, back: int
) -> None:
    """The hall's own time goes on as it passes: what was seen is believed for its half minute, no longer."""
    looking = hall.house.looking_ahead
    foresees(hall, "t", 4)
    hall.clock.set_back(seconds=back)
    hall.clock.move(seconds=20)
    assert not looking.foresee().simple
    hall.clock.move(seconds=10)
    assert looking.foresee().simple


async def test_a_clock_that_is_not_proven_promises_nothing_anew(
    hall: HereHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued = await hall.issue()
    foresees(hall, issued["ticket"], 40)
    monkeypatch.setattr(hall.house.live, "sure", lambda: False)
    await hall.house.looking_ahead.look()
    assert all(p.high != 2400 for p in await promises(hall))
    monkeypatch.undo()
    await hall.house.looking_ahead.look()
    await asyncio.sleep(0)
    assert [p.high for p in await promises(hall)][-1] == 2400
