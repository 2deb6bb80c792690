"""The loop of the tests that wait keeps the order and the length of every wait, and waits for none."""

import asyncio
import socket
from time import process_time

import pytest

pytestmark = pytest.mark.virtual_time


async def test_a_day_passes_at_once_and_in_order() -> None:
    loop, seen = asyncio.get_running_loop(), list[str]()

    async def sleeper(name: str, seconds: float) -> None:
        await asyncio.sleep(seconds)
        seen.append(f"{name} {loop.time() - began:.1f}")

    began, spent = loop.time(), process_time()
    async with asyncio.TaskGroup() as group:
        for name, seconds in (("night", 43_200.0), ("blink", 0.1), ("day", 86_400.0), ("hour", 3_600.0)):
            group.create_task(sleeper(name, seconds))
    assert seen == ["blink 0.1", "hour 3600.0", "night 43200.0", "day 86400.0"]
    assert process_time() - spent < 60  # of two days


async def test_a_timeout_comes_when_it_is_due_and_not_while_somebody_works() -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(30):
            await asyncio.sleep(31)
    async with asyncio.timeout(30):
        for _ in range(1000):
            await asyncio.sleep(0)


async def test_who_is_woken_by_a_pipe_needs_no_time() -> None:
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    with theirs:
        reader, writer = await asyncio.open_connection(sock=ours)
        loop.call_later(5, theirs.sendall, b"x")
        assert await reader.read(1) == b"x"
        assert loop.time() >= 5
        writer.close()
        await writer.wait_closed()
