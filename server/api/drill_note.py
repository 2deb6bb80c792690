"""`hallqueue drill` beside a running server: that an exercise was held comes into the journal."""

from collections.abc import Awaitable, Callable

from fastapi import APIRouter, Request
from pydantic import Field

from server.access.actors import Actor
from server.access.rights import require_set_up
from server.api.answering.answers import Acknowledged
from server.api.answering.bodies import Body
from server.api.doors.access_notes import AccessNotes

MOST = 99


class DrillHeld(Body):
    passed: int = Field(ge=0, le=MOST)
    held: int = Field(ge=1, le=MOST)
    by: str = Field("", max_length=60)


def drill_routes(notes: AccessNotes, actor_of: Callable[[Request], Awaitable[Actor]]) -> APIRouter:
    router = APIRouter(prefix="/api/drill", tags=["set-up"])

    @router.post("")
    async def held(request: Request, body: DrillHeld) -> Acknowledged:
        actor = await actor_of(request)
        require_set_up(actor)
        await notes.note(actor.id, "drill_held", f"{body.passed}/{body.held}", body.by)
        return Acknowledged()

    return router
