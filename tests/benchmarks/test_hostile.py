"""C39: what a stranger without a token asks, again and again, is not felt at the kiosk."""

import asyncio
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

import pytest
import uvloop

from tests.benchmarks.hall import ServedHall
from tests.benchmarks.hostile import CONNECTIONS, KINDS
from tests.benchmarks.load import Connection, connected
from tests.benchmarks.processes import ROOT
from tests.benchmarks.report import Figure, Table

NUMBERS, ROUNDS = 20, 5
PACE = 0.02  # s
MOST = 2.0  # times what it was in the same run
SETTLED = 0.3  # s


@contextmanager
def hostile(port: int, kind: str, ticket: str) -> Iterator["subprocess.Popen[str]"]:
    """Stopped at first."""
    command = [sys.executable, "-m", "tests.benchmarks.hostile", str(port), kind, ticket]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        assert child.stdout.readline() == "now\n"
        child.send_signal(signal.SIGSTOP)
        try:
            yield child
        finally:
            child.kill()


async def _numbers(hall: ServedHall, line: Connection) -> list[float]:
    """Seconds that each took."""
    took = []
    for nth in range(NUMBERS):
        began = time.perf_counter()
        status, _ = await line.send(hall.issue(nth))
        took.append(time.perf_counter() - began)
        assert status == 200
        await asyncio.sleep(PACE)
    return took


async def _measured(hall: ServedHall, kind: str) -> tuple[float, float]:
    """Medians while it is quiet and while strangers ask, in turn, so that both see the same machine."""
    quiet: list[float] = []
    beside: list[float] = []
    port = hall.server.port
    async with connected(port, 1) as (line,):
        _, body = await line.send(hall.issue())
        ticket = json.loads(body)["result"]["ticket"]["token"]
        with hostile(port, kind, ticket) as stranger:
            for _ in range(ROUNDS):
                await asyncio.sleep(SETTLED)
                quiet += await _numbers(hall, line)
                stranger.send_signal(signal.SIGCONT)
                await asyncio.sleep(SETTLED)
                beside += await _numbers(hall, line)
                stranger.send_signal(signal.SIGSTOP)
    return median(quiet), median(beside)


@pytest.mark.parametrize("kind", [*KINDS, ""])
def test_strangers_are_not_felt_at_the_kiosk(table: Table, hall: ServedHall, kind: str) -> None:
    quiet, during = uvloop.run(_measured(hall, kind))
    table.add(
        Figure(
            part=f"{CONNECTIONS} connections without a token; a number every {PACE * 1e3:.0f} ms",
            what=f"issue_ticket, p50, beside: {kind or 'all kinds in turn'}",
            value=during * 1e3,
            unit="ms",
            raw=quiet * 1e3,
            raw_what="the same when quiet",
            bar=f"<= {MOST:.0f}x",
        )
    )
    assert during <= MOST * quiet
