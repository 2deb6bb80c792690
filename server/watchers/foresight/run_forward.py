"""The line or a counter changes -> a process beside runs the hall forward, and its answer is handed on.

At most one run a second, one at least every quarter of a minute. One question is asked at a time, of the hall
as it is then, so that the newest always wins. While there is no answer, or an old one, `looking_ahead.py`
goes by usual times: nothing here ever keeps the hall waiting.
"""

import asyncio
import pickle
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from math import inf
from operator import attrgetter
from operator import is_ as is_same
from typing import Any, Protocol

from server.domain.config.figures import Figures
from server.domain.hall import Hall
from server.domain.line import Order
from server.domain.promises.levels import ends_of
from server.domain.promises.nouns import Foresight
from server.domain.proposals.nouns import Proposal
from server.insight.forward.board import board_of
from server.insight.forward.habits import Habits, usual_habits
from server.insight.forward.plan import Plan, usual_plan
from server.insight.forward.pressing import pressing, with_breaks_put_off
from server.insight.forward.question import LENGTH, Question, framed
from server.insight.forward.steps import WhatIf, candidates, with_who_is_asked_for
from server.journal import Recorded

WORKER = (sys.executable, "-P", "-m", "server.insight.forward.worker")
APART, AT_LEAST = 1.0, 15.0  # s between two runs
PROPOSES_EVERY = 15.0  # s
BEGINS_WITHIN, ANSWERS_WITHIN = 30.0, 10.0  # s; a process that is slower is taken for one that hangs
SEEN = attrgetter(
    "config", "tickets", "counters", "calls", "priority_run", "epoch", "roster"
)  # what boards are made of


class Live(Protocol):
    """A hall as it is now."""

    @property
    def hall(self) -> Hall: ...


OrderOf = Callable[[str], Callable[[Figures], Order] | None]


class RunForward:
    """`take` is given what is foreseen. `order_of` knows the order a policy goes by; one without has none.

    `answers_within`: so many seconds for the first answer of a process, and for every other.
    """

    def __init__(
        self,
        live: Live,
        clock: Callable[[], datetime],
        order_of: OrderOf,
        take: Callable[[Foresight], None],
        *,
        program: Sequence[str] = WORKER,
        answers_within: tuple[float, float] = (BEGINS_WITHIN, ANSWERS_WITHIN),
        apart: float = APART,
    ) -> None:
        self._live, self._clock, self._order_of, self._take = live, clock, order_of, take
        self._program, self._answers_within, self._apart = program, answers_within, apart
        self.habits: Callable[[Hall], Habits] = usual_habits
        self.plan: Callable[[Hall, datetime], Plan] = usual_plan
        self.propose: Callable[[datetime, tuple[Proposal, ...]], None] | None = None
        self._proposed = -inf
        self._child: Process | None = None
        self._changed = asyncio.Event()
        self._seen: tuple[object, ...] = ()

    @property
    def pid(self) -> int | None:
        return self._child.pid if self._child else None

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher."""
        seen, self._seen = self._seen, SEEN(hall)
        if len(seen) != len(self._seen) or not all(map(is_same, seen, self._seen)):
            self._changed.set()

    async def run(self) -> None:
        """Run until cancelled; raises when the process fails, to be taken up again later each time."""
        try:
            while True:
                self._changed.clear()
                question = self._question()
                if question is not None:
                    self._take(await self._ask(question))
                    await self._ask_what_if(question)
                    await asyncio.sleep(self._apart)
                with suppress(TimeoutError):
                    async with asyncio.timeout(AT_LEAST):
                        await self._changed.wait()
        finally:
            await self._bury()

    def _question(self) -> Question | None:
        hall, now = self._live.hall, self._clock()
        if hall.config is None or (order := self._order_of(hall.config.routing)) is None:
            return None
        figures = hall.config.figures
        board = board_of(hall, now, order(figures), self.plan(hall, now))
        return Question(
            board=board,
            habits=self.habits(hall),
            threshold=figures.remedy_threshold_seconds,
            ends=ends_of(hall.promises.levels),
        )

    async def _ask_what_if(self, question: Question) -> None:
        """Now and then, after what everybody waits for: what each step that can be taken would do."""
        now = asyncio.get_running_loop().time()
        if self.propose is None or now - self._proposed < PROPOSES_EVERY:
            return
        self._proposed = now
        hall = self._live.hall
        board = with_breaks_put_off(with_who_is_asked_for(question.board, hall), hall)
        asked = WhatIf(
            board=board,
            habits=question.habits,
            threshold=question.threshold,
            changes=(*candidates(hall), *pressing(hall, board)),
        )
        self.propose(question.board.at, await self._ask(asked))

    async def _ask(self, question: Question | WhatIf) -> Any:
        within = self._answers_within[self._child is not None]
        if self._child is None:
            self._child = await asyncio.create_subprocess_exec(
                *self._program, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
            )
        asked, answers = self._child.stdin, self._child.stdout
        assert asked is not None
        assert answers is not None
        async with asyncio.timeout(within):
            asked.write(framed(question))
            await asked.drain()
            (length,) = LENGTH.unpack(await answers.readexactly(LENGTH.size))
            return pickle.loads(await answers.readexactly(length))

    async def _bury(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            with suppress(ProcessLookupError):
                child.kill()
            await child.wait()
