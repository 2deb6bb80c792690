"""Who is at the door: the bearer token of a request or a socket, and how a log-in makes one."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter, Request, Response
from starlette.types import Scope

from server.access.actors import Actor
from server.access.devices import Devices
from server.access.gate import Gate
from server.access.people import People
from server.access.record import AccessRecord, What
from server.access.refusals import AccessRefused, Unknown
from server.access.secrets import as_typed
from server.access.sources import Source, network
from server.api.answering.answers import Acknowledged
from server.api.answering.bodies import Body
from server.api.doors.access_notes import AccessNotes
from server.api.pacing.lanes import A_SECOND, Lane
from server.api.pacing.limits import Limit, address_of
from server.api.pacing.strangers import token_of

KNOCKS_A_MINUTE = 60
BROWSER = "hallqueue-browser"  # the cookie by which a browser is known; it lets nobody in
A_YEAR = 365 * 86400


class LogIn(Body):
    login: str
    password: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedIn:
    """The token is for the head `Authorization: Bearer …`."""

    token: str
    actor: Actor
    ends_at: datetime


class Door:
    def __init__(
        self,
        people: People,
        devices: Devices,
        clock: Callable[[], datetime],
        record: AccessRecord,
        notes: AccessNotes,
    ) -> None:
        self.gate = Gate(people, devices)
        self.record = record
        self.people, self.devices, self.notes = people, devices, notes
        self._clock = clock
        self._knocks = Limit(clock, KNOCKS_A_MINUTE)
        self.known, self.strangers = Lane("passwords"), Lane("strangers", A_SECOND)

    def knock(self, request: Request) -> None:
        """Refuse with `locked_out` whoever comes too often without a token."""
        self._knocks.check(network(address_of(request)))

    async def actor(self, token: str) -> Actor:
        now = self._clock()
        known = self.gate.remembered(token, now)
        return known if known is not None else await asyncio.to_thread(self.gate.actor_of, token, now)

    def remembered(self, token: str) -> Actor | None:
        """Whose token this is, where it was looked up a moment ago; never waits."""
        return self.gate.remembered(token, self._clock()) if token else None

    def familiar(self, token: str) -> bool:
        """Whether the token was good lately; never waits."""
        return self.gate.familiar(token, self._clock())

    async def knows(self, scope: Scope) -> bool:
        """Whether the request's token is good."""
        token = token_of(scope)
        try:
            return bool(token) and bool(await self.actor(token))
        except AccessRefused:
            return False

    async def of_request(self, request: Request) -> Actor:
        return await self.actor(bearer(request))

    async def log_in(self, request: Request, body: LogIn) -> LoggedIn:
        """Refuse with `wrong_login`, `locked_out` or, by `Overloaded`, when too many strangers wait."""
        source, now = await self.source(request), self._clock()
        login = await asyncio.to_thread(self.people.meant, body.login)
        step = self.people.doorstep
        if step.knows_browser(login, source):
            self._knocks.check(source.by_browser)  # whoever shares its address cannot use up its tries
        else:
            self.knock(request)
        try:
            await asyncio.to_thread(step.require_open, login, source, now)
            known = await asyncio.to_thread(step.knows, login, source)
            token, actor, ends_at = await (self.known if known else self.strangers).run(
                lambda: self.people.log_in(login, body.password, body.place, self._clock(), source)
            )
        except AccessRefused as refused:
            await self.refused(login, source, refused)
            raise
        await self.note(request, "logged_in", login, body.place)
        return LoggedIn(token=token, actor=actor, ends_at=ends_at)

    async def remember(self, request: Request, response: Response, login: str) -> None:
        """Give the browser its secret, so that it is known from now on."""
        source = await self.source(request)
        secret = await asyncio.to_thread(
            self.people.doorstep.remember, as_typed(login), source, self._clock()
        )
        response.set_cookie(
            BROWSER,
            secret,
            max_age=A_YEAR,
            path="/api",
            secure=request.url.scheme == "https",
            httponly=True,
            samesite="strict",
        )

    async def note(self, request: Request, what: What, who: str, detail: str = "") -> None:
        """Put it on record, with where it came from."""
        await asyncio.to_thread(
            self.record.note, what, who.removeprefix("person:"), address_of(request), self._clock(), detail
        )

    async def refused(self, login: str, source: Source, refused: AccessRefused) -> None:
        """Names that nobody here has are not kept: people type passwords where the number goes."""
        now = self._clock()
        who = login if await asyncio.to_thread(self._is_somebody, login) else ""
        await asyncio.to_thread(self.record.note, "log_in_refused", who, source.address, now)
        if refused.code == "locked_out":
            fresh = await asyncio.to_thread(self.record.note, "locked_out", who, source.address, now)
            if fresh:  # few, and worth the journal
                await self.notes.note("system:door", "locked_out", who, source.address)

    def _is_somebody(self, login: str) -> bool:
        try:
            self.people.find_person(login)
        except AccessRefused:
            return False
        return True

    async def source(self, request: Request) -> Source:
        """A paired device that shows its token is known as itself."""
        device = ""
        if "authorization" in request.headers:
            try:
                actor = await self.of_request(request)
            except AccessRefused:
                pass
            else:
                device = actor.id.partition(":")[2] if actor.kind == "device" else ""
        browser = request.cookies.get(BROWSER, "")[:100]
        return Source(address=address_of(request), browser=browser, device=device)

    def routes(self) -> APIRouter:
        router = APIRouter(prefix="/api", tags=["people and devices"])

        @router.post("/login")
        async def log_in(request: Request, response: Response, body: LogIn) -> LoggedIn:
            logged_in = await self.log_in(request, body)
            await self.remember(request, response, logged_in.actor.id.removeprefix("person:"))
            return logged_in

        @router.post("/logout")
        async def log_out(request: Request) -> Acknowledged:
            await asyncio.to_thread(self.people.log_out, bearer(request))
            return Acknowledged()

        @router.get("/me")
        async def me(request: Request) -> Actor:
            return await self.of_request(request)

        return router


def bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Unknown
    return token.strip()
