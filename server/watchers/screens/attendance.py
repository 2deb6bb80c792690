"""Which devices are connected and which were last seen when; written down once a minute, never in the way."""

import asyncio
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Protocol

from server.access.actors import Actor
from server.access.seen import Seen, SeenDevices

EVERY = 60.0  # s


class Connected(Protocol):
    """A connected screen, as far as it matters here."""

    @property
    def actor(self) -> Actor: ...
    @property
    def build(self) -> str: ...
    @property
    def address(self) -> str: ...


class Attendance:
    """`here` are the screens connected now."""

    def __init__(
        self, kept: SeenDevices, connected: Collection[Connected], clock: Callable[[], datetime]
    ) -> None:
        self.every = EVERY
        self._kept, self._connected, self._clock = kept, connected, clock
        self._unwritten: dict[str, Seen] = {}

    def went(self, screen: Connected) -> None:
        """A screen hung up: it was here until now."""
        if (device := device_of(screen.actor)) is not None:
            self._unwritten[device] = self._sighting(device, screen)

    async def run(self) -> None:
        """Write until cancelled."""
        while True:
            await asyncio.sleep(self.every)
            await self.write()

    async def write(self) -> None:
        sightings = self._unwritten | self._now()
        self._unwritten = {}
        if sightings:
            await asyncio.to_thread(self._kept.keep, tuple(sightings.values()))

    async def seen(self) -> Mapping[str, Seen]:
        """The newest of each device, written or not."""
        return {**await asyncio.to_thread(self._kept.by_device), **self._unwritten, **self._now()}

    def _now(self) -> dict[str, Seen]:
        named = ((device_of(screen.actor), screen) for screen in self._connected)
        return {device: self._sighting(device, screen) for device, screen in named if device is not None}

    def _sighting(self, device: str, screen: Connected) -> Seen:
        return Seen(device_id=device, seen_at=self._clock(), build=screen.build, address=screen.address)


def device_of(actor: Actor) -> str | None:
    """The id in the list of devices; None for people and for the program's own parts."""
    return actor.id.partition(":")[2] if actor.kind in ("device", "script") else None
