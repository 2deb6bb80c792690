"""A thread for what blocks, which does it in the order it was asked.

An executor's way there and back, with a future of its own and a lock around each, costs several times this.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")
Work = tuple[Callable[[], Any], "asyncio.Future[Any]", asyncio.AbstractEventLoop]


class OneThread:
    """What was asked is done to its end, whether anybody still waits for it or not."""

    def __init__(self, name: str) -> None:
        """A process that stops without `end` waits for nobody: nothing was promised to the unanswered."""
        self._name = name
        self._asked: SimpleQueue[Work | None] = SimpleQueue()
        self._thread: Thread | None = None

    async def do(self, work: Callable[[], T]) -> T:
        """What `work` returns or raises, done there."""
        if self._thread is None:  # when it is first needed
            self._thread = Thread(target=self._go_on, name=self._name, daemon=True)
            self._thread.start()
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()
        self._asked.put((work, answer, loop))
        return await answer

    def end(self) -> None:
        """When all that was asked is done."""
        if self._thread is not None:
            self._asked.put(None)
            self._thread.join()
            self._thread = None

    def _go_on(self) -> None:
        while (asked := self._asked.get()) is not None:
            work, answer, loop = asked
            result, error = _done(work)
            with suppress(RuntimeError):  # a loop that is closed waits for nothing
                loop.call_soon_threadsafe(_answer, answer, result, error)
            del asked, work, answer, result, error  # nothing is held while nothing is asked


def _done(work: Callable[[], Any]) -> tuple[Any, BaseException | None]:
    try:
        return work(), None
    except BaseException as error:  # noqa: BLE001  # it goes to who asked
        return None, error


def _answer(answer: "asyncio.Future[Any]", result: Any, error: BaseException | None) -> None:
    if answer.done():
        return  # nobody waits any more
    if error is not None:
        answer.set_exception(error)
    else:
        answer.set_result(result)
