"""How late the loop is while a process beside runs the hall forward, and while none does, turn about.

Forty wait and the line changes every second, which is as often as it is asked.
"""

import asyncio
import os
from dataclasses import replace
from time import perf_counter, thread_time

import numpy as np

from server.domain.hall import Hall
from server.domain.promises.nouns import Foresight
from server.routing import fair_share
from server.watchers.foresight.run_forward import RunForward
from tests.benchmarks.report import Figure, Table
from tests.insight.waiting_halls import NOW, hall, line

TURNS, SECONDS = int(os.environ.get("HALLQUEUE_TURNS", "3")), 4.0
TICK, CHANGES = 0.005, 1.0
PART = "waits: the loop beside the process that runs forward, 40 waiting"


class Standing:
    """A hall in which something has changed again and again."""

    def __init__(self) -> None:
        calls = {"1": "AD", "2": "AD", "3": "ABCD", "4": "BC", "5": "B+C", "6": "A"}
        self.hall: Hall = hall(calls, [*line("A", 20), *line("B", 6), *line("C", 6), *line("D", 8)])

    def change(self) -> None:
        self.hall = replace(self.hall, tickets=dict(self.hall.tickets))


async def late(seconds: float) -> list[float]:
    """By how much each tick of these seconds was."""
    lags, ends = list[float](), perf_counter() + seconds
    while (began := perf_counter()) < ends:
        await asyncio.sleep(TICK)
        lags.append(perf_counter() - began - TICK)
    return lags


async def with_worker(standing: Standing, seen: list[Foresight], seconds: float) -> tuple[list[float], float]:
    """And the thread's CPU."""
    first = asyncio.Event()

    def take(foresight: Foresight) -> None:
        seen.append(foresight)
        first.set()

    forward = RunForward(standing, lambda: NOW, lambda _: fair_share.order, take, apart=CHANGES)

    async def changes() -> None:
        while True:
            standing.change()
            forward.on_commit(standing.hall, ())
            await asyncio.sleep(CHANGES)

    async with asyncio.TaskGroup() as tasks:
        at_work = [tasks.create_task(forward.run()), tasks.create_task(changes())]
        await first.wait()  # the process has begun
        began = thread_time()
        lags = await late(seconds)
        spent = thread_time() - began
        for task in at_work:
            task.cancel()
    return lags, spent


def test_the_loop_is_no_later_than_without(table: Table) -> None:
    async def turns() -> tuple[list[float], list[float], int, float]:
        alone, beside, seen, cpu = list[float](), list[float](), list[Foresight](), 0.0
        for _ in range(TURNS):
            began = thread_time()
            alone += await late(SECONDS)
            cpu -= thread_time() - began
            lags, spent = await with_worker(Standing(), seen, SECONDS)
            beside += lags
            cpu += spent
        return alone, beside, len(seen), cpu

    alone, beside, runs, cpu = asyncio.run(turns())
    for share in (95, 99):
        without = 1000 * float(np.percentile(alone, share))
        table.add(
            Figure(
                part=PART,
                what=f"the loop's lag, p{share}",
                value=1000 * float(np.percentile(beside, share)),
                unit="ms",
                raw=without,
                raw_what="without the process, same run",
                bar="≤ without" if share == 99 else "",
                note=f"{runs} runs in {TURNS * SECONDS:.0f} s",
            )
        )
    table.add(Figure(part=PART, what="the loop's own CPU a run", value=1000 * cpu / runs, unit="ms"))
    assert runs >= TURNS
