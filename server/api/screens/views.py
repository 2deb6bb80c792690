"""A screen's view by HTTP, for scripts and for pages whose socket does not come through."""

from collections.abc import Awaitable, Callable

from fastapi import APIRouter, Request, Response

from server.access.actors import Actor
from server.access.rights import may_open, not_allowed
from server.api.answering.answers import answering
from server.api.answering.errors import answer, problem
from server.api.screens.screens import PRINT_AGENT, Screens
from server.watchers.screens.push_views import Views


def view_routes(views: Views, screens: Screens, actor_of: Callable[[Request], Awaitable[Actor]]) -> APIRouter:
    router = APIRouter(prefix="/api/views", tags=["views"])

    @router.get("/{screen}", responses=answering("View"))
    async def view(request: Request, screen: str, place: str = "") -> Response:
        actor = await actor_of(request)
        place = place or actor.place
        if not may_open(actor, screen, place):
            raise not_allowed(actor)
        audience = screens.audience(screen, place)
        if audience is None or screen == PRINT_AGENT:
            return answer(problem("not_found"))
        return Response(views.body(audience), media_type="application/json")

    return router
