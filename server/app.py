"""The whole server as one ASGI application: every address and who answers it. Decides nothing."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from threading import Lock
from typing import Any

from fastapi import APIRouter, Depends, FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from server.api import demo, description, drill_note, http
from server.api.answering.safe_headers import SafeHeaders
from server.api.answering.spelling import only_known_words
from server.api.asking import commands
from server.api.doors.letting_in import letting_in_routes
from server.api.pacing.bounded import Bounded
from server.api.pacing.strangers import Paced
from server.api.public import hall_files, pages, public
from server.api.public.metrics import metrics_routes
from server.api.reports.reading import Reading
from server.api.reports.reports import report_routes
from server.api.screens.views import view_routes
from server.api.setup import first
from server.api.setup.media import media_routes
from server.api.setup.printers import printer_routes
from server.api.setup.setting_up import setup_routes
from server.api.setup.strips import strip_routes
from server.api.setup.voice import voice_routes
from server.api.standings import standing_routes
from server.house import House


def build_app(house: House) -> ASGIApp:
    """The whole server as one ASGI application."""
    app, rest = at_once(house), WhenAsked(partial(in_time, house))
    app.router.default = rest  # whatever is not found there is looked for here
    app.include_router(description.description_route(partial(_described, house)))
    house.at_leisure.append(rest.made)
    asked = commands.Commands(house.desk, house.door.of_request)

    def dispatch(scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if scope["type"] == "websocket" and scope["path"] == "/ws":
            return house.screens(scope, receive, send)
        if scope["type"] == "http" and scope["path"].startswith(commands.PREFIX):
            return asked(scope, receive, send)
        return app(scope, receive, send)

    bounded = Bounded(dispatch, house.door.knows)
    return SafeHeaders(Paced(bounded, house.strangers, house.door.familiar))


class WhenAsked:
    """An application that is made for whoever first asks it: its answers' shapes take a tenth of a start."""

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
    app = _framework([*_rooms_at_once(house), *_rooms_in_time(house)])
    description.describe(app)
    return app


def at_once(house: House) -> FastAPI:
    """What screens, customers and probes ask from the first moment."""
    app = _framework(_rooms_at_once(house))
    pages.add_pages(app, house.live)
    return app


def in_time(house: House) -> FastAPI:
    """What staff ask when they sit down to it."""
    return _framework(_rooms_in_time(house))


def _framework(rooms: Sequence[APIRouter]) -> FastAPI:
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


def _rooms_at_once(house: House) -> list[APIRouter]:
    return [
        view_routes(house.views, house.screens, house.door.of_request),
        letting_in_routes(house.beside, house.screens, house.settings, is_demo=house.is_demo),
        public.public_routes(
            house.live,
            house.views.waits,
            house.faults,
            page_of=house.settings.page_of,
            build=house.beside.build,
            is_demo=house.is_demo,
        ),
        hall_files.file_routes(
            house.sounds, house.settings.slips, house.door.of_request, is_demo=house.is_demo
        ),
    ]


def _rooms_in_time(house: House) -> list[APIRouter]:
    of_request = house.door.of_request
    reading = Reading(house.live, house.keep_visits, house.people, house.clock, house.settings.snapshots)
    return [
        report_routes(reading, of_request, house.door.note),
        standing_routes(
            house.live,
            reading,
            waits=house.views.waits,
            name_of=house.who.name_of,
            printers=house.printing.ids,
            page_of=house.settings.page_of,
            actor_of=of_request,
        ),
        demo.demo_routes(house.play),
        first.first_routes(house.first, house.door.remember),  # the longer address before the set-up's own
        setup_routes(house.setting_up, of_request, house.door.note),
        printer_routes(house.printer_desk, of_request),
        metrics_routes(house.metrics, of_request),
        media_routes(house.settings.media, of_request),
        drill_note.drill_routes(house.notes, of_request),
        strip_routes(of_request),
        voice_routes(house.voice_desk, of_request),
    ]
