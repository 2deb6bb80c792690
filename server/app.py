"""The whole server as one ASGI application: every address and who answers it. Decides nothing."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from threading import Lock
from typing import Any

from fastapi import APIRouter, Depends, FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from server.api import appointments, demo, description, drill_note, handovers, http, roster, what_if
from server.api.answering.safe_headers import SafeHeaders
from server.api.answering.spelling import only_known_words
from server.api.asking import commands
from server.api.doors.letting_in import letting_in_routes
from server.api.pacing.bounded import Bounded
from server.api.pacing.strangers import Paced
from server.api.public import (
    hall_files,
    hall_now,
    own_booking,
    own_notice,
    own_remote,
    own_ticket,
    own_words,
    pages,
    public,
)
from server.api.public.metrics import metrics_routes
from server.api.reports.reading import Reading
from server.api.reports.reports import report_routes
from server.api.screens.views import view_routes
from server.api.setup import first
from server.api.setup.blank_forms import document_routes
from server.api.setup.media import media_routes
from server.api.setup.printers import printer_routes
from server.api.setup.setting_up import setup_routes
from server.api.setup.strips import strip_routes
from server.api.setup.voice import voice_routes
from server.api.standings import standing_routes
from server.domain.config.chinese_alone import Languages, languages_of
from server.house import House
from server.live_hall import LiveHall


def build_app(house: House) -> ASGIApp:
    """The whole server as one ASGI application; what a room answers with is made when it is first asked."""
    pages_and_rest = WhenAsked(partial(_pages, house))
    made = {room: WhenAsked(partial(_alone, house, room, pages_and_rest)) for room in ROOMS}
    rooms = {word: app for room, app in made.items() for word in room.words}
    house.at_leisure += (app.made for app in (pages_and_rest, *made.values()))
    asked = commands.Commands(house.desk, house.door.of_request)

    def dispatch(scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if scope["type"] == "websocket" and scope["path"] == "/ws":
            return house.screens(scope, receive, send)
        if scope["type"] == "http" and scope["path"].startswith(commands.PREFIX):
            return asked(scope, receive, send)
        return rooms.get(first_word(scope["path"]), pages_and_rest)(scope, receive, send)

    bounded = Bounded(dispatch, house.door.knows)
    paced = Paced(bounded, house.strangers, house.door.familiar)
    long_way = SafeHeaders(paced, partial(_languages, house.live))
    return commands.AtOnce(asked, house.door.remembered, long_way)


def _languages(live: LiveHall) -> Languages:
    return languages_of(live.hall.config)


def first_word(path: str) -> str:
    """Of an address, by which its room is found: `/health`, `/api/people`."""
    words = path.split("/", 3)
    return "/".join(words[:3] if words[1] == "api" else words[:2])


class WhenAsked:
    """An application that is made for whoever first asks it: its answers' shapes take a while."""

    def __init__(self, make: Callable[[], ASGIApp]) -> None:
        self._make, self._one_makes = make, Lock()
        self._app: ASGIApp | None = None

    def made(self) -> ASGIApp:
        """Takes a while the first time: beside the loop."""
        with self._one_makes:
            if self._app is None:
                self._app = self._make()
            return self._app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = await asyncio.to_thread(self.made) if self._app is None else self._app
        await app(scope, receive, send)


def _described(house: House) -> dict[str, Any]:
    return routes_of(house).openapi()


def routes_of(house: House) -> FastAPI:
    """All that the framework serves, as it is described, what it never sees included."""
    app = _framework(chain.from_iterable(room.routes(house) for room in ROOMS))
    description.describe(app)
    return app


def _pages(house: House) -> FastAPI:
    app = _framework([description.description_route(partial(_described, house))])
    pages.add_pages(app, house.live)
    return app


def _alone(house: House, room: "Room", rest: ASGIApp) -> FastAPI:
    """What begins like a room's address and is none of it may be a page."""
    app = _framework(room.routes(house))
    app.router.default = rest
    return app


def _framework(rooms: Iterable[APIRouter]) -> FastAPI:
    app = FastAPI(
        title="hallqueue",
        version="1",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        dependencies=[Depends(only_known_words)],
    )
    for room in rooms:
        app.include_router(room)
    http.add_errors(app)
    return app


@dataclass(frozen=True, slots=True)
class Room:
    """Addresses that share what answers them; `words` are all the first words of theirs."""

    words: tuple[str, ...]
    routes: Callable[[House], list[APIRouter]]


def _views(house: House) -> list[APIRouter]:
    return [view_routes(house.views, house.screens, house.door.of_request)]


def _letting_in(house: House) -> list[APIRouter]:
    return [
        letting_in_routes(house.beside, house.screens, house.settings, house.guesses, is_demo=house.is_demo)
    ]


def _public(house: House) -> list[APIRouter]:
    return [
        public.public_routes(
            house.live,
            house.views.waits,
            house.faults,
            house.guesses,
            page_of=house.settings.page_of,
            build=house.beside.build,
            is_demo=house.is_demo,
        ),
        own_ticket.own_ticket_routes(house.live, house.views.waits, house.guesses),
        own_notice.own_notice_routes(house.live, house.guesses, house.settings.notice_page_of),
        own_remote.own_remote_routes(house.live, house.views.waits, house.day_key.known_as, house.guesses),
        hall_now.hall_now_routes(house.live, house.views.waits),
    ]


def _appointments(house: House) -> list[APIRouter]:
    return [
        appointments.appointment_routes(house.live, house.door.of_request),
        own_booking.own_booking_routes(house.live, house.settings.booking_of, house.guesses),
    ]


def _roster(house: House) -> list[APIRouter]:
    return [roster.roster_routes(house.live, house.people, house.keep_needed, house.door.of_request)]


def _what_if(house: House) -> list[APIRouter]:
    return [what_if.what_if_routes(house.live, house.run_forward.supposals, house.door.of_request)]


def _handovers(house: House) -> list[APIRouter]:
    return [handovers.handover_routes(house.live, house.who.name_of, house.door.of_request)]


def _files(house: House) -> list[APIRouter]:
    slips, actor_of = house.settings.slips, house.door.of_request
    return [
        hall_files.file_routes(house.live, house.sounds, slips, actor_of, is_demo=house.is_demo),
        own_words.own_words_routes(house.live, house.views.waits, house.sounds, house.guesses),
    ]


def _past(house: House) -> list[APIRouter]:
    """Both read the same days."""
    reading = Reading(
        house.live,
        house.keep_visits,
        house.people,
        house.devices,
        house.clock,
        locked=house.settings.snapshots,
    )
    standing = standing_routes(
        house.live,
        reading,
        waits=house.views.waits,
        name_of=house.who.name_of,
        printers=house.printing.ids,
        page_of=house.settings.page_of,
        actor_of=house.door.of_request,
    )
    quiet = hall_now.quiet_routes(reading.quiet, house.live.clock)
    return [report_routes(reading, house.door.of_request, house.door.note), standing, quiet]


def _setup(house: House) -> list[APIRouter]:
    """The longer address before the set-up's own."""
    return [
        first.first_routes(house.first, house.door.remember),
        setup_routes(house.setting_up, house.door.of_request, house.door.note),
    ]


def _demo(house: House) -> list[APIRouter]:
    return [demo.demo_routes(house.play)]


def _printers(house: House) -> list[APIRouter]:
    return [printer_routes(house.printer_desk, house.door.of_request)]


def _metrics(house: House) -> list[APIRouter]:
    return [metrics_routes(house.metrics, house.door.of_request)]


def _media(house: House) -> list[APIRouter]:
    folder, actor_of = house.settings.media, house.door.of_request
    return [media_routes(folder, actor_of), document_routes(folder, actor_of)]


def _drill(house: House) -> list[APIRouter]:
    return [drill_note.drill_routes(house.notes, house.door.of_request)]


def _strips(house: House) -> list[APIRouter]:
    return [strip_routes(house.door.of_request)]


def _voice(house: House) -> list[APIRouter]:
    return [voice_routes(house.voice_desk, house.door.of_request)]


_DOORS = ("login", "logout", "me", "access_record", "pairing", "people", "devices")
ROOMS = (
    Room(("/api/views",), _views),
    Room(tuple(f"/api/{word}" for word in _DOORS), _letting_in),
    Room(
        (
            *("/health", "/api/hall", "/api/catalogue", "/api/ticket", "/api/notice", "/api/qr", "/api/ways"),
            "/api/remote",
        ),
        _public,
    ),
    Room(("/api/appointments", "/api/booking"), _appointments),
    Room(("/api/roster",), _roster),
    Room(("/api/what-if",), _what_if),
    Room(("/api/handovers",), _handovers),
    Room(("/sounds", "/api/speech", "/api/slips", "/slips"), _files),
    Room(("/api/reports", "/api/events", "/api/numbers", "/api/quiet"), _past),
    Room(("/api/demo",), _demo),
    Room(("/api/setup",), _setup),
    Room(("/api/printers", "/api/slip"), _printers),
    Room(("/metrics",), _metrics),
    Room(("/api/media", "/media", "/api/documents", "/documents"), _media),
    Room(("/api/drill",), _drill),
    Room(("/api/strips",), _strips),
    Room(("/api/voice",), _voice),
)
