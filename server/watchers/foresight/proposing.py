"""What the process beside has found -> the hall's proposals, and half an hour later what became of the taken.

A proposal is as old as the run that it comes from: where none has come for a while, none is proposed.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from server.domain.proposals.commands import JudgeProposal, MakeProposals
from server.domain.proposals.nouns import Proposal
from server.domain.proposals.rules import due
from server.insight.forward.pressing import far_too_long
from server.insight.forward.steps import SHOWN, worth_saying
from server.live_hall import LiveHall
from server.watchers.asking import Asking

EVERY = 1.0  # s
STALE = timedelta(minutes=1)


class Proposing:
    """Keeps the newest effects that were reckoned."""

    def __init__(self, live: LiveHall, clock: Callable[[], datetime]) -> None:
        self._live, self._clock = live, clock
        self._asking = Asking(live, "proposals")
        self._newest: tuple[datetime, tuple[Proposal, ...]] | None = None

    def take(self, at: datetime, effects: tuple[Proposal, ...]) -> None:
        """What each possible step would have done at that time."""
        self._newest = (at, effects)

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(EVERY)

    async def look(self) -> None:
        """By a clock that is not proven nothing is proposed or judged."""
        hall, now = self._live.hall, self._clock()
        if hall.config is None or not self._live.sure():
            return
        command = MakeProposals(proposals=self._worth(now, hall.setup.figures.proposal_people))
        if self._live.would(command):
            await self._asking.ask(command)
        for taken in due(self._live.hall, now):
            await self._asking.ask(JudgeProposal(proposal=taken))

    def _worth(self, now: datetime, least: float) -> tuple[Proposal, ...]:
        hall = self._live.hall
        taken = hall.proposals.taken.values()
        if self._newest is not None and any(t.at >= self._newest[0] for t in taken):
            return hall.proposals.made  # until the hall has been run forward with it
        fresh = self._newest is not None and timedelta(0) <= now - self._newest[0] < STALE
        best = worth_saying(self._newest[1], least) if self._newest is not None and fresh else ()
        others = (p for p in far_too_long(hall, now) if all(p.counter != one.counter for one in best))
        return (*best, *others)[:SHOWN]
