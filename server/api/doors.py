"""Who is at the door: the bearer token of a request or a socket, and how a log-in makes one."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict

from server.access.actors import Actor
from server.access.devices import Devices
from server.access.gate import Gate
from server.access.people import People
from server.access.refusals import Unknown
from server.api.limits import Limit, address_of

KNOCKS_A_MINUTE = 60


class LogIn(BaseModel):
    model_config = ConfigDict(extra="forbid", str_max_length=200)

    login: str
    password: str
    place: str = ""


class Door:
    def __init__(self, people: People, devices: Devices, clock: Callable[[], datetime]) -> None:
        self.gate = Gate(people, devices)
        self._people, self._clock = people, clock
        self._knocks = Limit(clock, KNOCKS_A_MINUTE)

    def knock(self, request: Request) -> None:
        """Refuse with `locked_out` whoever comes too often without a token."""
        self._knocks.check(address_of(request))

    async def actor(self, token: str) -> Actor:
        now = self._clock()
        known = self.gate.remembered(token, now)
        return known if known is not None else await asyncio.to_thread(self.gate.actor_of, token, now)

    async def of_request(self, request: Request) -> Actor:
        return await self.actor(_bearer(request))

    def routes(self) -> APIRouter:
        router = APIRouter(prefix="/api", tags=["people and devices"])

        @router.post("/login")
        async def log_in(request: Request, body: LogIn) -> dict[str, Any]:
            self.knock(request)
            token, actor, ends_at = await asyncio.to_thread(
                self._people.log_in, body.login, body.password, body.place, self._clock()
            )
            return {"token": token, "actor": actor, "ends_at": ends_at}

        @router.post("/logout")
        async def log_out(request: Request) -> dict[str, bool]:
            await asyncio.to_thread(self._people.log_out, _bearer(request))
            return {"done": True}

        @router.get("/me")
        async def me(request: Request) -> Actor:
            return await self.of_request(request)

        return router


def _bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Unknown
    return token.strip()
