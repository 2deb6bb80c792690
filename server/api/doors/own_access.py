"""One's own password, PIN and language: whoever is logged in changes them; the secrets by the password."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter, Request, Response

from server.access.people import People
from server.access.refusals import AccessRefused
from server.access.sources import Source
from server.api.answering.answers import Acknowledged
from server.api.answering.bodies import Body
from server.api.doors.doors import Door, LoggedIn, LogIn
from server.domain.config.chinese_alone import Language


class NewPassword(Body):
    password: str
    new: str


class NewPin(Body):
    """An empty PIN takes it away."""

    password: str
    pin: str


class NewLanguage(Body):
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPin:
    has_pin: bool


class OwnAccess:
    def __init__(self, door: Door, people: People, clock: Callable[[], datetime]) -> None:
        self._door, self._people, self._clock = door, people, clock

    async def change_password(self, request: Request, response: Response, body: NewPassword) -> LoggedIn:
        """Every log-in of the person ends; who has just proved it gets a new one."""
        login, place, source = await self._oneself(request)
        await self._prove(
            login,
            source,
            lambda: self._people.change_password(login, body.password, body.new, self._clock(), source),
        )
        await self._door.note(request, "own_password_changed", login)
        again = LogIn(login=login, password=body.new, place=place)
        logged_in = await self._door.log_in(request, again)
        await self._door.remember(request, response, login)
        return logged_in

    async def change_pin(self, request: Request, body: NewPin) -> None:
        login, _, source = await self._oneself(request)
        await self._prove(
            login,
            source,
            lambda: self._people.change_pin(login, body.password, body.pin, self._clock(), source),
        )
        await self._door.note(request, "own_pin_changed", login)

    async def choose_language(self, request: Request, body: NewLanguage) -> None:
        login, _, _ = await self._oneself(request)
        await asyncio.to_thread(self._people.speak, login, body.language)
        await self._door.note(request, "own_language_chosen", login, body.language)

    async def has_pin(self, request: Request) -> bool:
        login, _, _ = await self._oneself(request)
        return await self._door.known.run(lambda: self._people.find_person(login).has_pin)

    async def _oneself(self, request: Request) -> tuple[str, str, Source]:
        """Number, place and source. Refuse with `not_allowed` a device or a script, which has no password."""
        actor = await self._door.of_request(request)
        if actor.kind != "person":
            raise AccessRefused("not_allowed", role=actor.name)
        return actor.id.partition(":")[2], actor.place, await self._door.source(request)

    async def _prove(self, login: str, source: Source, work: Callable[[], None]) -> None:
        try:
            await self._door.known.run(work)
        except AccessRefused as refused:
            if refused.code in ("wrong_login", "locked_out"):
                await self._door.refused(login, source, refused)
            raise


def own_routes(own: OwnAccess) -> APIRouter:
    router = APIRouter(prefix="/api/me", tags=["people and devices"])

    @router.get("/pin")
    async def has_pin(request: Request) -> OwnPin:
        return OwnPin(has_pin=await own.has_pin(request))

    @router.post("/pin")
    async def new_pin(request: Request, body: NewPin) -> Acknowledged:
        await own.change_pin(request, body)
        return Acknowledged()

    @router.post("/language")
    async def language(request: Request, body: NewLanguage) -> Acknowledged:
        """What this person reads, wherever they log in from now on."""
        await own.choose_language(request, body)
        return Acknowledged()

    @router.post("/password")
    async def new_password(request: Request, response: Response, body: NewPassword) -> LoggedIn:
        return await own.change_password(request, response, body)

    return router
