"""The hall from outside: one answer for everybody, made at most every other second however many ask."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from fastapi import APIRouter, Response
from pydantic_core import to_json

from server.api.answering.errors import NotGiven
from server.domain.views.customers.hall_now import HallNow, hall_now
from server.domain.views.parts import Waits
from server.live_hall import LiveHall
from server.reports.through_the_day.quiet import QuietWeek

GOOD_FOR = timedelta(seconds=2)
LOOKED_AT = timedelta(hours=1)  # how long the weeks before stay as they were read
AGAIN = timedelta(minutes=1)  # until those that could not be read are looked for once more
UNKNOWN = QuietWeek(weeks=0, days=())


def hall_now_routes(live: LiveHall, waits: Callable[[], Waits]) -> APIRouter:
    """Nothing of one customer: whoever asks from home gets what everybody gets."""
    router = APIRouter(prefix="/api/hall", tags=["public"])
    body, made_at = b"", live.clock()

    @router.get("/now", response_model=HallNow)
    async def now() -> Response:
        """Open or not, who waits and how long, the hours of the week."""
        nonlocal body, made_at
        at = live.clock()
        if not body or abs(at - made_at) >= GOOD_FOR:
            body, made_at = to_json(hall_now(live.hall, at, waits())), at
        return Response(body, media_type="application/json")

    return router


def quiet_routes(read: Callable[[], Awaitable[QuietWeek]], clock: Callable[[], datetime]) -> APIRouter:
    """The past is read for the first who asks; all others are told what was read."""
    router = APIRouter(tags=["public"])
    one_reads = asyncio.Lock()
    week, until = UNKNOWN, clock()

    @router.get("/api/quiet")
    async def quiet() -> QuietWeek:
        """When one waits least, by the hall's own visits of the last weeks; without them, nothing."""
        nonlocal week, until
        async with one_reads:
            now = clock()
            if now >= until or until - now > LOOKED_AT:
                try:
                    week, until = await read(), now + LOOKED_AT
                except NotGiven:  # all visits are being made anew: what was said stands
                    until = now + AGAIN
        return week

    return router
