"""Simulated people who use the real socket."""

import asyncio
import inspect
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from server.api.asking.wire import COMMANDS
from server.demo import stage as stage_module
from server.demo.stage import Stage
from server.domain.queue.commands import AtCounter
from tests.hall_here import HereHall
from tests.patience import until

EVERYBODY = 1 + 2 * 3  # a kiosk, and at each of three counters a clerk and an evaluator


@asynccontextmanager
async def playing(hall: HereHall, speed: float) -> AsyncIterator[Stage]:
    stage = Stage(hall.ws, lambda name, role, place: hall.token(role, place, name), speed)
    task = asyncio.get_running_loop().create_task(stage.run(["1", "2", "3"], ""))
    yield stage
    task.cancel()
    await until(lambda: not hall.house.screens.connected)


async def test_people_come_are_called_and_go_home_when_told(hall: HereHall) -> None:
    async with playing(hall, speed=400) as stage:
        assert stage.running
        await until(lambda: hall.hall.recent)
        assert {t.channel for t in hall.hall.tickets.values()} == {"kiosk"}
        assert hall.hall.counters["1"].staff == "1201"
        stage.stop()
        await until(lambda: not hall.house.screens.connected)
        seq = hall.hall.seq
        stage.start()
        await until(lambda: hall.hall.seq > seq)
        stage.stop()
        await until(lambda: not hall.house.screens.connected)
    assert await hall.tells_the_same()


async def test_nobody_comes_at_speed_zero(hall: HereHall) -> None:
    async with playing(hall, speed=0) as stage:
        assert not stage.running
        assert not hall.house.screens.connected


async def test_people_come_back_when_the_line_breaks(hall: HereHall) -> None:
    async with playing(hall, speed=400):
        await until(lambda: len(hall.house.screens.connected) == EVERYBODY)
        for screen in list(hall.house.screens.connected):
            screen.box.end(b'{"type":"bye","code":"wrong_token"}')
        await until(lambda: not hall.house.screens.connected)
        await until(lambda: len(hall.house.screens.connected) == EVERYBODY)


def test_a_simulated_clerk_names_the_customer_as_a_real_one_does() -> None:
    asks = re.findall(r'ask\("(\w+)"([^\n]*)', inspect.getsource(stage_module))
    keys = [(kind, rest) for kind, rest in asks if issubclass(COMMANDS[kind], AtCounter)]
    assert len(keys) >= len({"start", "recall", "no-show", "finish"})
    assert all("ticket=" in rest for _, rest in keys)
