"""Where passwords are checked: one thread and a short queue each for who is known and for strangers.

A check takes 64 MiB and a core for a moment. Strangers' checks come at a pace that leaves the core to the
hall, and their queue is never in front of somebody who has been let in here before.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from server.live_hall import Overloaded

WAITING = 8
BURST = 8
A_SECOND = 1.0
T = TypeVar("T")


class Lane:
    """`busy` at once when the queue is full; `a_second` is None for no pace but the work's own."""

    def __init__(self, name: str, a_second: float | None = None) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self.a_second = a_second
        self._next = 0.0  # when the pace lets the next one in, in the loop's time
        self._waiting = 0

    async def run(self, work: Callable[[], T]) -> T:
        """Raises `Overloaded` when too many wait."""
        if self._waiting >= WAITING:
            raise Overloaded
        self._waiting += 1
        try:
            await self._in_turn()
            return await asyncio.get_running_loop().run_in_executor(self._pool, work)
        finally:
            self._waiting -= 1

    async def _in_turn(self) -> None:
        if self.a_second is None:
            return
        now = asyncio.get_running_loop().time()
        gap = 1 / self.a_second
        self._next = max(self._next, now - BURST * gap) + gap
        await asyncio.sleep(max(0.0, self._next - now))
