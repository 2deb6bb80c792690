"""The roster of a day over HTTP for who plans it: shifts, people, and what each half-hour needs."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Request

from server.access.actors import Actor
from server.access.people import People
from server.access.rights import require_role
from server.domain.askers import LEADERS
from server.domain.config.hours import local
from server.domain.roster.refusals import ROSTER_DAY_OVER, ROSTER_TOO_FAR
from server.domain.roster.rules import AHEAD
from server.domain.views.overview.roster import PersonToPlan, RosterDay, roster_day
from server.live_hall import LiveHall
from server.watchers.foresight.keep_needed import KeepNeeded


def roster_routes(
    live: LiveHall,
    people: People,
    needed: KeepNeeded,
    actor_of: Callable[[Request], Awaitable[Actor]],
) -> APIRouter:
    router = APIRouter(prefix="/api/roster", tags=["roster"])

    async def leader(request: Request) -> Actor:
        return require_role(await actor_of(request), LEADERS)

    @router.get("")
    async def of_day(_: Annotated[Actor, Depends(leader)], day: date | None = None) -> RosterDay:
        """Without a day, today."""
        now = live.clock()
        today = local(live.hall.setup, now).date()
        asked = day or today
        if asked > today + timedelta(days=AHEAD):
            raise ROSTER_TOO_FAR(most=AHEAD)
        if asked < today - timedelta(days=AHEAD):
            raise ROSTER_DAY_OVER(day=asked.isoformat())
        known = await asyncio.to_thread(people.list)
        reckoned = await needed.reckoned(asked)
        working = (PersonToPlan(login=p.login, name=p.name or p.login) for p in known if p.active)
        return roster_day(live.hall, now, asked, reckoned, working)

    return router
