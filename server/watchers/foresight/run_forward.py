"""The line or a counter changes -> a process beside runs the hall forward, and its answer is handed on.

At most one run a second, at least one every quarter of a minute. One question is asked at a time, of the hall
as it is then, so that the newest always wins; who supposes something (`supposals.py`) is answered between.
While there is no answer, or an old one, `looking_ahead.py` goes by usual times: nothing here ever keeps the
hall waiting.
"""

import asyncio
import pickle
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
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
from server.domain.proposals.refusals import NOT_KNOWN_ENOUGH
from server.domain.proposals.supposing import require_possible
from server.domain.refusals import Refused
from server.insight.forward.board import board_of
from server.insight.forward.habits import Habits, usual_habits
from server.insight.forward.plan import Plan, usual_plan
from server.insight.forward.pressing import pressing, with_breaks_put_off
from server.insight.forward.question import LENGTH, Question, framed
from server.insight.forward.steps import WhatIf, candidates, with_who_is_asked_for
from server.insight.forward.supposing import Supposing, asked
from server.journal import Recorded
from server.watchers.foresight.supposals import Supposals

WORKER = (sys.executable, "-P", "-m", "server.insight.forward.worker")
APART, AT_LEAST = 1.0, 15.0  # s between two runs
PROPOSES_EVERY = 15.0  # s
AT_ONCE = 8  # steps in one question, so that nobody who supposes something waits for all of them
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
        self._stirred = asyncio.Event()  # a change, or somebody who supposes something
        self.supposals = Supposals(self._stirred.set)
        self._seen: tuple[object, ...] = ()

    @property
    def pid(self) -> int | None:
        return self._child.pid if self._child else None

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher."""
        seen, self._seen = self._seen, SEEN(hall)
        if len(seen) != len(self._seen) or not all(map(is_same, seen, self._seen)):
            self._changed.set()
            self._stirred.set()

    async def run(self) -> None:
        """Run until cancelled; raises when the process fails, to be taken up again later each time."""
        with self.supposals.answered():
            try:
                while True:
                    self._changed.clear()
                    question = self._question()
                    if question is not None:
                        self._take(await self._ask(question))
                        await self._answer_supposals()
                        await self._ask_what_if(question)
                        await self._rest(self._apart, or_change=False)
                    await self._rest(AT_LEAST, or_change=True)
            finally:
                await self._bury()

    async def _rest(self, seconds: float, *, or_change: bool) -> None:
        """So long, or until the hall is another; whoever supposes something is answered meanwhile."""
        loop = asyncio.get_running_loop()
        ends = loop.time() + seconds
        while (left := ends - loop.time()) > 0 and not (or_change and self._changed.is_set()):
            with suppress(TimeoutError):
                async with asyncio.timeout(left):
                    await self._stirred.wait()
            self._stirred.clear()
            await self._answer_supposals()

    async def _answer_supposals(self) -> None:
        while (one := self.supposals.next()) is not None:
            question = self._question()
            if question is None:
                one.refuse(NOT_KNOWN_ENOUGH())
                continue
            hall = self._live.hall
            try:
                require_possible(hall, one.supposed)  # it may be another hall by now
                supposing = asked(hall, question.board.at, question.board, question.habits, one.supposed)
            except Refused as no:
                one.refuse(no)
            else:
                one.answer(await self._ask(supposing))

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
        hall, effects = self._live.hall, list[Proposal]()
        board = with_breaks_put_off(with_who_is_asked_for(question.board, hall), hall)
        what_if = WhatIf(
            board=board,
            habits=question.habits,
            threshold=question.threshold,
            changes=(),
        )
        steps = (*candidates(hall), *pressing(hall, board))
        for first in range(0, len(steps), AT_ONCE):
            known = await self._ask(replace(what_if, changes=steps[first : first + AT_ONCE]))
            if not known:
                break  # everybody will be called in time anyhow
            effects += known
            await self._answer_supposals()
        self.propose(question.board.at, tuple(effects))

    async def _ask(self, question: Question | WhatIf | Supposing) -> Any:
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
