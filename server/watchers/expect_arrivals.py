"""The clock -> numbers from home whose turn has come or whose time is over, and another code at the door."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from operator import attrgetter
from operator import is_ as is_same

from server.domain.hall import Hall
from server.domain.remote.commands import KeepRemote
from server.domain.remote.keeping import code_is_old, given_up, next_moment, turns_now
from server.journal import Recorded
from server.live_hall import LiveHall
from server.watchers.asking import AGAIN_AFTER, Asking

LONGEST = 60.0  # s: the clock itself may be corrected or proven meanwhile, and nobody says so
SEEN = attrgetter("config", "day", "tickets", "remote")  # all that the next moment depends on


class ExpectArrivals:
    """Sleeps until the next number from home is given up or the code is old; in most halls for ever."""

    def __init__(self, live: LiveHall, clock: Callable[[], datetime]) -> None:
        self._live, self._clock = live, clock
        self._asking = Asking(live, "remote")
        self._changed = asyncio.Event()
        self._seen: tuple[object, ...] = SEEN(live.hall)

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher; wakes only a hall that gives such numbers, or has some left."""
        seen, self._seen = self._seen, SEEN(hall)
        gives = hall.config is not None and hall.config.figures.remote_numbers
        if (gives or hall.remote.taken) and not all(map(is_same, seen, self._seen)):
            self._changed.set()

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            self._changed.clear()
            await self.look()
            with suppress(TimeoutError):
                async with asyncio.timeout(self.rest()):
                    await self._changed.wait()

    async def look(self) -> None:
        if self._is_due():
            await self._asking.ask(KeepRemote())

    def _is_due(self) -> bool:
        """By a clock that is not proven nobody is given up."""
        hall, now = self._live.hall, self._clock()
        if code_is_old(hall, now) or next(turns_now(hall), None) is not None:
            return True
        return self._live.sure() and next(given_up(hall, now), None) is not None

    def rest(self) -> float | None:
        """Seconds until there may be something to do; None: not before something happens."""
        moment = next_moment(self._live.hall)
        if moment is None:
            return None
        left = (moment - self._clock()).total_seconds()
        # Strictly after the moment; what is due and could not be done is tried again.
        return min(left + 0.001, LONGEST) if left >= 0 else AGAIN_AFTER if self._live.sure() else LONGEST
