"""A process beside runs the hall forward: killed, hung, slow, babbling, and nobody ever waits for it."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pytest

from server.domain.hall import Hall
from server.domain.promises.nouns import Foresight
from server.domain.views.parts import Until
from server.insight.forward.worker import NICE
from server.low_priority import LOW_PRIORITY, NO
from server.plugins import order
from server.watchers.foresight.run_forward import RunForward
from tests.hall_here import HereHall
from tests.insight.waiting_halls import NOW, busy, hall, line
from tests.patience import PATIENCE, patience, until

FULL = busy(hall({"1": "AD", "2": "A"}, line("A", 6)), "1", "A", 60)
SILENT = (sys.executable, "-c", "import time; time.sleep(1000)")
BABBLING = (sys.executable, "-c", "print('hello, ' * 1000)")
NO_PROGRAM = (sys.executable, "-c", "raise SystemExit(3)")


@dataclass
class Stand:
    hall: Hall


def clock() -> datetime:
    return NOW


@asynccontextmanager
async def looking(ahead: RunForward) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.get_running_loop().create_task(ahead.run())
    try:
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, OSError, EOFError, TimeoutError):
            await task


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def told(answers: list[Foresight], **more: Any) -> tuple[Stand, RunForward]:
    stand = Stand(FULL)
    return stand, RunForward(stand, clock, order, answers.append, **more)


async def test_it_answers_again_after_it_was_killed_and_when_it_hung(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Killed, stopped: the part ends with an error, and whoever takes it up again has a new process."""
    monkeypatch.delenv(LOW_PRIORITY)
    answers: list[Foresight] = []
    stand, forward = told(answers, answers_within=(PATIENCE, PATIENCE), apart=0.0)
    async with patience(), looking(forward) as task:
        await until(lambda: answers)
        assert answers[-1].tickets.keys() == {f"A00{n}" for n in range(1, 7)}
        pid = forward.pid
        assert pid is not None
        if hasattr(os, "getpriority"):
            assert os.getpriority(os.PRIO_PROCESS, pid) >= NICE
        monkeypatch.setenv(LOW_PRIORITY, NO)
        os.kill(pid, signal.SIGKILL)
        stand.hall = replace(FULL, seq=1, calls={"A": 1})
        forward.on_commit(stand.hall, ())
        with pytest.raises((EOFError, OSError)):
            await task
    _, forward = told(answers, answers_within=(PATIENCE, 0.2), apart=0.0)
    async with patience(), looking(forward) as task:
        await until(lambda: len(answers) > 1)
        pid = forward.pid
        assert pid is not None
        os.kill(pid, signal.SIGSTOP)
        forward.on_commit(replace(FULL, seq=2, calls={"A": 2}), ())
        with pytest.raises(TimeoutError):
            await task
        assert is_gone(pid)


@pytest.mark.parametrize(
    ("program", "error"),
    [(SILENT, TimeoutError), (BABBLING, (TimeoutError, EOFError)), (NO_PROGRAM, (EOFError, OSError))],
)
async def test_a_process_that_does_not_answer_ends_and_leaves_nothing(
    program: tuple[str, ...], error: type[Exception] | tuple[type[Exception], ...]
) -> None:
    answers: list[Foresight] = []
    _, forward = told(answers, program=program, answers_within=(0.5, 0.5))
    async with patience():
        with pytest.raises(error):
            await forward.run()
    assert forward.pid is None
    assert answers == []


async def test_where_a_policy_says_no_order_nothing_is_asked() -> None:
    forward = RunForward(Stand(FULL), clock, lambda name: None, [].append, program=SILENT)
    async with looking(forward):
        await asyncio.sleep(0)
        assert forward.pid is None


async def test_what_is_no_matter_of_the_line_asks_for_nothing() -> None:
    _, forward = told([], program=SILENT)
    forward.on_commit(FULL, ())
    assert forward._changed.is_set()
    forward._changed.clear()
    forward.on_commit(replace(FULL, seq=9, recent=()), ())
    assert not forward._changed.is_set()
    forward.on_commit(replace(FULL, tickets=dict(FULL.tickets)), ())
    assert forward._changed.is_set()


async def test_a_hall_shows_what_was_foreseen_and_usual_times_when_that_is_old(hall: HereHall) -> None:
    """Q01, Q03: a wait has two ends; half a minute after the process died it has one figure."""
    service = hall.hall.setup.services[0]
    await hall.do("open_counter", counter="1")
    for _ in range(6):
        await hall.issue(service.id)
    await hall.called("1")
    house = hall.house
    async with patience(), looking(house.run_forward):
        await until(lambda: not house.looking_ahead.foresee().simple)
    hall.clock.move(seconds=2)
    foreseen = house.views.waits()[service.queue]
    assert isinstance(foreseen, Until)
    assert 0 < foreseen.low < foreseen.high
    hall.clock.move(seconds=31)
    estimated = house.views.waits()[service.queue]
    assert isinstance(estimated, Until)
    assert estimated.low == estimated.high
