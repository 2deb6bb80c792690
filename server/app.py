"""The whole server as one ASGI application: every address and who answers it. Decides nothing."""

from fastapi import Depends, FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from server.api import commands, demo, description, drill_note, hall_files, http, pages, public
from server.api.bounded import Bounded
from server.api.doors.letting_in import letting_in_routes
from server.api.metrics import metrics_routes
from server.api.reading import Reading
from server.api.reports import report_routes
from server.api.safe_headers import SafeHeaders
from server.api.setup import first
from server.api.setup.media import media_routes
from server.api.setup.printers import printer_routes
from server.api.setup.setting_up import setup_routes
from server.api.setup.strips import strip_routes
from server.api.setup.voice import voice_routes
from server.api.spelling import only_known_words
from server.api.strangers import Paced
from server.api.views import view_routes
from server.house import House


def build_app(house: House) -> ASGIApp:
    """The whole server as one ASGI application."""
    app = routes_of(house)
    asked = commands.Commands(house.desk, house.door.of_request)

    async def dispatch(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and scope["path"] == "/ws":
            await house.screens(scope, receive, send)
        elif scope["type"] == "http" and scope["path"].startswith(commands.PREFIX):
            await asked(scope, receive, send)
        else:
            await app(scope, receive, send)

    bounded = Bounded(dispatch, house.door.knows)
    return SafeHeaders(Paced(bounded, house.strangers, house.door.familiar))


def routes_of(house: House) -> FastAPI:
    """What the framework serves; it describes all the rest, too."""
    app = FastAPI(
        title="hallqueue",
        version="1",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        dependencies=[Depends(only_known_words)],
    )
    app.include_router(view_routes(house.views, house.screens, house.door.of_request))
    app.include_router(letting_in_routes(house.beside, house.screens, house.settings, is_demo=house.is_demo))
    app.include_router(
        public.public_routes(
            house.live,
            house.views.waits,
            house.faults,
            page_of=house.settings.page_of,
            build=house.beside.build,
            is_demo=house.is_demo,
        )
    )
    app.include_router(
        hall_files.file_routes(
            house.sounds, house.settings.slips, house.door.of_request, is_demo=house.is_demo
        )
    )
    reading = Reading(house.live, house.keep_visits, house.people, house.clock, house.settings.snapshots)
    app.include_router(report_routes(reading, house.door.of_request, house.door.note))
    app.include_router(demo.demo_routes(house.play))
    app.include_router(
        first.first_routes(house.first, house.door.remember)
    )  # before the set-up's own: the longer address first
    app.include_router(setup_routes(house.setting_up, house.door.of_request, house.door.note))
    app.include_router(printer_routes(house.printer_desk, house.door.of_request))
    app.include_router(metrics_routes(house.metrics, house.door.of_request))
    app.include_router(media_routes(house.settings.media, house.door.of_request))
    app.include_router(drill_note.drill_routes(house.notes, house.door.of_request))
    app.include_router(strip_routes(house.door.of_request))
    app.include_router(voice_routes(house.voice_desk, house.door.of_request))
    pages.add_pages(app, house.live)
    http.add_errors(app)
    description.describe(app)
    return app
