"""The clock and the newest foresight -> what customers are promised, and which line is at risk.

The worker that runs the hall forward hands in what it sees (`take`); while nothing fresh is there, usual
times alone say it. So everybody who asks for a wait gets one, whatever became of the worker.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from server.domain.promises.commands import LookAhead
from server.domain.promises.nouns import Foresight
from server.insight.simple import by_usual_times
from server.live_hall import LiveHall
from server.watchers.asking import Asking

EVERY = 1.0  # s
REST = 15.0  # s: while nothing happens, time alone makes a promise old
STALE = timedelta(seconds=30)
SIMPLE_KEPT = timedelta(seconds=1)


class LookingAhead:
    """Keeps the newest foresight, and asks the hall to look ahead when something would follow."""

    def __init__(self, live: LiveHall, clock: Callable[[], datetime]) -> None:
        self._live, self._clock = live, clock
        self._asking = Asking(live, "promises")
        self._newest: Foresight | None = None
        self._simple: Foresight | None = None
        self._looked: tuple[int, Foresight | None] = (-1, None)  # at which hall, by what
        self._rested = 0.0

    def take(self, foresight: Foresight) -> None:
        """What the worker sees from now on."""
        self._newest = foresight

    def foresee(self) -> Foresight:
        """The worker's newest, or usual times where that is old; the same value within a second."""
        now = self._clock()
        if self._newest is not None and timedelta(0) <= now - self._newest.at < STALE:
            return self._newest
        if self._simple is None or not timedelta(0) <= now - self._simple.at < SIMPLE_KEPT:
            self._simple = by_usual_times(self._live.hall, now)
        return self._simple

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(EVERY)

    async def look(self) -> None:
        """By a clock that is not proven nothing is promised anew."""
        hall = self._live.hall
        if hall.config is None or not self._live.sure() or self._nothing_new():
            return
        await self._asking.ask(LookAhead(), patient=True)  # where nothing follows nothing is written

    def _nothing_new(self) -> bool:
        """Usual times say the same of the same hall, however often they are asked."""
        seq, foresight = self._live.hall.seq, self.foresee()
        known_seq, known = self._looked
        loop_time = asyncio.get_running_loop().time()
        same = seq == known_seq and (foresight is known or foresight.simple)
        if same and loop_time - self._rested < REST:
            return True
        self._looked, self._rested = (seq, foresight), loop_time
        return False
