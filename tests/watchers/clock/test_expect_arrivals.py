"""Who never arrives is given up in its time, after a restart too, and by no clock that may be wrong (Q42)."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.domain.config.figures import Figures
from server.domain.hall import TicketState
from server.domain.remote.commands import TakeRemote
from server.domain.setup.commands import ConfigureHall
from server.watchers.asking import AGAIN_AFTER
from server.watchers.clock.expect_arrivals import ExpectArrivals
from server.watchers.until_due import LONGEST
from tests.builders import a_config
from tests.care_hall import HallOnDisk
from tests.patience import until


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[HallOnDisk]:
    async with HallOnDisk(tmp_path / "hall.sqlite3") as here:
        figures = Figures(remote_numbers=True, door_code_seconds=7200)
        await here.do(ConfigureHall(config=a_config(figures=figures)))
        yield here


async def taken(hall: HallOnDisk) -> str:
    await hall.do(TakeRemote(service="bill", phone="p", network="n"))
    return next(reversed(hall.live.hall.tickets))


def state(hall: HallOnDisk, ticket: str) -> TicketState:
    found = hall.live.hall.ticket(ticket)
    assert found is not None
    return found.state


def watcher(hall: HallOnDisk) -> ExpectArrivals:
    return ExpectArrivals(hall.live, hall.clock)


@pytest.mark.row("Q42")
async def test_it_says_whose_turn_has_come_and_gives_up_who_never_arrives(hall: HallOnDisk) -> None:
    expecting = watcher(hall)
    assert expecting.rest() is None  # the day has not begun: no code, nobody on the way
    home = await taken(hall)
    await expecting.look()
    assert hall.live.hall.remote.taken[home].turn_at is not None
    assert hall.live.hall.remote.door is not None
    hall.at("09:44:50")
    assert expecting.rest() == pytest.approx(10, abs=0.01)
    hall.at("09:45:01")
    await expecting.look()
    assert state(hall, home) is TicketState.EXPIRED


async def test_after_a_restart_it_is_the_same_and_an_unproven_clock_gives_nobody_up(hall: HallOnDisk) -> None:
    home = await taken(hall)
    await watcher(hall).look()
    await hall.restart()
    hall.at("09:50:00")
    hall.live.sure = lambda: False
    assert watcher(hall).rest() == LONGEST
    await watcher(hall).look()
    assert state(hall, home) is TicketState.AWAY
    hall.live.sure = lambda: True
    assert watcher(hall).rest() == AGAIN_AFTER
    await watcher(hall).look()
    assert state(hall, home) is TicketState.EXPIRED


async def test_somebody_who_takes_one_wakes_it(hall: HallOnDisk) -> None:
    expecting = watcher(hall)
    hall.live.watch(expecting.on_commit)
    running = asyncio.get_running_loop().create_task(expecting.run())
    home = await taken(hall)
    await until(lambda: hall.live.hall.remote.taken[home].turn_at is not None)
    running.cancel()
