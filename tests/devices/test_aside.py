"""Work that never returns hangs nobody else, and leaves few threads behind."""

import asyncio
import threading

import pytest

from server.devices.aside import MOST_HUNG, Aside
from tests.patience import PATIENCE, patience, until


async def test_what_is_done_aside_comes_back_with_its_result_or_its_failure() -> None:
    aside = Aside("x", within=PATIENCE)
    assert await aside.do(lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        await aside.do(lambda: 1 // 0)
    with pytest.raises(RuntimeError, match="StopIteration"):
        await aside.do(lambda: next(iter(())))


async def test_what_hangs_is_left_behind_and_the_next_has_a_thread_of_its_own() -> None:
    let_go = threading.Event()
    aside = Aside("x", within=0.02)
    with pytest.raises(TimeoutError):
        await aside.do(let_go.wait)
    aside._within = 20.0
    assert await aside.do(lambda: 7) == 7
    let_go.set()


async def test_no_more_than_a_few_are_left_behind_until_they_end() -> None:
    let_go, begun = threading.Event(), list[int]()

    def hang() -> None:
        begun.append(1)
        let_go.wait()

    aside = Aside("x", within=0.02)
    for _ in range(MOST_HUNG + 3):
        with pytest.raises(TimeoutError):
            await aside.do(hang)
    assert len(begun) == MOST_HUNG
    let_go.set()
    await until(lambda: not any(thread.is_alive() for thread in aside._hung))
    aside._within = 20.0
    assert await aside.do(lambda: 7) == 7


async def test_a_pool_that_others_use_loses_no_thread() -> None:
    let_go = threading.Event()
    asides = [Aside(str(n), within=0.01) for n in range(12)]  # more than such a pool has here
    for aside in asides:
        with pytest.raises(TimeoutError):
            await aside.do(let_go.wait)
    async with patience():
        assert await asyncio.to_thread(lambda: 7) == 7
    let_go.set()


async def test_who_no_longer_waits_is_told_nothing() -> None:
    let_go, aside = threading.Event(), Aside("x", within=PATIENCE)
    waiting = asyncio.get_running_loop().create_task(aside.do(let_go.wait))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    let_go.set()
    await until(lambda: not aside._hung[0].is_alive())
