"""Where passwords are checked."""

import asyncio
from threading import Event

import pytest

from server.api.pacing.lanes import BURST, WAITING, Lane
from server.live_hall import Overloaded


async def test_a_full_queue_says_busy_at_once_and_goes_on_afterwards() -> None:
    lane, gate, loop = Lane("test"), Event(), asyncio.get_running_loop()
    here = [loop.create_task(lane.run(gate.wait)) for _ in range(WAITING)]
    await asyncio.sleep(0)
    with pytest.raises(Overloaded):
        await lane.run(lambda: True)
    gate.set()
    assert all(await asyncio.gather(*here))
    assert await lane.run(lambda: 7) == 7


async def test_one_lanes_queue_is_not_in_front_of_anothers() -> None:
    strangers, known, gate = Lane("test"), Lane("test"), Event()
    stuck = asyncio.get_running_loop().create_task(strangers.run(gate.wait))
    assert await known.run(lambda: 7) == 7
    gate.set()
    assert await stuck


async def test_after_a_few_at_once_strangers_come_at_a_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def slept(seconds: float) -> None:
        waits.append(seconds)

    lane = Lane("test", a_second=0.01)
    monkeypatch.setattr("server.api.pacing.lanes.asyncio.sleep", slept)
    for _ in range(BURST + 2):
        await lane.run(lambda: None)
    assert waits[:BURST] == [0.0] * BURST
    assert 90 < waits[BURST] <= 100 < waits[BURST + 1] <= 200
