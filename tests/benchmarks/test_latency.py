"""From a tap to what people see, at a pace at which no command saves another one's frames."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import uvloop

from tests.benchmarks.hall import ServedHall
from tests.benchmarks.load import connected, share_out
from tests.benchmarks.report import Figure, Table, percentile
from tests.benchmarks.screens import HALL, message_of, opened, watching

PACE = 0.06  # s from one command to the next: far more than a busy hall's
ROUNDS = 40
WAITING = 40
CLERKS = ("1", "2", "3", "4", "6")
AT_REST = 2.0  # s of looking at what the server needs for nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Paced:
    """Seconds each round took till the answer and till the board; CPU seconds and frames per command."""

    answered: list[float]
    shown: list[float]
    cpu: float
    frames: float


Round = Callable[[int], Awaitable[tuple[float, float]]]


async def _paced(hall: ServedHall, rounds: Round, commands: int, frames: Callable[[], int]) -> Paced:
    """`commands` is how many each round asks."""
    server, before = hall.server, hall.server.cpu()
    await asyncio.sleep(AT_REST)
    idle = (server.cpu() - before) / AT_REST
    cpu, seen, began = server.cpu(), frames(), time.perf_counter()
    times = [await rounds(nth) for nth in range(ROUNDS)]
    await asyncio.sleep(PACE)
    used = server.cpu() - cpu - idle * (time.perf_counter() - began)
    return Paced(
        answered=[answered for answered, _ in times],
        shown=[shown for _, shown in times],
        cpu=used / ROUNDS / commands,
        frames=(frames() - seen) / ROUNDS / commands,
    )


def _add(table: Table, part: str, names: tuple[str, str], paced: Paced) -> None:
    post, command, frame = table.raw("post.p50"), table.raw("command.p50"), table.raw("frame.cpu")
    raw = post + command if post and command else None
    rows = [(names[0], paced.answered, 0.5, ""), (names[0], paced.answered, 0.99, "")]
    if names[1]:
        rows += [(names[1], paced.shown, 0.5, "aim <= 15 ms"), (names[1], paced.shown, 0.95, "<= 100 ms")]
    for what, seconds, where, bar in rows:
        value = percentile(seconds, where) * 1e3
        table.add(
            Figure(
                part=part,
                what=f"{what}, p{where * 100:.0f}",
                value=value,
                unit="ms",
                raw=raw,
                raw_what="POST + SQLite p50",
                bar=bar,
            )
        )
    post, command = table.raw("post.cpu"), table.raw("command.cpu")
    hot = post + command + paced.frames * frame if post and command and frame else None
    hot_what = f"POST + SQLite + {paced.frames:.1f} frames, hot"
    for floor, raw_what in ((hot, hot_what), (table.raw("paced.cpu"), "the same at this pace")):
        table.add(
            Figure(
                part=part,
                what="server CPU per command, every screen told",
                value=paced.cpu * 1e3,
                unit="ms",
                raw=floor,
                raw_what=raw_what,
                bar="<= 5x, aim 3x",
            )
        )


def test_a_call_reaches_the_lobby_board(table: Table, hall: ServedHall) -> None:
    paced = uvloop.run(_calls(hall))
    part = f"calls every {PACE * 1e3:.0f} ms, 30 screens, {WAITING + ROUNDS} to {WAITING} waiting"
    _add(table, part, ("call_next to its answer", "call_next to the lobby board"), paced)
    assert paced.frames > 0


async def _calls(hall: ServedHall) -> Paced:
    port = hall.server.port
    asked = [*hall.openings(), *(hall.issue(n % 5) for n in range(WAITING + ROUNDS))]
    (await share_out(port, 1, asked)).bodies()
    async with (
        watching(port, hall.token, HALL[:-1]) as audience,
        opened(port, hall.token, *HALL[-1]) as board,
        connected(port, 1) as (line,),
    ):
        shown: dict[str, float] = {}
        told = asyncio.Event()

        async def look() -> None:
            while True:
                calls = (await message_of(board, "view"))["view"]["calls"]
                for call in calls:
                    shown.setdefault(call["number"], time.perf_counter())
                told.set()

        async def ask(kind: str, counter: str, **meant: str) -> tuple[dict[str, str], float]:
            began = time.perf_counter()
            status, body = await line.send(hall.command(kind, counter=counter, **meant))
            assert status == 200, body
            return json.loads(body)["result"], time.perf_counter() - began

        async def one(nth: int) -> tuple[float, float]:
            counter, began = CLERKS[nth % len(CLERKS)], time.perf_counter()
            called, answered = await ask("call_next", counter)
            number = called["number"]
            while number not in shown:
                told.clear()
                await told.wait()
            for step in ("start_service", "finish_ticket"):
                await asyncio.sleep(PACE)
                await ask(step, counter, ticket=called["ticket"])
            await asyncio.sleep(PACE)
            return answered, shown[number] - began

        async with asyncio.TaskGroup() as tasks:
            looking = tasks.create_task(look())
            paced = await _paced(hall, one, 3, lambda: audience.frames)
            looking.cancel()
        return paced


def test_a_kiosk_gets_its_number(table: Table, hall: ServedHall) -> None:
    paced = uvloop.run(_taps(hall))
    _add(table, f"taps every {PACE * 1e3:.0f} ms, 30 screens", ("kiosk ask to the number", ""), paced)


async def _taps(hall: ServedHall) -> Paced:
    port = hall.server.port
    async with watching(port, hall.token) as audience, opened(port, hall.token, "kiosk") as kiosk:
        numbers = set()

        async def one(nth: int) -> tuple[float, float]:
            ask = {"id": f"tap-{nth}", "type": "issue_ticket", "service": "pay"}
            began = time.perf_counter()
            await kiosk.send(json.dumps(ask))
            done = await message_of(kiosk, "done")
            answered = time.perf_counter() - began
            numbers.add(done["result"]["ticket"]["number"])
            await asyncio.sleep(PACE)
            return answered, 0.0

        paced = await _paced(hall, one, 1, lambda: audience.frames)
        assert len(numbers) == ROUNDS
        return paced
