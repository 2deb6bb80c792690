"""The clock -> the ladder -> remedies -> commands: each rung once a visit, whatever happens in between.

Each visit climbs its own ladder, step after step; a crowd that has waited too long (a server that comes back
at noon) climbs side by side, a few at a time, so that their steps share commits and whoever asks the hall
meanwhile is never behind more than one of these.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
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
SIDE_BY_SIDE = 32  # visits; half of a commit's group, the other half is for whoever else asks


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """In this hall no rung is reached from `since` to `until`, or to the end of that day.

    `sure`: whether the clock was; once it is, a wait counts that did not before.
    """

    hall: Hall
    since: datetime
    until: datetime | None
    sure: bool

    def holds(self, hall: Hall, now: datetime, *, sure: bool) -> bool:
        if hall is not self.hall or sure is not self.sure:
            return False
        if now < self.since or (self.until is not None and now > self.until):
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
        hall, now, sure = self._live.hall, self._clock(), self._live.sure()
        if self._rest is not None and self._rest.holds(hall, now, sure=sure):
            return
        # A wait by a clock that may be wrong earns nothing yet.
        due = [step for step in reached(hall, now) if self._live.knows_since(step.ticket.clock_from)]
        # Reckoned at the second look at the same hall: in a busy one there is none.
        again, self._quiet = hall is self._quiet, None if due else hall
        resting = again and not due
        self._rest = Rest(hall=hall, since=now, until=next_moment(hall, now), sure=sure) if resting else None
        visits = [list(steps) for _, steps in groupby(due, key=lambda step: step.ticket.id)]
        for n in range(0, len(visits), SIDE_BY_SIDE):
            async with asyncio.TaskGroup() as group:
                for steps in visits[n : n + SIDE_BY_SIDE]:
                    group.create_task(self._climb(steps))

    async def _climb(self, steps: Sequence[Reached]) -> None:
        for step in steps:
            with self._parts.alone(PART):
                await self._do(step)

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
