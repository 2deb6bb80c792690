"""Another commit beside this one: both serve a hall of the same make, and are asked in turns.

The machine's mood changes from minute to minute and a figure with it by half. So no figure is compared with
one of another run: the two commits and the floor take turns within one, a block each, all in one table.
"""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tarfile
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import (
    AbstractAsyncContextManager,
    AsyncExitStack,
    asynccontextmanager,
    contextmanager,
    suppress,
)
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.hall import ServedHall
from tests.benchmarks.load import connected, post, share_out
from tests.benchmarks.processes import ROOT, Measured, settled
from tests.benchmarks.screens import HALL, Audience, message_of, opened, watching

OTHER = os.environ.get("HALLQUEUE_BESIDE", "HEAD~1")
PACE = 0.06  # s from one command to the next
BLOCK = 15  # commands
BLOCKS = 6
WARM = 9  # commands: what is made once is made
CLERKS = ("1", "2", "3", "4", "6")
WAITING = 40
BOARDS = 200
TOLD = 20  # commands that all boards are told of, each time
OK = 200
Step = Callable[[], Awaitable[None]]
STATIC = Path("server/static")  # the built pages: not in the repository, and of no weight here


@contextmanager
def checked_out(revision: str, folder: Path) -> Iterator[Path]:
    """That commit's tree, as it was."""
    packed = subprocess.run(
        ["git", "archive", "--format=tar", revision], cwd=ROOT, check=True, capture_output=True
    ).stdout
    with tarfile.open(fileobj=BytesIO(packed)) as tree:
        tree.extractall(folder, filter="data")
    with suppress(OSError):
        (folder / STATIC).symlink_to(ROOT / STATIC)
    yield folder


def named(revision: str) -> str:
    said = subprocess.run(
        ["git", "log", "-1", "--format=%h %s", revision], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return said.stdout.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """`step` asks so many `commands`, each followed by its pause."""

    process: Measured
    step: Step
    commands: int = 1


async def in_turns(sides: Sequence[Side]) -> list[float]:
    """CPU seconds of each side's process per command, the usual of its blocks."""
    for side in sides:
        for _ in range(WARM // side.commands):
            await side.step()
    taken: list[list[float]] = [[] for _ in sides]
    for _ in range(BLOCKS):
        for side, figures in zip(sides, taken, strict=True):
            before, steps = side.process.cpu(), BLOCK // side.commands
            for _ in range(steps):
                await side.step()
            figures.append((side.process.cpu() - before) / (steps * side.commands))
    return [statistics.median(figures) for figures in taken]


@asynccontextmanager
async def floors(floor: Measured) -> AsyncIterator[Side]:
    """A bare POST, a raw SQLite command and thirty raw frames."""
    screens = [await asyncio.open_connection("127.0.0.1", floor.port) for _ in HALL]
    async with connected(floor.port, 1) as (line,):

        async def step() -> None:
            assert (await line.send(post("/", {"id": "x", "type": "issue_ticket"})))[0] == OK
            await asyncio.sleep(PACE)

        yield Side(process=floor, step=step)
    for _, writer in screens:
        writer.close()


@asynccontextmanager
async def calls(hall: ServedHall) -> AsyncIterator[Side]:
    """Called, started, finished: three commands, thirty screens watching."""
    port = hall.server.port
    rounds = WARM + BLOCK * BLOCKS
    asked = [*hall.openings(), *(hall.issue(n % 5) for n in range(WAITING + rounds // 3 + 1))]
    (await share_out(port, 1, asked)).bodies()
    turn = iter(range(rounds))
    async with watching(port, hall.token), connected(port, 1) as (line,):

        async def ask(kind: str, **fields: str) -> dict[str, str]:
            status, body = await line.send(hall.command(kind, **fields))
            assert status == OK, body
            await asyncio.sleep(PACE)
            result: dict[str, str] = json.loads(body)["result"]
            return result

        async def step() -> None:
            counter = CLERKS[next(turn) % len(CLERKS)]
            ticket = (await ask("call_next", counter=counter))["ticket"]
            for kind in ("start_service", "finish_ticket"):
                await ask(kind, counter=counter, ticket=ticket)

        yield Side(process=hall.server, step=step, commands=3)


@asynccontextmanager
async def taps(hall: ServedHall) -> AsyncIterator[Side]:
    """A customer takes a number at a kiosk, thirty screens watching."""
    async with (
        watching(hall.server.port, hall.token),
        opened(hall.server.port, hall.token, "kiosk") as kiosk,
    ):
        turn = iter(range(10_000))

        async def step() -> None:
            ask = {"id": f"tap-{next(turn)}", "type": "issue_ticket", "service": "pay"}
            await kiosk.send(json.dumps(ask))
            await message_of(kiosk, "done")
            await asyncio.sleep(PACE)

        yield Side(process=hall.server, step=step)


Kind = Callable[[ServedHall], AbstractAsyncContextManager[Side]]


async def cpu(floor: Measured, halls: Sequence[ServedHall], kind: Kind) -> list[float]:
    """The floor's CPU seconds per command, then each hall's."""
    async with AsyncExitStack() as stack:
        sides = [await stack.enter_async_context(floors(floor))]
        sides += [await stack.enter_async_context(kind(hall)) for hall in halls]
        return await in_turns(sides)


class Board(NamedTuple):
    """KiB of an idle board, CPU seconds of a frame to one, and its bytes."""

    memory: float
    frame: float
    size: int


async def raw_frame(size: int) -> float:
    """CPU seconds of a frame of so many bytes written to one of as many sockets, at a hall's pace."""
    command = ["-m", "tests.benchmarks.frame_writer", str(BOARDS), str(TOLD * BLOCKS)]
    writer = await asyncio.create_subprocess_exec(
        sys.executable, *command, "--size", str(size), "--pace", str(PACE), cwd=ROOT, stdout=PIPE
    )
    assert writer.stdout is not None
    port = int(await writer.stdout.readline())
    async with asyncio.TaskGroup() as readers:
        for _ in range(BOARDS):
            readers.create_task(_read_all(port))
        cost = float(await writer.stdout.readline()) / 1e6
    await writer.wait()
    return cost


async def _read_all(port: int) -> None:
    reader, line = await asyncio.open_connection("127.0.0.1", port)
    while await reader.read(65536):
        pass
    line.close()


async def boards(halls: Sequence[ServedHall]) -> list[Board]:
    """What one costs in each hall."""
    async with AsyncExitStack() as stack:
        few = [await stack.enter_async_context(_lobby(hall, 1)) for hall in halls]
        for hall, audience in zip(halls, few, strict=True):
            await _told(hall, audience)  # the first commands pay for what is made once
        alone = [[await _told(*side) for side in zip(halls, few, strict=True)] for _ in range(BLOCKS)]
        memory, many = [], []
        for hall in halls:
            before = await settled(hall.server)
            many.append(await stack.enter_async_context(_lobby(hall, BOARDS)))
            memory.append((hall.server.memory() - before) / BOARDS)
        for hall, audience in zip(halls, many, strict=True):
            await _told(hall, audience)
        all_of_them = [[await _told(*side) for side in zip(halls, many, strict=True)] for _ in range(BLOCKS)]
        sizes = [audience.size // audience.frames for audience in many]
    found = []
    for nth, kib in enumerate(memory):
        more = statistics.median(turn[nth][0] for turn in all_of_them) - statistics.median(
            turn[nth][0] for turn in alone
        )
        frames = statistics.median(turn[nth][1] for turn in all_of_them)
        found.append(Board(kib, more / frames, sizes[nth]))
    return found


def _lobby(hall: ServedHall, boards: int) -> AbstractAsyncContextManager[Audience]:
    return watching(hall.server.port, hall.token, (("lobby", ""),) * boards)


async def _told(hall: ServedHall, audience: Audience) -> tuple[float, int]:
    """CPU seconds of some commands of which every board is told, and how many frames that were."""
    spent, frames = hall.server.cpu(), audience.frames
    for _ in range(TOLD):
        seen = audience.frames
        (await share_out(hall.server.port, 1, [hall.issue()])).bodies()
        async with asyncio.timeout(10):
            while audience.frames - seen < audience.screens:  # noqa: ASYNC110  # an event would cost CPU
                await asyncio.sleep(0.005)
    return hall.server.cpu() - spent, audience.frames - frames
