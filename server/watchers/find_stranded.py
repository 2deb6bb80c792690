"""A counter pauses or closes, its business changes -> whom nobody can call any more is told and goes back."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from operator import attrgetter
from operator import is_ as is_same

from server.domain.equipment.commands import ClearAlert, RaiseAlert
from server.domain.equipment.events import CallShown, CallSpoken, SlipMoved, SlipQueued
from server.domain.hall import Hall
from server.domain.queue.commands import FreeTicket
from server.domain.queue.events import ServiceStarted, TicketFinished
from server.domain.queue.stranded import BY_NOBODY, FOR_A_PAUSED, stranded, to_free
from server.journal import Recorded
from server.live_hall import LiveHall
from server.watchers.asking import Asking

EVERY = 5.0  # s: a pause grows long with the time alone
# What changes neither who waits nor which counters work.
OF_NO_LINE = frozenset({ServiceStarted, TicketFinished, CallShown, CallSpoken, SlipQueued, SlipMoved})
OWN = (FOR_A_PAUSED, BY_NOBODY)
SEEN = attrgetter("config", "tickets", "counters", "alerts")  # all that a look depends on, but for the time


class FindStranded:
    """Looks at once after every change of what it sees, and every few seconds."""

    def __init__(self, live: LiveHall, clock: Callable[[], datetime]) -> None:
        self._live, self._clock = live, clock
        self._asking = Asking(live, "lines")
        self._changed = asyncio.Event()
        self._seen: tuple[object, ...] = ()

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher."""
        seen, self._seen = self._seen, SEEN(hall)
        same = len(seen) == len(self._seen) and all(map(is_same, seen, self._seen))
        if not same and any(type(r.event) not in OF_NO_LINE for r in recorded):
            self._changed.set()

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            self._changed.clear()
            await self.look()
            with suppress(TimeoutError):
                async with asyncio.timeout(EVERY):
                    await self._changed.wait()

    async def look(self) -> None:
        """Free whose time is over, then tell of those that are left: one alert for each cause."""
        for ticket in to_free(self._live.hall, self._clock()):
            await self._asking.ask(FreeTicket(ticket=ticket.id))
        hall = self._live.hall
        wanted = {f"{s.cause}/{s.subject}": s for s in stranded(hall, self._clock())}
        for alert, group in wanted.items():
            if alert not in hall.alerts:
                await self._asking.ask(RaiseAlert(kind=group.cause, subject=group.subject))
        for alert, known in hall.alerts.items():
            if known.kind in OWN and alert not in wanted:
                await self._asking.ask(ClearAlert(alert=alert))
