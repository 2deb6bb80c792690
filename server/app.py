"""Joins the parts; its task group owns every task. Knows everybody, decides nothing."""

import asyncio
import logging
import shutil
import signal
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from server.access.devices import Devices
from server.access.people import People
from server.api import commands, demo, hall_files, http, pages, public
from server.api.desk import Desk
from server.api.doors import Door
from server.api.reading import Reading
from server.api.reports import report_routes
from server.api.screens import AT_A_COUNTER, Doors, Screens
from server.api.texts import text
from server.api.views import view_routes
from server.clock import HallClock
from server.demo.people import DEMO_PASSWORD, DEMO_PEOPLE
from server.demo.stage import Stage
from server.devices.errors import DeviceMisconfigured
from server.devices.sounds import SoundStore
from server.devices.speaker import ServerSpeaker
from server.devices.voices import open_voice
from server.journal.sqlite import SqliteJournal, engine_for
from server.live_hall import LiveHall
from server.plugins import policy
from server.settings import Settings
from server.watchers.care_clock import CareClock
from server.watchers.keep_time import KeepTime
from server.watchers.over_wait import OverWait
from server.watchers.presence import Presence
from server.watchers.print_slips import SlipPrinting
from server.watchers.push_views import Views
from server.watchers.speak_calls import SpeakCalls

log = logging.getLogger(__name__)

LOW_DISK = 200  # MB
AGAIN_AFTER = 1.0  # s
Run = Callable[[], Coroutine[Any, Any, None]]


class House:
    """A running hall: everything made once, in the order it depends on each other."""

    def __init__(self, settings: Settings, live: LiveHall, clock: HallClock) -> None:
        self.settings, self.live, self.clock = settings, live, clock
        figures = live.hall.config.figures if live.hall.config else None
        rate = figures.speech_rate if figures else 150
        self.sounds = SoundStore(settings.sounds, [open_voice(kind, rate) for kind in settings.voices])
        self.views = Views(lambda: live.hall, clock, lambda: live.pick)
        self.presence = Presence(clock)
        self.printing = SlipPrinting(
            live, settings.printers, settings.data, waits=self.views.waits, page_of=self.page_of
        )
        self.speaking = SpeakCalls(live, self.sounds, leader=self.presence.leader, speaker=_speaker(settings))
        self.over_wait, self.care_clock = OverWait(live, clock), CareClock(live, clock)
        self.time = KeepTime(live, clock, self.sounds, self.presence)
        self.engine = engine_for(settings.database)
        self.people = People(self.engine, settings.hall_id)
        self.devices = Devices(self.engine, settings.hall_id)
        self.door = Door(self.people, self.devices, clock, lambda: self.is_demo)
        self.desk = Desk(
            live,
            waits=self.views.waits,
            printer_of=self.printer_of,
            page_of=self.page_of,
            heard=lambda said: self.speaking.heard(said.call, said.announcement, said.outcome),
        )
        self.screens = Screens(self.desk, self.views, self._doors())
        self.stage: Stage | None = None
        # What follows from what happened, in this order.
        for watcher in (self.views.told, self.printing.told, self.speaking.told):
            live.watch(watcher)

    @property
    def is_demo(self) -> bool:
        config = self.live.hall.config
        return config is not None and config.demo

    def page_of(self, token: str) -> str:
        return f"{self.settings.public_url}/ticket/#{token}"

    def printer_of(self, place: str) -> str:
        """The printer at a kiosk's place; the first one where the kiosk names none."""
        ids = [p.id for p in self.settings.printers]
        return place if place in ids else ids[0] if ids else ""

    def demo_people(self) -> list[dict[str, str]]:
        if not self.is_demo:
            return []
        return [{"login": p.login, "name": p.name, "role": p.role, "pin": DEMO_PASSWORD} for p in DEMO_PEOPLE]

    def faults(self) -> list[dict[str, Any]]:
        """What the journal itself cannot tell: told with every heartbeat."""
        found: list[tuple[str, dict[str, object]]] = []
        if self.live.storage_failed:
            found.append(("storage_failed", {}))
        free = shutil.disk_usage(self.settings.data).free // (1024 * 1024)
        if free < LOW_DISK:
            found.append(("disk_low", {"megabytes": free}))
        if behind := self.clock.behind:
            found.append(("clock_jumped", {"seconds": int(behind.total_seconds())}))
        return [{"code": code, "text": text(code, **places)} for code, places in found]

    def _doors(self) -> Doors:
        live = self.live

        def knows_place(screen: str, place: str) -> bool:
            return live.hall.config is not None and (
                screen not in AT_A_COUNTER or place in live.hall.counters
            )

        return Doors(
            actor_of=self.door.actor,
            printer_of=self.printer_of,
            knows_place=knows_place,
            came=self.presence.came,
            went=self.presence.went,
            clock=self.clock,
            build=pages.build_id(),
            faults=self.faults,
            position=lambda: (live.hall.epoch, live.hall.seq),
        )

    def tasks(self) -> list[tuple[str, Run]]:
        """What goes on beside the hall itself; each is taken up again when it fails."""
        return [
            ("views", self.views.run),
            ("screens", self.screens.run),
            ("printing", self.printing.run),
            ("voice", self.speaking.run),
            ("time", self.time.run),
            ("over-wait", self.over_wait.run),
            ("care", self.care_clock.run),
        ]

    def play(self, port: int) -> Run:
        """Let the demo's people in; returns what runs them."""
        config = self.live.hall.config
        assert config is not None

        def token(name: str, role: str, place: str) -> str:
            return self.devices.issue_token(name, role, place, by="system:demo", now=self.clock())

        stage = Stage(f"ws://127.0.0.1:{port}/ws", token, self.settings.demo_speed or 6.0)
        stage.running = self.settings.demo_speed > 0
        self.stage = stage
        counters = [p.id for p in config.counters if not p.floating]
        return lambda: stage.run(counters, self.printer_of(""))


async def open_house(settings: Settings, clock: HallClock | None = None) -> House:
    """Read the hall from its journal and make everything, start nothing."""
    journal = SqliteJournal(settings.database, settings.hall_id)
    hall = await journal.load()
    clock = clock or HallClock(floor=hall.at)
    pick = policy(hall.config.routing if hall.config else "fair_share")
    live = LiveHall(journal, hall, await journal.names(), clock=clock, pick=pick)
    return House(settings, live, clock)


@asynccontextmanager
async def living(house: House, *more: tuple[str, Run]) -> AsyncIterator[None]:
    """Everything runs while inside."""
    async with asyncio.TaskGroup() as group:
        running = [group.create_task(_vital(house.live.run))]
        running += [group.create_task(_kept(name, run)) for name, run in (*house.tasks(), *more)]
        try:
            yield
        finally:
            for task in running:
                task.cancel()
    await house.sounds.close()
    await house.live.journal.close()
    house.engine.dispose()


async def _vital(run: Run) -> None:
    """Without this one there is no hall: stop loudly."""
    try:
        await run()
    except Exception:
        log.critical("the hall itself failed; stopping", exc_info=True)
        signal.raise_signal(signal.SIGTERM)


async def _kept(name: str, run: Run) -> None:
    """A part that fails is logged and taken up again; the hall goes on."""
    while True:
        try:
            await run()
        except Exception:
            log.exception("%s failed; taken up again", name)
        await asyncio.sleep(AGAIN_AFTER)


def build_app(house: House) -> ASGIApp:
    """The whole server as one ASGI application."""
    app = FastAPI(title="hallqueue", version="1", docs_url="/api/docs", redoc_url=None)
    build = pages.build_id()
    app.include_router(view_routes(house.views, house.screens, house.door.of_request))
    app.include_router(house.door.routes())
    app.include_router(
        public.public_routes(
            lambda: house.live,
            house.views.waits,
            page_of=house.page_of,
            build=build,
            data=house.settings.data,
            demo_people=house.demo_people,
        )
    )
    app.include_router(hall_files.file_routes(lambda: house.sounds, house.settings.slips))
    reading = Reading(house.live, house.people, house.clock, house.settings.snapshots)
    app.include_router(report_routes(reading, house.door.of_request))
    app.include_router(demo.demo_routes(lambda: house.stage))
    pages.add_pages(app)
    http.add_errors(app)
    http.describe(app)
    asked = commands.Commands(house.desk, house.door.of_request)

    async def dispatch(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and scope["path"] == "/ws":
            await house.screens(scope, receive, send)
        elif scope["type"] == "http" and scope["path"].startswith(commands.PREFIX):
            await asked(scope, receive, send)
        else:
            await app(scope, receive, send)

    return http.Bounded(dispatch)


def _speaker(settings: Settings) -> ServerSpeaker | None:
    if not settings.server_speaker:
        return None
    try:
        return ServerSpeaker(settings.server_speaker)
    except DeviceMisconfigured as problem:
        log.warning("the server itself stays silent: %s", problem)
        return None
