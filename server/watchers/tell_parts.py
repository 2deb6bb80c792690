"""A part of the server fails -> an alert in words, until it has run well for a while."""

import asyncio
from contextlib import suppress

from server.domain.equipment.commands import ClearAlert, RaiseAlert
from server.live_hall import LiveHall
from server.supervisor import Part, Supervisor
from server.watchers.asking import Asking

EVERY = 5.0  # s: a part recovers with the time alone
KIND = "part_failed"


def alert_of(part: Part) -> str:
    return f"{KIND}/{subject_of(part)}"


def subject_of(part: Part) -> str:
    return f"{part.kind}:{part.subject}" if part.subject else part.kind


class TellParts:
    """Raises one alert for each part in trouble, clears those of parts that are not."""

    def __init__(self, live: LiveHall, parts: Supervisor, every: float = EVERY) -> None:
        self._live, self._parts, self._every = live, parts, every
        self._asking = Asking(live, "parts")

    async def run(self) -> None:
        """Tell until cancelled."""
        while True:
            self._parts.changed.clear()
            await self.look()
            with suppress(TimeoutError):
                async with asyncio.timeout(self._every):
                    await self._parts.changed.wait()

    async def look(self) -> None:
        """One round."""
        wanted = {alert_of(part): part for part in self._parts.in_trouble()}
        for alert, part in wanted.items():
            if alert not in self._live.hall.alerts:
                await self._asking.ask(RaiseAlert(kind=KIND, subject=subject_of(part)))
        for alert in [i for i, a in self._live.hall.alerts.items() if a.kind == KIND]:
            if alert not in wanted:
                await self._asking.ask(ClearAlert(alert=alert))
