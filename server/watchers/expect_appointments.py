"""The clock -> who has not come to an appointment is expected no longer, and their time is free again."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from operator import attrgetter
from operator import is_ as is_same

from server.domain.appointments.commands import LapseAppointments
from server.domain.appointments.rules import lapsed, next_lapse
from server.domain.hall import Hall
from server.journal import Recorded
from server.live_hall import LiveHall
from server.watchers.asking import AGAIN_AFTER, Asking

LONGEST = 60.0  # s: the clock itself may be corrected or proven meanwhile, and nobody says so
SEEN = attrgetter("config", "appointments")  # all that the next moment depends on


class ExpectAppointments:
    """Sleeps until the next appointment is over; while none is, until somebody books."""

    def __init__(self, live: LiveHall, clock: Callable[[], datetime]) -> None:
        self._live, self._clock = live, clock
        self._asking = Asking(live, "appointments")
        self._changed = asyncio.Event()
        self._seen: tuple[object, ...] = SEEN(live.hall)

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher."""
        seen, self._seen = self._seen, SEEN(hall)
        if not all(map(is_same, seen, self._seen)):
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
        """By a clock that is not proven nobody is given up."""
        if self._live.sure() and lapsed(self._live.hall, self._clock()):
            await self._asking.ask(LapseAppointments())

    def rest(self) -> float | None:
        """Seconds until there may be something to do; None: not before something happens."""
        moment = next_lapse(self._live.hall)
        if moment is None:
            return None
        left = (moment - self._clock()).total_seconds()
        # Strictly after the moment; what is due and could not be done is tried again.
        return min(left + 0.001, LONGEST) if left >= 0 else AGAIN_AFTER if self._live.sure() else LONGEST
