"""The clock -> the ladder -> remedies -> commands: each rung once a visit, whatever happens in between."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import ModuleType

from server.domain.care.commands import ReachRung
from server.domain.care.ladder import Reached, next_moment, reached
from server.domain.command import Command
from server.domain.config.hours import local
from server.domain.hall import Hall
from server.domain.refusals import Refused
from server.journal import StorageFailed
from server.live_hall import LiveHall, Overloaded
from server.plugins import plugins
from server.supervisor import Part, Supervisor

ACTOR = "system:over-wait"
PART = Part(kind="over-wait")
EVERY = 0.5  # s: a rung is told within a second of being passed


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """In this hall no rung is reached from `since` to `until`, or to the end of that day."""

    hall: Hall
    since: datetime
    until: datetime | None

    def holds(self, hall: Hall, now: datetime) -> bool:
        if hall is not self.hall or now < self.since or (self.until is not None and now > self.until):
            return False
        config = hall.config  # another day may have another ladder
        return config is None or local(config, now).date() == local(config, self.since).date()


class OverWait:
    """Asks in the order of the rungs; noticing comes last, so that nothing is skipped.

    While nothing happens it does not look at the tickets again before the next rung's moment.
    """

    def __init__(
        self, live: LiveHall, clock: Callable[[], datetime], parts: Supervisor | None = None
    ) -> None:
        self._live, self._clock, self._parts = live, clock, parts or Supervisor()
        self._remedies: Mapping[str, ModuleType] = plugins("remedies")
        self._quiet: Hall | None = None  # nothing was reached in it at the last look
        self._rest: Rest | None = None

    async def run(self) -> None:
        """Attend until cancelled."""
        while True:
            await self.attend()
            await asyncio.sleep(EVERY)

    async def attend(self) -> None:
        """Do what each rung reached by now asks; a crash halfway and a second run do nothing twice."""
        hall, now = self._live.hall, self._clock()
        if self._rest is not None and self._rest.holds(hall, now):
            return
        due = list(reached(hall, now))
        # Reckoned at the second look at the same hall: in a busy one there is none.
        again, self._quiet = hall is self._quiet, None if due else hall
        self._rest = Rest(hall=hall, since=now, until=next_moment(hall, now)) if again and not due else None
        for passed in due:
            if not self._live.knows_since(passed.ticket.clock_from):
                continue  # a wait by a clock that may be wrong earns nothing yet
            with self._parts.alone(PART):
                await self._do(passed)

    async def _do(self, reached: Reached) -> None:
        ticket, rung = reached.ticket, reached.rung
        remedy = self._remedies.get(rung.act)
        proposed = remedy.propose(self._live.hall, ticket, rung, self._clock()) if remedy else []
        try:
            for command in [*proposed, ReachRung(ticket=ticket.id, act=rung.act)]:
                await self._live.apply(command, actor=ACTOR, request=name_of(reached, command))
        except (Refused, StorageFailed, Overloaded):
            return  # the customer was called meanwhile, or the disk fails: the next look tries again


def name_of(reached: Reached, command: Command) -> str:
    """The same for the same step of the same rung.

    With the calls so far and the figure, for an ask that came too late (the customer was just called, the
    threshold just raised) has been answered with nothing, and must not be answered so for ever.
    """
    ticket, rung = reached.ticket, reached.rung
    step = type(command).__name__
    return f"{ACTOR}/{rung.act}/{ticket.id}/{ticket.calls}/{rung.after_seconds}/{step}"
