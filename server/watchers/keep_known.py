"""The journal's place -> kept beside it, so that an older file in its place is noticed at the next start."""

import asyncio
from pathlib import Path

from server.live_hall import LiveHall
from server.safekeeping.known import Known, write_known

EVERY = 1.0  # s: what came in the last second before a crash is all that can be lost unseen


class KeepKnown:
    """Writes only what has changed; the journal itself never waits for it."""

    def __init__(self, live: LiveHall, data: Path, hall: str) -> None:
        self._live, self._data, self._hall = live, data, hall
        self._kept: Known | None = None

    async def run(self) -> None:
        while True:
            await self.look()
            await asyncio.sleep(EVERY)

    async def look(self) -> None:
        here = Known(hall=self._hall, epoch=self._live.hall.epoch, seq=self._live.hall.seq)
        if here != self._kept:
            await asyncio.to_thread(write_known, self._data, here)
            self._kept = here
