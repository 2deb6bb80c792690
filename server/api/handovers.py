"""Cases handed over, over HTTP for staff: the open ones, and times to propose."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Request

from server.access.actors import Actor
from server.access.rights import require_role
from server.domain.askers import STAFF
from server.domain.views.guides.handovers import HandoversShown, handovers_shown
from server.domain.views.names import NameOf
from server.live_hall import LiveHall


def handover_routes(
    live: LiveHall, name_of: NameOf, actor_of: Callable[[Request], Awaitable[Actor]]
) -> APIRouter:
    router = APIRouter(prefix="/api/handovers", tags=["handovers"])

    async def staff(request: Request) -> Actor:
        return require_role(await actor_of(request), STAFF)

    @router.get("")
    async def shown(_: Annotated[Actor, Depends(staff)]) -> HandoversShown:
        return handovers_shown(live.hall, live.clock(), name_of)

    return router
