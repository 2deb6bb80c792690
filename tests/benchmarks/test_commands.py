"""Taking and calling numbers through the real server while thirty screens watch."""

import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest
import uvloop

from tests.benchmarks.hall import ServedHall
from tests.benchmarks.load import Connection, Load, connected, share_out, timed
from tests.benchmarks.report import Figure, Table, percentile
from tests.benchmarks.screens import COUNTERS, HALL, watching

TICKETS = 300
AT_ONCE = 8
OK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """CPU in ms and view frames, per command; `driver` is what asking and looking cost this process."""

    cpu: float
    voice: float
    frames: float
    size: float
    driver: float


async def measured(
    hall: ServedHall, work: Callable[[], Awaitable[Load]], screens: tuple[tuple[str, str], ...] = HALL
) -> tuple[Load, Cost]:
    server = hall.server
    async with watching(server.port, hall.token, screens) as audience:
        frames, size, cpu, voice = audience.frames, audience.size, server.cpu(), server.children_cpu()
        driver = time.process_time()
        load = await work()
        driver = time.process_time() - driver
        n, seen = len(load.answers), audience.frames - frames
        cost = Cost(
            cpu=(server.cpu() - cpu) / n * 1e3,
            voice=(server.children_cpu() - voice) / n * 1e3,
            frames=seen / n,
            size=(audience.size - size) / seen if seen else 0.0,
            driver=driver / n * 1e3,
        )
    return load, cost


def add(table: Table, part: str, load: Load, cost: Cost, *, full: bool) -> None:
    """The lines of one load; `full` when all connections there can be were busy."""
    post, command, frame = table.raw("post.cpu"), table.raw("command.cpu"), table.raw("frame.cpu")
    floor = post + command + len(HALL) * frame if post and command and frame else None
    rate = table.raw("post.rate") if full else None
    add = table.add
    add(Figure(part=part, what="rate", value=load.rate, unit="1/s", raw=rate, bar=">= 0.12" * full))
    if full and post:  # who asks and who looks share the cores with the server
        alone = 1e3 / post
        what, note = "rate in a second of the server's own CPU", "the driver's share taken off both"
        value = 1e3 / cost.cpu
        add(Figure(part=part, what=what, value=value, unit="1/s", raw=alone, bar=">= 0.12", note=note))
    for name, where in (("p50", 0.5), ("p99", 0.99)):
        latency = percentile(load.latencies, where) * 1e3
        alone = table.raw("post.p50") if name == "p50" else None
        add(Figure(part=part, what=f"latency {name}", value=latency, unit="ms", raw=alone))
    note = f"{cost.frames:.1f} frames a command of {cost.size:,.0f} bytes; more beside it: "
    note += f"voice {cost.voice:.1f} ms, driver {cost.driver:.2f} ms"
    what = "server CPU per command"
    add(Figure(part=part, what=what, value=cost.cpu, unit="ms", raw=floor, bar="<= 5x, aim 3x", note=note))


@pytest.mark.parametrize("connections", [1, 8, 32])
def test_numbers_are_taken(table: Table, hall: ServedHall, connections: int) -> None:
    requests = [hall.issue(nth) for nth in range(TICKETS)]
    load, cost = uvloop.run(measured(hall, lambda: share_out(hall.server.port, connections, requests)))
    numbers = [body["result"]["ticket"]["number"] for body in load.bodies()]
    assert len(set(numbers)) == TICKETS
    assert _gap_free(numbers)
    part = f"issue_ticket, {connections} connections, 30 screens, 0 to {TICKETS} waiting"
    add(table, part, load, cost, full=connections == 32)


def _gap_free(numbers: list[str]) -> bool:
    letters = {number[0] for number in numbers}
    lines = [sorted(int(n[1:]) for n in numbers if n[0] == letter) for letter in letters]
    return all(line == list(range(1, len(line) + 1)) for line in lines)


@pytest.mark.parametrize("clerks", [1, 6])
def test_numbers_are_called_started_and_finished(table: Table, hall: ServedHall, clerks: int) -> None:
    load, cost = uvloop.run(_called(hall, clerks))
    called = [body["result"]["number"] for body in load.bodies()]
    counts = [called.count(number) for number in set(called)]
    assert set(counts) == {3}  # called once, started once, finished once
    add(table, f"call, start, finish, {clerks} clerks, 30 screens", load, cost, full=False)


async def _called(hall: ServedHall, clerks: int, rounds: int = 60) -> tuple[Load, Cost]:
    port = hall.server.port
    asked = [*hall.openings(), *(hall.issue(n % 5) for n in range(rounds + clerks))]
    (await share_out(port, 4, asked)).bodies()
    load = Load()

    async def clerk(connection: Connection, counter: str) -> None:
        for _ in range(rounds // clerks):
            _, body = await load.ask(connection, hall.command("call_next", counter=counter))
            meant = {"counter": counter, "ticket": json.loads(body)["result"]["ticket"]}
            for step in ("start_service", "finish_ticket"):
                await load.ask(connection, hall.command(step, **meant))

    async def work() -> Load:
        counters = [c for c in COUNTERS if c != "5"] + ["5"]
        async with connected(port, clerks) as lines:
            load.seconds = await timed([clerk(*pair) for pair in zip(lines, counters, strict=False)])
        return load

    return await measured(hall, work)


def test_of_clerks_who_press_at_once_one_wins(table: Table, hall: ServedHall) -> None:
    winners, latencies = uvloop.run(_pressed_at_once(hall))
    assert winners == [1] * len(winners)
    part = f"{AT_ONCE} clerks press at one counter at once"
    median = percentile(latencies, 0.5) * 1e3
    table.add(Figure(part=part, what="until all are answered, median", value=median, unit="ms"))


async def _pressed_at_once(hall: ServedHall, rounds: int = 20) -> tuple[list[int], list[float]]:
    """Winners and seconds of each round."""
    winners, seconds, port = list[int](), list[float](), hall.server.port
    asked = [*hall.openings(), *(hall.issue() for _ in range(rounds))]
    (await share_out(port, 1, asked)).bodies()
    async with connected(port, AT_ONCE) as lines:
        for _ in range(rounds):
            load = Load()
            presses = [load.ask(line, hall.command("call_next", counter="1")) for line in lines]
            seconds.append(await timed(presses))
            winners.append(sum(status == OK for status, _ in load.answers))
            bodies = [json.loads(body) for status, body in load.answers if status == OK]
            for step in ("start_service", "finish_ticket"):
                await load.ask(
                    lines[0], hall.command(step, counter="1", ticket=bodies[0]["result"]["ticket"])
                )
    return winners, seconds
