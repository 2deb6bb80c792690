"""The clock -> water in busy times, pauses while customers wait, questions whose time is over."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from server.domain.care.commands import DropTask, RaiseTask
from server.domain.care.ladder import WAITS
from server.domain.command import Command
from server.domain.hall import CounterState, Hall
from server.domain.opinion.commands import CloseEvaluation
from server.live_hall import LiveHall
from server.supervisor import Part, Supervisor
from server.watchers.asking import Asking
from server.watchers.clock.over_wait import Rest

PART = Part(kind="care")
EVERY = 2.0  # s
INTERNAL = ("内部事务", "internal work", "内务")  # what a clerk calls it
SEVERAL = 3  # who wait over the goal: then a pause is told, whatever it is for (§6 10:31)
LINGER = 20  # s a customer may take over the reasons; the evaluator's own countdown ends sooner
GRACE = timedelta(seconds=5)  # for a tap on its way


class CareClock:
    """Raises what is due and drops what is over.

    A hall in which nothing has happened is not looked at again before the next moment that matters in it.
    """

    def __init__(
        self, live: LiveHall, clock: Callable[[], datetime], parts: Supervisor | None = None
    ) -> None:
        self._live, self._clock, self._parts = live, clock, parts or Supervisor()
        self._asking = Asking(live, "care")
        self._seen_paused: dict[str, datetime] = {}  # by task
        self._asked = False  # in this look; what came of it is looked at
        self._moments: list[datetime] = []  # up to which nothing is due, each for something else
        self._rest: Rest | None = None

    async def run(self) -> None:
        while True:
            await self.look()
            await asyncio.sleep(EVERY)

    async def look(self) -> None:
        hall, now, sure = self._live.hall, self._clock(), self._live.sure()
        if hall.config is None or (self._rest is not None and self._rest.holds(hall, now, sure=sure)):
            return
        self._asked, self._moments, self._rest = False, [], None
        steps = (self._close_questions, *((self._water, self._pauses) if sure else ()))
        well = 0
        for step in steps:
            with self._parts.alone(PART):
                await step(hall, now)
                well += 1
        if well == len(steps) and not self._asked:
            self._rest = Rest(hall=hall, since=now, until=min(self._moments, default=None), sure=sure)

    async def _ask(self, command: Command) -> None:
        self._asked = True
        await self._asking.ask(command)

    async def _close_questions(self, hall: Hall, now: datetime) -> None:
        figures = hall.setup.figures
        for asked in hall.opinion.evaluations.values():
            more = figures.wait_rating_seconds + LINGER if asked.level else 0
            until = asked.asked_at + timedelta(seconds=figures.rating_seconds + more) + GRACE
            self._moments.append(until)
            if now > until and self._live.knows_since(asked.asked_at):
                await self._ask(CloseEvaluation(counter=asked.counter, evaluation=asked.id))

    async def _water(self, hall: Hall, now: datetime) -> None:
        """R01: a zone is busy when more wait than there are seats, or the slowest tenth waits too long."""
        for zone in hall.setup.zones:
            waits = sorted(
                now - t.clock_from
                for t in hall.tickets.values()
                if t.state in WAITS and hall.setup.queue[t.leg.queue].zone == zone.id
            )
            slow = waits[int(len(waits) * 0.9)] if waits else timedelta(0)
            limit = timedelta(seconds=hall.setup.figures.busy_p90_seconds)
            busy = slow > limit or len(waits) > hall.setup.figures.seats
            task = f"water/{zone.id}"
            if busy and task not in hall.care.tasks and not self._all_watered(hall, zone.id):
                await self._ask(
                    RaiseTask(kind="water", subject=zone.id, roles=("guide",), detail=str(len(waits)))
                )
            elif not busy and task in hall.care.tasks:
                await self._ask(DropTask(task=task))
            if waits and not busy:
                self._moments.append(now - slow + limit)

    def _all_watered(self, hall: Hall, zone: str) -> bool:
        config = hall.setup
        waiting = (t for t in hall.tickets.values() if t.state in WAITS)
        return all(t.id in hall.care.watered for t in waiting if config.queue[t.leg.queue].zone == zone)

    async def _pauses(self, hall: Hall, now: datetime) -> None:
        """Q28: internal work while anybody waits over the goal, and any other pause while several do."""
        waits = sorted(t.clock_from for t in hall.tickets.values() if t.state in WAITS)
        for counter in hall.counters.values():
            inside = counter.pause_reason.lower() in INTERNAL
            for kind, meant, several in (
                ("internal_work", inside, 1),
                ("pause_in_need", not inside, SEVERAL),
            ):
                hurts = meant and counter.state is CounterState.PAUSED and len(waits) >= several
                await self._pause(hall, now, f"{kind}/{counter.id}", waits[several - 1] if hurts else None)

    async def _pause(self, hall: Hall, now: datetime, task: str, waits_from: datetime | None) -> None:
        """`waits_from`: since when whoever makes a need of it has waited; None: nobody does."""
        figures, (kind, _, counter) = hall.setup.figures, task.partition("/")
        over = waits_from and waits_from + timedelta(seconds=figures.wait_goal_seconds)
        if over is None or now <= over:
            self._seen_paused.pop(task, None)
            if task in hall.care.tasks:
                await self._ask(DropTask(task=task))
            if over is not None:
                self._moments.append(over)
            return
        # From the hall, not from the first look: a restart must not begin the patience anew.
        since = self._seen_paused.setdefault(task, max(hall.counters[counter].since, over))
        if task in hall.care.tasks:
            return
        patience = timedelta(seconds=figures.internal_work_seconds)
        if now - since >= patience:
            await self._ask(RaiseTask(kind=kind, subject=counter, roles=("team_leader", "hall_manager")))
        self._moments.append(since + patience - timedelta.resolution)
