"""People, devices and pairing at one address: what shares the door, the journal's notes and the screens."""

from collections.abc import Callable, Iterable
from datetime import datetime

from fastapi import APIRouter

from server.access.devices import Devices
from server.access.people import People
from server.api.access_notes import AccessNotes
from server.api.access_record import record_routes
from server.api.devices import DeviceDesk, device_routes
from server.api.doors import Door
from server.api.own_access import OwnAccess, own_routes
from server.api.pairing import PairingDesk, pairing_routes
from server.api.people import Staff, people_routes
from server.api.screens import Screens
from server.domain.config.config import HallConfig
from server.live_hall import LiveHall
from server.watchers.attendance import Attendance
from server.watchers.presence import Presence


def letting_in_routes(
    live: LiveHall,
    *,
    door: Door,
    notes: AccessNotes,
    people: People,
    devices: Devices,
    screens: Screens,
    attendance: Attendance,
    presence: Presence,
    clock: Callable[[], datetime],
    printers: Callable[[], Iterable[str]],
    public_url: str,
    build: str,
    is_demo: bool,
) -> APIRouter:
    def config() -> HallConfig | None:
        return live.hall.config

    pairing = PairingDesk(
        door=door,
        devices=devices,
        notes=notes,
        clock=clock,
        config=config,
        printers=printers,
        page_of=lambda code: f"{public_url}/setup/#pair={code}",
        is_demo=is_demo,
    )
    machines = DeviceDesk(
        devices=devices,
        screens=screens,
        attendance=attendance,
        notes=notes,
        actor_of=door.of_request,
        config=config,
        clock=clock,
        build=build,
        forget=presence.forget,
        read=door.note,
    )
    staff = Staff(
        people=people, notes=notes, actor_of=door.of_request, recheck=screens.recheck, read=door.note
    )
    own = OwnAccess(door, people, clock)
    router = APIRouter()
    for routes in (
        door.routes(),
        own_routes(own),
        record_routes(door.record, door.of_request),
        pairing_routes(pairing),
        people_routes(staff),
        device_routes(machines),
    ):
        router.include_router(routes)
    return router
