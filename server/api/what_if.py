"""What would become of the hall if …, over HTTP for who leads it: looked at, and nothing changes by it."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import Field

from server.access.actors import Actor
from server.access.rights import require_role
from server.api.answering.bodies import Body
from server.domain.askers import LEADERS
from server.domain.proposals.refusals import NOT_KNOWN_ENOUGH
from server.domain.proposals.supposed import Supposed
from server.domain.proposals.supposing import require_possible
from server.domain.views.overview.what_if import Compared
from server.live_hall import LiveHall
from server.watchers.foresight.supposals import Supposals

MANY = 20  # more are not even read


class WhatIf(Body):
    supposed: Annotated[tuple[Annotated[Supposed, Field(discriminator="type")], ...], Field(max_length=MANY)]


def what_if_routes(
    live: LiveHall, supposals: Supposals, actor_of: Callable[[Request], Awaitable[Actor]]
) -> APIRouter:
    router = APIRouter(prefix="/api/what-if", tags=["waits"])

    async def leader(request: Request) -> Actor:
        return require_role(await actor_of(request), LEADERS)

    @router.post("")
    async def what_if(actor: Annotated[Actor, Depends(leader)], body: WhatIf) -> Compared:
        """Answered within two seconds, or with why it cannot be."""
        if live.hall.config is None or live.hall.day is None:
            raise NOT_KNOWN_ENOUGH()
        require_possible(live.hall, body.supposed)
        return await supposals.ask(actor.id, body.supposed)

    return router
