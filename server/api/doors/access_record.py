"""The record of the door for whoever runs the hall."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request

from server.access.actors import Actor
from server.access.record import AccessRecord, Noted, What
from server.access.rights import require_grant

MOST = 500
Note = Callable[[Request, What, str, str], Awaitable[None]]  # what, who, detail


def record_routes(record: AccessRecord, actor_of: Callable[[Request], Awaitable[Actor]]) -> APIRouter:
    router = APIRouter(prefix="/api/access_record", tags=["people and devices"])

    @router.get("")
    async def newest(request: Request, limit: Annotated[int, Query(ge=1, le=MOST)] = 100) -> Sequence[Noted]:
        """Log-ins, refusals, lock-outs, reads of people and what was saved; the newest first."""
        require_grant(await actor_of(request))
        return await asyncio.to_thread(record.newest, limit)

    return router
