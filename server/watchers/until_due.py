"""The clock -> something that is due: asleep until the moment, or until what it depends on changes."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from operator import is_ as is_same

from server.domain.hall import Hall
from server.journal import Recorded
from server.live_hall import LiveHall
from server.watchers.asking import AGAIN_AFTER, Asking

LONGEST = 60.0  # s: the clock itself may be corrected or proven meanwhile, and nobody says so


class UntilDue(ABC):
    """A watcher says what it `sees` of a hall, when something is due next, and what it does then (`look`)."""

    def __init__(
        self,
        live: LiveHall,
        clock: Callable[[], datetime],
        name: str,
        sees: Callable[[Hall], tuple[object, ...]],
    ) -> None:
        self._live, self._clock = live, clock
        self._asking = Asking(live, name)
        self._sees = sees
        self._changed = asyncio.Event()
        self._seen = sees(live.hall)

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher."""
        seen, self._seen = self._seen, self._sees(hall)
        if self.concerns(hall) and not all(map(is_same, seen, self._seen)):
            self._changed.set()

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            self._changed.clear()
            await self.look()
            with suppress(TimeoutError):
                async with asyncio.timeout(self.rest()):
                    await self._changed.wait()

    def rest(self) -> float | None:
        """Seconds until there may be something to do; None: not before something happens."""
        moment = self.next_moment(self._live.hall)
        if moment is None:
            return None
        left = (moment - self._clock()).total_seconds()
        # Strictly after the moment; what is due and could not be done is tried again.
        return min(left + 0.001, LONGEST) if left >= 0 else AGAIN_AFTER if self._live.sure() else LONGEST

    def concerns(self, hall: Hall) -> bool:
        """Whether a change of what it sees can make anything due."""
        return True

    @abstractmethod
    def next_moment(self, hall: Hall) -> datetime | None:
        """When something is due next; None: not before something happens."""

    @abstractmethod
    async def look(self) -> None:
        """Do what is due."""
