"""Who is at the door: the bearer token of a request or a socket, and how log-in and pairing make one."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from server.access.actors import Actor
from server.access.devices import Devices
from server.access.gate import Gate
from server.access.people import People
from server.access.refusals import Unknown
from server.access.rights import may_grant, not_allowed
from server.api.limits import Limit, address_of

KNOCKS_A_MINUTE = 60
PAIRED_AS = {"kiosk": "kiosk", "lobby": "lobby_board", "window": "window_display", "evaluator": "evaluator"}


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", str_max_length=200)


class LogIn(_Body):
    login: str
    password: str
    place: str = ""


class AskToPair(_Body):
    screen: str
    place: str = ""


class Claim(_Body):
    secret: str


class Confirm(_Body):
    code: str
    name: str = Field(min_length=1)
    role: str
    place: str = ""


class Door:
    """`pairs_itself`: in a demo hall a screen needs no manager to let it in."""

    def __init__(
        self,
        people: People,
        devices: Devices,
        clock: Callable[[], datetime],
        pairs_itself: Callable[[], bool],
    ) -> None:
        self.gate = Gate(people, devices)
        self._people, self._devices = people, devices
        self._clock, self._pairs_itself = clock, pairs_itself
        self._knocks = Limit(clock, KNOCKS_A_MINUTE)

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
            self._knocks.check(address_of(request))
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

        @router.post("/pairing")
        async def ask_to_pair(request: Request, body: AskToPair) -> dict[str, Any]:
            self._knocks.check(address_of(request))
            if self._pairs_itself() and body.screen in PAIRED_AS:
                return await self._paired_at_once(body)
            code, secret = await asyncio.to_thread(self._devices.ask_to_pair, body.screen, self._clock())
            return {"code": code, "secret": secret}

        @router.post("/pairing/claim")
        async def claim(body: Claim) -> dict[str, Any]:
            token = await asyncio.to_thread(self._devices.claim, body.secret, self._clock())
            return {"waiting": True} if token is None else {"token": token, "actor": await self.actor(token)}

        @router.post("/pairing/confirm")
        async def confirm(request: Request, body: Confirm) -> dict[str, str]:
            actor = await self.of_request(request)
            if not may_grant(actor, body.role):
                raise not_allowed(actor)
            screen = await asyncio.to_thread(
                lambda: self._devices.pair(
                    body.code, body.name, body.role, body.place, by=actor.id, now=self._clock()
                )
            )
            return {"screen": screen}

        return router

    async def _paired_at_once(self, body: AskToPair) -> dict[str, Any]:
        role, now = PAIRED_AS[body.screen], self._clock()
        token = await asyncio.to_thread(
            lambda: self._devices.issue_token(body.screen, role, body.place, by="system:demo", now=now)
        )
        return {"token": token, "actor": await self.actor(token)}


def _bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Unknown
    return token.strip()
