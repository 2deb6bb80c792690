"""Work that may never return: in a thread of its own, left behind if it hangs.

The pool that all share has few threads: a hung disk or driver in it, again and again, would stop the hall.
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

T = TypeVar("T")

MOST_HUNG = 4  # threads one owner leaves behind before it waits for the first of them


class Aside:
    """One for each device: what hangs there costs nobody else a thread.

    TimeoutError after `within` seconds.
    """

    def __init__(self, name: str, within: float) -> None:
        self._name, self._within = name, within
        self._hung: list[threading.Thread] = []

    async def do(self, work: Callable[[], T]) -> T:
        self._hung = [thread for thread in self._hung if thread.is_alive()]
        if len(self._hung) >= MOST_HUNG:
            raise TimeoutError(f"{self._name} hangs")
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()

        def settle(note: Callable[[], Any]) -> None:
            if not done.done():  # else it was given up meanwhile
                note()

        def live() -> None:
            try:
                note = partial(done.set_result, work())
            except BaseException as failed:  # noqa: BLE001  # raised again where somebody waits
                note = partial(done.set_exception, _carried(failed))
            with contextlib.suppress(RuntimeError):  # the loop is gone, and with it whoever would listen
                loop.call_soon_threadsafe(settle, note)

        thread = threading.Thread(target=live, name=self._name, daemon=True)
        self._hung.append(thread)  # until it has ended, also if whoever waits is cancelled
        thread.start()
        async with asyncio.timeout(self._within):
            return await done


def _carried(failed: BaseException) -> BaseException:
    """A future takes no StopIteration."""
    return RuntimeError(repr(failed)) if isinstance(failed, StopIteration) else failed
