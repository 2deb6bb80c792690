"""From a tap to what people see, at the pace of a busy hall."""

import asyncio
import json
import time
from typing import Any

import uvloop
from websockets.asyncio.client import ClientConnection

from tests.benchmarks.hall import ServedHall
from tests.benchmarks.load import Load, connected, share_out
from tests.benchmarks.report import Figure, Table, percentile
from tests.benchmarks.screens import HALL, Audience, message_of, opened, watching

PACE = 0.1  # s between two commands: ten times a busy hall's
ROUNDS = 60
WAITING = 40  # before the clerks begin
CLERKS = ("1", "2", "3", "4", "6")


async def _settled(hall: ServedHall) -> None:
    asked = [*hall.openings(), *(hall.issue(n % 5) for n in range(WAITING + ROUNDS))]
    (await share_out(hall.server.port, 1, asked)).bodies()


async def _until_shown(board: ClientConnection, number: str) -> None:
    while number not in {call["number"] for call in (await message_of(board, "view"))["view"]["calls"]}:
        pass


def test_a_call_reaches_the_lobby_board(table: Table, hall: ServedHall) -> None:
    load, seen, cpu, frames = uvloop.run(_calls(hall))
    numbers = [body["result"]["number"] for body in load.bodies()]
    assert len(set(numbers)) == ROUNDS
    part = f"call_next every {PACE * 1e3:.0f} ms, 30 screens, {WAITING} to {WAITING + ROUNDS} waiting"
    table.add(_against(table, part, "call_next sent to the lobby board, median", seen, 0.5, "aim <= 15 ms"))
    table.add(_against(table, part, "call_next sent to the lobby board, p95", seen, 0.95, "<= 100 ms"))
    table.add(_against(table, part, "call_next answered, median", load.latencies, 0.5))
    table.add(cost_at_rest(table, part, cpu, frames))


def _against(table: Table, part: str, what: str, seconds: list[float], where: float, bar: str = "") -> Figure:
    post, command = table.raw("post.p50"), table.raw("command.p50")
    raw = post + command if post and command else None
    value = percentile(seconds, where) * 1e3
    return Figure(part=part, what=what, value=value, unit="ms", raw=raw, bar=bar, raw_what="POST p50 + SQLite p50")


def cost_at_rest(table: Table, part: str, cpu: float, frames: float) -> Figure:
    """CPU of one command none of whose frames is saved by another command's."""
    post, command, frame = table.raw("post.cpu"), table.raw("command.cpu"), table.raw("frame.cpu")
    floor = post + command + frames * frame if post and command and frame else None
    return Figure(
        part=part,
        what="server CPU per command, all screens told",
        value=cpu * 1e3,
        unit="ms",
        raw=floor,
        raw_what=f"POST + SQLite + {frames:.0f} frames",
        bar="<= 5x, aim 3x",
    )


async def _calls(hall: ServedHall) -> tuple[Load, list[float], float, float]:
    await _settled(hall)
    load, seen, port = Load(), list[float](), hall.server.port
    board = ("lobby", "")
    async with watching(port, hall.token, HALL[:-1]) as audience, opened(port, hall.token, *board) as last:
        async with connected(port, 1) as (line,):
            idle, steady = hall.server.cpu(), time.perf_counter()
            await asyncio.sleep(2)
            idle = (hall.server.cpu() - idle) / (time.perf_counter() - steady)
            for nth in range(ROUNDS):
                ...
    return load, seen, 0.0, 0.0
