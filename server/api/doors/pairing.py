"""A new screen shows a code; a manager takes it, by eye or phone, and says what the screen is and where."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from fastapi import APIRouter, Request
from pydantic import Field

from server.access.actors import Actor
from server.access.devices import BY_ITSELF, Devices
from server.access.pairing import WaitingScreen
from server.access.refusals import AccessRefused
from server.access.rights import require_grant
from server.access.sources import network
from server.api.answering.bodies import Body
from server.api.doors.access_notes import AccessNotes
from server.api.doors.doors import Door
from server.api.doors.places import ROLES_OF, RolePlaces, require_place, role_places
from server.api.pacing.guesses import Guesses
from server.api.pacing.limits import address_of
from server.domain.screens import SCREENS
from server.later import segno
from server.live_hall import LiveHall
from server.settings import Settings
from server.watchers.devices.print_slips import SlipPrinting

# In a demo hall; nobody becomes a clerk by it.
PAIRS_ITSELF = frozenset(name for name, screen in SCREENS.items() if screen.by_itself)


class AskToPair(Body):
    screen: str
    place: str = ""


class Claim(Body):
    secret: str


class Confirm(Body):
    code: str
    name: str = Field(min_length=1)
    role: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingCode:
    """What a screen shows, and the secret it claims its token with; `qr` is a picture's own address."""

    code: str
    secret: str
    expires_at: datetime
    qr: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """The screen is let in."""

    token: str
    actor: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class NotYetPaired:
    waiting: Literal[True] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PairedScreen:
    screen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingPlace:
    """A screen that nobody has let in."""

    screen: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairings:
    """`names` are those of the devices that are here already."""

    waiting: tuple[WaitingPlace, ...]
    roles: tuple[RolePlaces, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeFound:
    """Which screen shows a code, and what it can become."""

    screen: str
    place: str
    roles: tuple[str, ...]
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingDesk:
    live: LiveHall
    door: Door
    devices: Devices
    notes: AccessNotes
    clock: Callable[[], datetime]
    printing: SlipPrinting
    settings: Settings
    is_demo: bool

    async def ask(self, body: AskToPair, address: str) -> PairingCode | Paired:
        if self.is_demo and body.screen in PAIRS_ITSELF:
            return await self._paired_at_once(body)
        waiting, secret = await asyncio.to_thread(
            self.devices.ask_to_pair, body.screen, self.clock(), body.place, address
        )
        return PairingCode(
            code=waiting.code,
            secret=secret,
            expires_at=waiting.ends_at,
            qr=picture(self.settings.address(f"/setup/#pair={waiting.code}")),
        )

    async def claim(self, secret: str) -> Paired | NotYetPaired:
        token = await asyncio.to_thread(self.devices.claim, secret, self.clock())
        if token is None:
            return NotYetPaired()
        actor = await self.door.actor(token)
        device = await asyncio.to_thread(self.devices.find_device, actor.id.partition(":")[2])
        await self.notes.note(device.paired_by, "device_paired", device.device_id, device.role)
        return Paired(token=token, actor=actor)

    async def waiting(self) -> Pairings:
        """The screens nobody has let in, without their codes: those are read off the screens."""
        devices = await asyncio.to_thread(self.devices.list)
        waiting = self.devices.waiting(self.clock())
        return Pairings(
            waiting=tuple(WaitingPlace(screen=w.screen, place=w.place) for w in waiting),
            roles=role_places(self.live.hall.config, self.printing.ids(), devices),
            names=tuple(d.name for d in devices if d.revoked_at is None),
        )

    async def _paired_at_once(self, body: AskToPair) -> Paired:
        role, now = ROLES_OF[body.screen][0], self.clock()
        token = await asyncio.to_thread(
            lambda: self.devices.issue_token(body.screen, role, body.place, by=BY_ITSELF, now=now)
        )
        return Paired(token=token, actor=await self.door.actor(token))


def pairing_routes(desk: PairingDesk, guesses: Guesses) -> APIRouter:
    router = APIRouter(prefix="/api/pairing", tags=["people and devices"])

    @router.post("")
    async def ask(request: Request, body: AskToPair) -> PairingCode | Paired:
        desk.door.knock(request)
        return await desk.ask(body, network(address_of(request)))

    @router.post("/claim")
    async def claim(request: Request, body: Claim) -> Paired | NotYetPaired:
        try:
            return await desk.claim(body.secret)
        except AccessRefused:
            guesses.missed(request)
            raise

    @router.post("/confirm")
    async def confirm(request: Request, body: Confirm) -> PairedScreen:
        actor = await desk.door.of_request(request)
        require_grant(actor, body.role)
        require_place(desk.live.hall.config, body.role, body.place)
        return PairedScreen(screen=await asyncio.to_thread(_pair, desk, body, actor.id))

    @router.get("")
    async def waiting(request: Request) -> Pairings:
        require_grant(await desk.door.of_request(request))
        return await desk.waiting()

    @router.get("/{code}")
    async def look(request: Request, code: str) -> CodeFound:
        actor = await desk.door.of_request(request)
        require_grant(actor)
        return _shown(desk.devices.look(code, by=actor.id, now=desk.clock()))

    return router


def picture(address: str) -> str:
    """A QR code as an image address a page can show at once."""
    return segno.make(address, error="m").svg_data_uri(scale=8, border=2)


def _pair(desk: PairingDesk, body: Confirm, by: str) -> str:
    return desk.devices.pair(body.code, body.name, body.role, body.place, by=by, now=desk.clock())


def _shown(waiting: WaitingScreen) -> CodeFound:
    return CodeFound(
        screen=waiting.screen,
        place=waiting.place,
        roles=ROLES_OF.get(waiting.screen, ()),
        expires_at=waiting.ends_at,
    )
