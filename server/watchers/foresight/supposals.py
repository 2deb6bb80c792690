"""Who supposes something of the hall and waits for what would become of it: few at a time, and none for ever.

`RunForward` alone speaks with the process beside; it takes one from here between its own questions. Whatever
becomes of it, everybody who waits is answered: by what was reckoned, or by why it cannot be said now.
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from server.domain.proposals.refusals import NOT_RECKONED_NOW, OTHERS_SUPPOSE, SUPPOSED_ANEW
from server.domain.proposals.supposed import Supposed
from server.domain.refusals import Refused
from server.domain.views.overview.what_if import Compared

AT_A_TIME = 2  # askers of a hall
ANSWERED_WITHIN = 2.0  # s


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposal:
    """One that somebody waits for."""

    supposed: tuple[Supposed, ...]
    future: asyncio.Future[Compared] = field(repr=False)

    def answer(self, compared: Compared) -> None:
        """Nobody may wait for it any more."""
        if not self.future.done():
            self.future.set_result(compared)

    def refuse(self, why: Refused) -> None:
        if not self.future.done():
            self.future.set_exception(why)


class Supposals:
    """`stir`: called when one comes; `within`: so many seconds somebody waits for an answer."""

    def __init__(self, stir: Callable[[], None], within: float = ANSWERED_WITHIN) -> None:
        self._stir, self.within = stir, within
        self._open: dict[str, Supposal] = {}  # by who asks, the oldest first
        self._waiting: list[Supposal] = []
        self._is_answered = False

    async def ask(self, by: str, supposed: Sequence[Supposed]) -> Compared:
        """Refused while nobody can answer, too many ask, or a newer question of the same person comes."""
        if not self._is_answered:
            raise NOT_RECKONED_NOW()
        if (older := self._open.pop(by, None)) is not None:
            older.refuse(SUPPOSED_ANEW())
        if len(self._open) >= AT_A_TIME:
            raise OTHERS_SUPPOSE()
        one = Supposal(supposed=tuple(supposed), future=asyncio.get_running_loop().create_future())
        self._open[by] = one
        self._waiting.append(one)
        self._stir()
        try:
            async with asyncio.timeout(self.within):
                return await one.future
        except TimeoutError:
            raise NOT_RECKONED_NOW() from None
        finally:
            one.future.cancel()
            if self._open.get(by) is one:
                del self._open[by]

    @contextmanager
    def answered(self) -> Iterator[None]:
        """Somebody takes them one by one while inside; whoever is left then is told that nobody does."""
        self._is_answered = True
        try:
            yield
        finally:
            self._is_answered = False
            self._waiting.clear()
            for one in self._open.values():
                one.refuse(NOT_RECKONED_NOW())

    def next(self) -> Supposal | None:
        """The oldest that somebody still waits for."""
        while self._waiting:
            one = self._waiting.pop(0)
            if not one.future.done():
                return one
        return None
