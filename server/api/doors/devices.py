"""The paired devices over HTTP: their health, another name or place, a new token, out at once."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from fastapi import APIRouter, Request
from pydantic import ConfigDict, Field

from server.access.actors import Actor
from server.access.devices import Device, Devices
from server.access.rights import require_grant
from server.access.roles import ROLES
from server.access.seen import Seen
from server.api.answering.answers import Acknowledged
from server.api.answering.bodies import Body
from server.api.doors.access_notes import AccessNotes
from server.api.doors.access_record import Note
from server.api.doors.places import place_text, require_place, screens_of
from server.api.screens.screen import Screen
from server.api.screens.screens import Screens
from server.domain.text import Text
from server.live_hall import LiveHall
from server.watchers.screens.attendance import Attendance, device_of
from server.watchers.screens.presence import Presence


class DeviceChanged(Body):
    model_config = ConfigDict(str_strip_whitespace=True)

    name: str | None = Field(default=None, min_length=1, max_length=60)
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceShown(Device):
    """A device with its health; `current`: it shows the pages this server has."""

    role_text: Text
    place_text: Text
    here: bool
    last_seen: datetime | None
    build: str
    current: bool
    address: str
    sound: str  # "on" or "blocked", as a board itself said
    screens: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRotated:
    """`here`: it has taken its new token; else it has to be paired again."""

    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceDesk:
    """`build` is what the server itself would show a page today."""

    devices: Devices
    screens: Screens
    attendance: Attendance
    notes: AccessNotes
    actor_of: Callable[[Request], Awaitable[Actor]]
    live: LiveHall
    clock: Callable[[], datetime]
    build: str
    presence: Presence
    read: Note

    async def manager(self, request: Request) -> Actor:
        actor = await self.actor_of(request)
        require_grant(actor)
        return actor

    async def list(self) -> list[DeviceShown]:
        devices = await asyncio.to_thread(self.devices.list)
        seen = await self.attendance.seen()
        connected: dict[str, list[Screen]] = {}
        for screen in self.screens.connected:
            if (device := device_of(screen.actor)) is not None:
                connected.setdefault(device, []).append(screen)
        return [self._shown(d, seen.get(d.device_id), connected.get(d.device_id, [])) for d in devices]

    async def reach(self, actor: Actor, device_id: str) -> Device:
        """A device this manager may change. Refuse with `unknown_device` or `not_allowed`."""
        device = await asyncio.to_thread(self.devices.find_device, device_id)
        require_grant(actor, device.role)
        return device

    async def revoke(self, actor: Actor, device_id: str) -> None:
        device = await self.reach(actor, device_id)
        await asyncio.to_thread(self.devices.revoke, device.device_id, self.clock())
        await self.screens.recheck()
        self._no_more(device)
        await self.notes.note(actor.id, "device_revoked", device.device_id)

    async def rotate(self, actor: Actor, device_id: str) -> bool:
        """Whether the device was here to take its new token; if not, it has to be paired again."""
        device = await self.reach(actor, device_id)

        async def renew() -> str:
            return await asyncio.to_thread(self.devices.rotate, device.device_id)

        connected = await self.screens.renew_token(f"{device.kind}:{device.device_id}", renew)
        await self.notes.note(actor.id, "device_rotated", device.device_id)
        return connected

    async def change(self, actor: Actor, device_id: str, body: DeviceChanged) -> None:
        device = await self.reach(actor, device_id)
        if body.place is not None:
            require_place(self.live.hall.config, device.role, body.place)
        changes = _changes(device, body)
        if changes:
            await asyncio.to_thread(
                lambda: self.devices.change(device.device_id, name=body.name, place=body.place)
            )
            self.screens.call_back(f"{device.kind}:{device.device_id}")
            if body.place is not None:
                self._no_more(device)
            await self.notes.note(actor.id, "device_changed", device.device_id, changes)

    def _no_more(self, device: Device) -> None:
        """Nobody shall wait for it where it was."""
        for screen in screens_of(device.role):
            self.presence.forget(f"{screen}:{device.place}" if device.place else screen)

    def _shown(self, device: Device, seen: Seen | None, connected: "Sequence[Screen]") -> DeviceShown:
        build = seen.build if seen else ""
        return DeviceShown(
            **asdict(device),
            role_text=ROLES.get(device.role) or Text(device.role, device.role),
            place_text=place_text(self.live.hall.config, device.role, device.place),
            here=bool(connected),
            last_seen=seen.seen_at if seen else None,
            build=build,
            current=build in ("", self.build),
            address=seen.address if seen else "",
            sound=next((s.sound for s in connected if s.sound), ""),
            screens=tuple(sorted({s.name for s in connected})),
        )


def device_routes(desk: DeviceDesk) -> APIRouter:
    router = APIRouter(prefix="/api/devices", tags=["people and devices"])

    @router.get("")
    async def everything(request: Request) -> list[DeviceShown]:
        actor = await desk.manager(request)
        await desk.read(request, "devices_read", actor.id, "")
        return await desk.list()

    @router.post("/{device_id}")
    async def change(request: Request, device_id: str, body: DeviceChanged) -> Acknowledged:
        await desk.change(await desk.manager(request), device_id, body)
        return Acknowledged()

    @router.post("/{device_id}/revoke")
    async def revoke(request: Request, device_id: str) -> Acknowledged:
        await desk.revoke(await desk.manager(request), device_id)
        return Acknowledged()

    @router.post("/{device_id}/rotate")
    async def rotate(request: Request, device_id: str) -> DeviceRotated:
        return DeviceRotated(here=await desk.rotate(await desk.manager(request), device_id))

    return router


def _changes(device: Device, body: DeviceChanged) -> str:
    pairs = ((device.name, body.name), (device.place, body.place))
    return "; ".join(f"{old} → {new}" for old, new in pairs if new is not None and new != old)
