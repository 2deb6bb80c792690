"""People, devices and pairing at one address: what shares the door, the journal's notes and the screens."""

from fastapi import APIRouter

from server.api.doors.access_record import record_routes
from server.api.doors.devices import DeviceDesk, device_routes
from server.api.doors.own_access import OwnAccess, own_routes
from server.api.doors.pairing import PairingDesk, pairing_routes
from server.api.doors.people import Staff, people_routes
from server.api.pacing.guesses import Guesses
from server.api.screens.screen import Neighbours
from server.api.screens.screens import Screens
from server.settings import Settings


def letting_in_routes(
    beside: Neighbours, screens: Screens, settings: Settings, guesses: Guesses, *, is_demo: bool
) -> APIRouter:
    door = beside.door
    people, devices, notes = door.people, door.devices, door.notes
    pairing = PairingDesk(
        live=beside.live,
        door=door,
        devices=devices,
        notes=notes,
        clock=beside.clock,
        printing=beside.printing,
        settings=settings,
        is_demo=is_demo,
    )
    machines = DeviceDesk(
        live=beside.live,
        devices=devices,
        screens=screens,
        attendance=beside.attendance,
        notes=notes,
        actor_of=door.of_request,
        clock=beside.clock,
        build=beside.build,
        presence=beside.presence,
        read=door.note,
    )
    staff = Staff(
        people=people, notes=notes, actor_of=door.of_request, recheck=screens.recheck, read=door.note
    )
    own = OwnAccess(door, people, beside.clock)
    router = APIRouter()
    for routes in (
        door.routes(),
        own_routes(own),
        record_routes(door.record, door.of_request, beside.live),
        pairing_routes(pairing, guesses),
        people_routes(staff),
        device_routes(machines),
    ):
        router.include_router(routes)
    return router
