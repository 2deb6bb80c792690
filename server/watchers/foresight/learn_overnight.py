"""Days that are over -> what the hall has learned of them, beside the loop; and today's pace as it runs.

`habits` and `plan` are what a forward run goes by. Learning begins when a new day has, at the start of a
server, and when history was taken in; it goes in short portions and can be left at any of them: what was not
written is learned again.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from typing import Protocol

from sqlalchemy import Engine

from server.domain.config.config import HallConfig
from server.domain.config.hours import local
from server.domain.hall import Hall
from server.domain.queue.events import TicketFinished
from server.insight.forward.habits import Habits
from server.insight.forward.plan import Plan
from server.insight.learning.knowing import Learned
from server.insight.learning.lived import Worked
from server.insight.learning.pace import Pace
from server.insight.learning.pattern import Roster, plan_by, roster_of
from server.insight.rostered import plan_of
from server.journal import Recorded
from server.visits.keeping import Elsewhere
from server.visits.lessons import Lessons, learn, shape_of

log = logging.getLogger(__name__)

EVERY = 300.0  # s between two looks whether a day is over
PAUSE = 0.02  # s between two portions: whoever serves has the interpreter meanwhile


class Live(Protocol):
    """A hall as it is now."""

    @property
    def hall(self) -> Hall: ...


class LearnOvernight:
    """One thread at a time; until it has learned something a hall is as usual."""

    def __init__(self, live: Live, clock: Callable[[], datetime], engine: Engine) -> None:
        self._live, self._clock, self._engine = live, clock, engine
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="learning")
        self._learned, self._worked = Learned(), tuple[Worked, ...]()
        self._pace: Pace | None = None
        self._taught: tuple[date, str] | None = None
        self._roster: tuple[date, HallConfig, Roster] | None = None

    @property
    def days(self) -> int:
        """How many days were learned from."""
        return self._learned.days

    def habits(self, hall: Hall) -> Habits:
        return self._learned.habits(hall, self._clock(), self._pace_of(hall))

    def plan(self, hall: Hall, now: datetime) -> Plan:
        """By the roster, where somebody has planned the day."""
        return plan_of(hall, now, lambda hall, now: plan_by(self._roster_of(hall, now), hall, now))

    def on_commit(self, hall: Hall, recorded: Sequence[Recorded]) -> None:
        """The watcher."""
        for one in recorded:
            event = one.event
            if isinstance(event, TicketFinished) and (ticket := hall.ticket(event.ticket)) is not None:
                usual = self._learned.handled(ticket.leg.service)
                if usual is not None and self._pace is not None:
                    expected = usual * self._learned.pace(ticket.leg.staff or "")
                    self._pace = self._pace.with_one(event.at, event.handling_seconds, expected)

    async def run(self) -> None:
        """Learn until cancelled."""
        while True:
            await self.learn()
            await asyncio.sleep(EVERY)

    async def learn(self) -> None:
        """All that is over by now."""
        config, hall = self._live.hall.config, self._live.hall.id
        if config is None:
            return
        today = local(config, self._clock()).date()
        loop, lessons = asyncio.get_running_loop(), Lessons()
        db = await loop.run_in_executor(self._thread, self._engine.connect)
        try:
            taught = today, await loop.run_in_executor(self._thread, shape_of, db, hall, config)
            if taught == self._taught:
                return
            portions = learn(db, hall, config, today)
            while (known := await loop.run_in_executor(self._thread, next, portions, None)) is not None:
                lessons = known
                await asyncio.sleep(PAUSE)
        except Elsewhere:
            log.info("another process has learned of these days meanwhile")
            return
        finally:
            self._thread.submit(db.close)  # after what the thread may still be at
        await self._take(lessons)
        self._taught = taught

    async def close(self) -> None:
        """What is being written is written to its end."""
        await asyncio.to_thread(self._thread.shutdown)

    async def _take(self, lessons: Lessons) -> None:
        loop = asyncio.get_running_loop()
        learned = await loop.run_in_executor(self._thread, Learned, lessons.sums, lessons.days)
        self._learned, self._worked = learned, tuple(lessons.worked)
        self._pace, self._roster = None, None

    def _pace_of(self, hall: Hall) -> Pace:
        """After a start by what the hall has counted of today, as if it had all just been."""
        if self._pace is None:
            now, pace = self._clock(), Pace()
            runs = hall.config is not None and hall.day == local(hall.config, now).date()
            for service, tally in hall.tallies.items() if runs else ():
                usual = self._learned.handled(service)
                if usual is not None:
                    pace = pace.with_one(now, tally.handled_seconds, usual * tally.finished, tally.finished)
            self._pace = pace
        return self._pace

    def _roster_of(self, hall: Hall, now: datetime) -> Roster:
        config = hall.setup
        day = local(config, now).date()
        if self._roster is None or self._roster[0] != day or self._roster[1] is not config:
            self._roster = day, config, roster_of(self._worked, config, day)
        return self._roster[2]
