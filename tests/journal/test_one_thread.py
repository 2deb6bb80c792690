"""What blocks is done in a thread of its own, in order, to its end."""

import asyncio
import threading

import pytest

from server.journal.one_thread import OneThread


async def test_all_is_done_in_one_thread_in_the_order_it_was_asked() -> None:
    thread, done = OneThread("test"), list[tuple[int, str]]()
    asked = [thread.do(lambda n=n: done.append((n, threading.current_thread().name))) for n in range(50)]  # type: ignore[misc]
    await asyncio.gather(*asked)
    thread.end()
    assert done == [(n, "test") for n in range(50)]


async def test_what_it_raises_comes_to_who_asked_and_the_next_is_done_all_the_same() -> None:
    thread = OneThread("test")
    with pytest.raises(ZeroDivisionError):
        await thread.do(lambda: 1 // 0)
    assert await thread.do(lambda: 7) == 7
    thread.end()


async def test_who_no_longer_waits_keeps_nothing_from_being_done() -> None:
    thread, may_go, done = OneThread("test"), threading.Event(), list[str]()
    loop = asyncio.get_running_loop()
    first = loop.create_task(thread.do(may_go.wait))
    second = loop.create_task(thread.do(lambda: done.append("second")))
    await asyncio.sleep(0)
    second.cancel()
    may_go.set()
    await first
    thread.end()
    assert done == ["second"]


async def test_it_can_be_asked_again_after_its_end() -> None:
    thread = OneThread("test")
    thread.end()
    assert await thread.do(lambda: 1) == 1
    thread.end()
    assert await thread.do(lambda: 2) == 2
    thread.end()
