"""The journal's place -> kept beside it, so that an older file in its place is noticed at the next start."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from server.live_hall import LiveHall
from server.safekeeping.known import Known, write_known

EVERY = 1.0  # s: what came in the last second before a crash is all that can be lost unseen


class KeepKnown:
    """Writes only what has changed; the journal itself never waits for it."""

    def __init__(
        self,
        live: LiveHall,
        data: Path,
        hall_of: Callable[[], Awaitable[str]],
        last_of: Callable[[int], Awaitable[str]],
    ) -> None:
        """`hall_of` names the hall, which a new one has no name for before its first event.

        `last_of` tells the event at a place from any other.
        """
        self._live, self._data, self._hall_of, self._last_of = live, data, hall_of, last_of
        self._hall = ""
        self._kept: Known | None = None

    async def run(self) -> None:
        while True:
            await self.look()
            await asyncio.sleep(EVERY)

    async def look(self) -> None:
        if not self._live.hall.seq:
            return
        self._hall = self._hall or await self._hall_of()
        known = Known(hall=self._hall, epoch=self._live.hall.epoch, seq=self._live.hall.seq)
        if known != self._kept:
            kept = replace(known, last=await self._last_of(known.seq))
            await asyncio.to_thread(write_known, self._data, kept)
            self._kept = known
