"""What happened -> the whole hall put by now and then, so that the next start replays little.

Beside the loop and outside every commit: no command waits for it. A start without any is only slower.
"""

import asyncio
import logging

from server.domain.hall import Hall
from server.domain.queue.events import DayOpened
from server.journal import Recorded, StorageFailed
from server.journal.snapshots import is_due, kept_since, taken
from server.live_hall import LiveHall

log = logging.getLogger(__name__)


class KeepSnapshots:
    """Every few hundred events, when a day opens, and when the house is closed."""

    def __init__(self, live: LiveHall) -> None:
        self._live = live
        self._due = asyncio.Event()
        self._since, self._size, self._kept = 0, 0, -1

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        self._since += len(recorded)
        if is_due(self._since, self._size) or any(isinstance(r.event, DayOpened) for r in recorded):
            self._due.set()

    async def run(self) -> None:
        while True:
            await self._due.wait()
            self._due.clear()
            await self.keep()

    async def keep(self) -> None:
        """A disk that does not take it takes no commands either, and that is told; the next is due soon."""
        hall = self._live.hall
        self._since = 0
        if hall.seq == self._kept:
            return
        snapshot = await asyncio.to_thread(taken, hall)
        try:
            await self._live.journal.keep(snapshot, kept_since(hall))
        except StorageFailed as why:
            log.warning("no snapshot of the hall could be kept: %s", why)
            return
        self._size, self._kept = len(snapshot.body), hall.seq
