"""What a screen that only listens costs."""

import asyncio
from collections.abc import Iterator

import uvloop

from tests.benchmarks.hall import ServedHall
from tests.benchmarks.load import share_out
from tests.benchmarks.processes import settled
from tests.benchmarks.report import Figure, Table
from tests.benchmarks.screens import Audience, watching

SOCKETS = 200
COMMANDS = 60
PART = f"{SOCKETS} lobby boards"


def test_idle_boards_take_little_memory_and_all_are_told(table: Table, hall: ServedHall) -> None:
    memory, one, all_of_them = uvloop.run(_boards(hall))
    what = "memory per idle socket, PSS"
    table.add(Figure(part=PART, what=what, value=memory, unit="KiB", bar="<= 17"))
    (cpu, frames), (cpu_of_one, frames_of_one) = all_of_them, one
    cost = (cpu - cpu_of_one) / (frames - frames_of_one) * 1e6
    raw = table.raw("frame.cpu")
    figure = Figure(
        part=PART,
        what="CPU per delivered frame",
        value=cost,
        unit="us",
        bar="<= 3x, aim 2.5x",
        raw=raw * 1e3 if raw else None,
    )
    table.add(figure)
    assert frames >= SOCKETS * frames_of_one // 2


async def _boards(hall: ServedHall) -> tuple[float, tuple[float, int], tuple[float, int]]:
    """Memory per socket in KiB; CPU seconds and frames of the same commands seen by one board and by all."""
    server, waiting = hall.server, iter(range(10_000))
    async with watching(server.port, hall.token, (("lobby", ""),)) as audience:
        await _told(hall, audience, waiting)  # the first commands pay for what is made once
        one = await _told(hall, audience, waiting)
    before = await settled(server)
    async with watching(server.port, hall.token, (("lobby", ""),) * SOCKETS) as audience:
        after = server.memory()
        all_of_them = await _told(hall, audience, waiting)
    return (after - before) / SOCKETS, one, all_of_them


async def _told(hall: ServedHall, audience: Audience, nth: Iterator[int]) -> tuple[float, int]:
    cpu, frames = hall.server.cpu(), audience.frames
    for _ in range(COMMANDS):
        seen = audience.frames
        (await share_out(hall.server.port, 1, [hall.issue(next(nth))])).bodies()
        async with asyncio.timeout(10):
            while audience.frames - seen < audience.screens:  # noqa: ASYNC110  # an event would cost CPU
                await asyncio.sleep(0.005)
    return hall.server.cpu() - cpu, audience.frames - frames
