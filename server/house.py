"""A running hall: every part of it made once and joined, its tasks, and how it lives and ends."""

import asyncio
import logging
import signal
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from server.access.devices import Devices
from server.access.people import People, Person
from server.access.record import AccessRecord
from server.access.refusals import AccessRefused
from server.access.seen import SeenDevices
from server.access.sources import network
from server.api import first, pages, public
from server.api.access_notes import AccessNotes
from server.api.desk import Desk
from server.api.doors import Door
from server.api.measures import Measures
from server.api.metrics import Metrics
from server.api.printers import PrinterDesk
from server.api.readiness import readiness
from server.api.safety import Safety
from server.api.screen import Doors, Screen
from server.api.screens import Screens
from server.api.setup import SettingUp
from server.api.strangers import WRONG_TOKEN, Strangers
from server.api.texts import text
from server.api.voice import VoiceDesk
from server.clock import HallClock
from server.demo.past import is_demo
from server.demo.people import DEMO_PASSWORD, DEMO_PEOPLE
from server.demo.stage import Stage
from server.devices.agents import Agents
from server.devices.printers import PrinterConfig
from server.devices.sounds import SoundStore
from server.devices.speaker import Speakers
from server.domain.queue.commands import GoOnRestored
from server.domain.screens import SCREENS, At
from server.domain.views.part_texts import part_failed
from server.journal.sqlite import SqliteJournal, engine_for
from server.live_hall import LiveHall
from server.plugins import policy
from server.safekeeping.going_on import gone_on
from server.safekeeping.known import hall_of, is_older, read_known
from server.settings import Settings
from server.setup_plugins import missing_media
from server.supervisor import Part, Run, Supervisor
from server.time_sources import boot_id, read_mark
from server.watchdog import Watchdog
from server.watchers.attendance import Attendance
from server.watchers.care_clock import CareClock
from server.watchers.find_stranded import FindStranded
from server.watchers.follow_setup import FollowSetup, open_voices
from server.watchers.keep_clock import KeepClock
from server.watchers.keep_known import KeepKnown
from server.watchers.keep_time import KeepTime
from server.watchers.loudspeakers import Loudspeakers
from server.watchers.over_wait import OverWait
from server.watchers.presence import Presence
from server.watchers.print_slips import SlipPrinting
from server.watchers.push_views import Views
from server.watchers.show_strips import ShowStrips
from server.watchers.speak_calls import SpeakCalls
from server.watchers.tell_parts import KIND, TellParts, alert_of
from server.watchers.who_is_who import WhoIsWho
from server.watchers.words_ahead import WordsAhead

log = logging.getLogger(__name__)

LOW_DISK = 200  # MB


class House:
    """A running hall: everything made once, in the order it depends on each other."""

    def __init__(
        self,
        settings: Settings,
        live: LiveHall,
        clock: HallClock,
        safety: Safety,
        keep_known: KeepKnown,
        *,
        is_demo: bool = False,
    ) -> None:
        self.settings, self.live, self.clock = settings, live, clock
        self.is_demo = is_demo  # made by `hallqueue demo`, whatever the set-up says
        self.safety, self.keep_known = safety, keep_known
        given, folder = settings.voices, settings.voice_packs
        self.sounds = SoundStore(settings.sounds, open_voices(live.hall.config, folder, given))
        self.follow_setup = FollowSetup(live, self.sounds, policy, folder=folder, given=given)
        self.parts = Supervisor()
        self.views = Views(lambda: live.hall, clock, lambda: live.pick, self.parts, name_of=self.name_of)
        self.presence = Presence(clock)
        self.agents = Agents()
        self.printing = SlipPrinting(
            live,
            self.printers,
            settings.data,
            waits=self.views.waits,
            page_of=self.page_of,
            media=settings.media,
            agents=self.agents,
            parts=self.parts,
        )
        speakers = Speakers(settings.server_speaker, lambda: live.hall.config)
        self.loudspeakers = Loudspeakers(live, self.sounds, self.presence, speakers.of)
        self.speaking = SpeakCalls(live, self.sounds, self.loudspeakers, parts=self.parts)
        self.over_wait = OverWait(live, clock, self.parts)
        self.care_clock = CareClock(live, clock, self.parts)
        self.words = WordsAhead(live, self.sounds, self.speaking.speech, parts=self.parts)
        self.keep_clock = KeepClock(live, clock, settings, lambda: self.screens.connected)
        self.time = KeepTime(
            live,
            clock,
            sounds=self.sounds,
            presence=self.presence,
            media=settings.media,
            keep_clock=self.keep_clock,
            is_demo=is_demo,
            parts=self.parts,
        )
        self.strips = ShowStrips(live, self.parts)
        self.stranded = FindStranded(live, clock)
        self.tell_parts = TellParts(live, self.parts)
        self.engine = engine_for(settings.database)
        self.people = People(self.engine, settings.hall_id)
        self.who = WhoIsWho(self.people)
        self.devices = Devices(self.engine, settings.hall_id)
        self.strangers = Strangers(time.monotonic)
        self.notes = AccessNotes(live)
        self.record = AccessRecord(self.engine, settings.hall_id)
        self.door = Door(self.people, self.devices, clock, self.record, self.notes)
        self.desk = Desk(
            live,
            waits=self.views.waits,
            printers=lambda: tuple(p.id for p in self.printers()),
            printer_of=self.printing.printer_for,
            page_of=self.page_of,
            person=self._person,
            heard=lambda by, said: self.loudspeakers.heard(by.id, said.call, said.announcement, said.outcome),
            clock=clock,
            lacks=lambda wanted: [
                *missing_media(wanted, settings.media, live.hall.config),
                *self.printer_desk.unconfirmed(wanted),
            ],
        )
        self.screens = Screens(self.desk, self.views, self._doors())
        seen = SeenDevices(self.engine, settings.hall_id)
        self.attendance = Attendance(seen, lambda: self.screens.connected, clock)
        self.first = first.FirstSetup(live, self.people)
        self.printer_desk = PrinterDesk(
            lambda: live.hall,
            self.printing,
            self.printers,
            clock,
            settings.media,
            own_doors=settings.own_doors,
        )
        self.setting_up = SettingUp(
            live,
            self.people,
            ready=self.ready,
            address=settings.public_url,
            media=settings.media,
            unconfirmed=self.printer_desk.unconfirmed,
        )
        self.watchdog = Watchdog.of_systemd(live)
        self.metrics = Metrics(
            clock,
            Measures(
                live,
                self.views.waits,
                screens=lambda: (screen.screen for screen in self.screens.connected),
                behind=lambda: clock.behind,
                data=settings.data,
                build=pages.build_id(),
            ),
        )
        self.voice_desk = VoiceDesk(self.sounds, self.speaking, lambda: live.hall.config)
        self.stage: Stage | None = None
        live.watcher_failed = lambda name, error: self.parts.failed(Part(kind=name), error)
        # What follows from what happened, in this order; each is named as the part it belongs to.
        for name, watcher in (
            ("time", self.keep_clock.told),
            ("set-up", self.follow_setup.told),
            ("views", self.views.told),
            ("printing", self.printing.told),
            ("voice", self.speaking.told),
            ("words", self.words.told),
            ("strips", self.strips.told),
            ("lines", self.stranded.told),
            ("metrics", self.metrics.told),
        ):
            live.watch(watcher, name)

    def name_of(self, login: str) -> str:
        return self.who.name_of(login)

    def zone(self) -> str:
        config = self.live.hall.config
        return config.timezone if config else ""

    def page_of(self, token: str) -> str:
        return f"{self.settings.public_url}/ticket/#{token}"

    def printers(self) -> tuple[PrinterConfig, ...]:
        """Those of the hall's set-up; what the command line says of one of them counts."""
        given = {p.id: p for p in self.settings.printers}
        config = self.live.hall.config
        own = config.printers if config else ()
        return (*given.values(), *(p for p in own if p.id not in given))

    def demo_people(self) -> list[dict[str, str]]:
        if not self.is_demo:
            return []
        return [{"login": p.login, "name": p.name, "role": p.role, "pin": DEMO_PASSWORD} for p in DEMO_PEOPLE]

    def ready(self, people: Sequence[Person]) -> list[dict[str, Any]]:
        config = self.live.hall.config
        missing = missing_media(config, self.settings.media) if config else []
        return readiness(
            self.live.hall, people, {screen.screen for screen in self.screens.connected}, missing=missing
        )

    def qr_of(self, path: str) -> bytes:
        return public.qr_svg(f"{self.settings.public_url}{path}")

    def faults(self) -> list[dict[str, Any]]:
        """What the journal itself cannot tell: told with every heartbeat."""
        found: list[tuple[str, dict[str, object]]] = []
        if self.live.storage_failed:
            found.append(("storage_failed", {}))
        free = self.safety.megabytes_free()
        if free is not None and free < LOW_DISK:
            found.append(("disk_low", {"megabytes": free}))
        if off := self.clock.doubt or -self.clock.behind:
            way = "clock_jumped" if off.total_seconds() < 0 else "clock_ahead"
            found.append((way, {"seconds": int(abs(off.total_seconds()))}))
        failing = [part for part in self.parts.in_trouble() if alert_of(part) not in self.live.hall.alerts]
        return [
            *({"code": s.code, "text": s.text} for s in self.safety.troubles()),
            *({"code": code, "text": text(code, **places)} for code, places in found),
            *(self._part_failed(part) for part in failing),
        ]

    def troubles(self) -> list[dict[str, Any]]:
        """Whatever keeps the hall from being well, in words; nothing of it is secret."""
        told = [self._part_failed(part) for part in self.parts.in_trouble()]
        return [*told, *(fault for fault in self.faults() if fault not in told)]

    def _part_failed(self, part: Part) -> dict[str, Any]:
        return {"code": KIND, "text": part_failed(self.live.hall, part.kind, part.subject)}

    def _person(self, login: str) -> Person | None:
        try:
            return self.people.find_person(login)
        except AccessRefused:
            return None

    def _doors(self) -> Doors:
        live = self.live

        def knows_place(screen: str, place: str) -> bool:
            return live.hall.config is not None and (
                SCREENS[screen].at is not At.COUNTER or place in live.hall.counters
            )

        return Doors(
            actor_of=self.door.actor,
            printer_of=self.printing.printer_for,
            knows_place=knows_place,
            came=self.presence.came,
            went=self._went,
            clock=self.clock,
            build=pages.build_id(),
            zone=self.zone,
            faults=self.faults,
            position=lambda: (live.hall.epoch, live.hall.seq),
            agents=self.agents,
            stranger=lambda address: self.strangers.charge(network(address), WRONG_TOKEN),
        )

    def _went(self, screen: Screen) -> None:
        self.presence.went(screen)
        self.attendance.went(screen)

    def tasks(self) -> list[tuple[str, Run]]:
        """What goes on beside the hall itself; each is a part that is taken up again when it fails."""
        return [
            ("parts", self.tell_parts.run),
            ("who", self.who.run),
            ("lines", self.stranded.run),
            ("views", self.views.run),
            ("screens", self.screens.run),
            ("attendance", self.attendance.run),
            ("printing", self.printing.run),
            ("voice", self.speaking.run),
            ("loudspeakers", self.loudspeakers.run),
            ("time", self.time.run),
            ("known", self.keep_known.run),
            ("strips", self.strips.run),
            ("watchdog", self.watchdog.run),
            ("words", self.words.run),
            ("set-up", self.follow_setup.run),
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
        return lambda: stage.run(counters, self.printing.printer_for(""))


async def open_house(settings: Settings, clock: HallClock | None = None) -> House:
    """Read the hall from its journal and make everything, start nothing."""
    journal = SqliteJournal(settings.database, settings.hall_id)
    hall = (await journal.open_whole()).hall
    clock = clock or HallClock(leap=timedelta(seconds=settings.clock_leap_seconds))
    clock.begin(hall.at if hall.seq else None, read_mark(settings.data), boot_id())
    here, known = await hall_of(journal), read_known(settings.data)
    if known and is_older(hall, here, known):
        log.warning(
            "the hall that lies here is older than the one that ran here; it goes on as a restored one"
        )
        await gone_on(settings.database, GoOnRestored(epoch=known.epoch + 1), clock())
        hall = (await journal.open_whole()).hall
    demo = await is_demo(journal)
    if demo:
        clock.trust()
    pick = policy(hall.config.routing if hall.config else "fair_share")
    live = LiveHall(
        journal,
        hall,
        await journal.names(),
        clock=clock,
        pick=pick,
        sure=lambda: clock.sure,
        began=lambda: clock.began,
    )
    kept = KeepKnown(live, settings.data, here)
    house = House(settings, live, clock, Safety(journal, settings.data), kept, is_demo=demo)
    if not demo:
        await asyncio.to_thread(house.devices.revoke_what_let_itself_in, clock())
    await house.keep_clock.leave_the_future()
    return house


@asynccontextmanager
async def living(house: House, *more: tuple[str, Run]) -> AsyncIterator[None]:
    """Everything runs while inside."""
    async with asyncio.TaskGroup() as group:
        vital = group.create_task(_vital(house.live.run))
        for name, run in (*house.tasks(), *more):
            house.parts.start(Part(kind=name), run)
        try:
            yield
        finally:
            await house.parts.close()
            vital.cancel()
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
