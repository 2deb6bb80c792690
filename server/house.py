"""A running hall: every part of it made once and joined, and the tasks that go on beside the hall itself."""

import time
from collections.abc import Callable
from functools import partial

from server import later
from server.access.devices import Devices
from server.access.people import People
from server.access.record import AccessRecord
from server.access.seen import SeenDevices
from server.api.asking.day_key import DayKey
from server.api.asking.desk import Desk
from server.api.doors.access_notes import AccessNotes
from server.api.doors.doors import Door
from server.api.health.faults import Faults
from server.api.health.safety import Safety
from server.api.pacing.guesses import Guesses
from server.api.pacing.strangers import Strangers
from server.api.public import pages
from server.api.public.metrics import Measures, Metrics
from server.api.screens.screen import Neighbours, Screen
from server.api.screens.screens import Screens
from server.api.setup.first import FirstSetup
from server.api.setup.printers import PrinterDesk
from server.api.setup.setting_up import SettingUp
from server.api.setup.voice import VoiceDesk
from server.clock import HallClock
from server.demo.play import Play
from server.devices.known_here import known_here
from server.devices.printing.agents import Agents
from server.devices.speaking.sounds import SoundStore
from server.devices.speaking.speaker import Speakers
from server.journal.files import DataGone
from server.journal.sqlite import engine_for
from server.live_hall import LiveHall, Watcher
from server.plugins import order, policy
from server.safekeeping.noted import Backups
from server.settings import Settings
from server.supervisor import Part, Run, Supervisor
from server.watchers.clock.care_clock import CareClock
from server.watchers.clock.expect_appointments import ExpectAppointments
from server.watchers.clock.expect_arrivals import ExpectArrivals
from server.watchers.clock.keep_clock import KeepClock
from server.watchers.clock.keep_time import KeepTime
from server.watchers.clock.over_wait import OverWait
from server.watchers.devices.loudspeakers import Loudspeakers
from server.watchers.devices.print_slips import SlipPrinting
from server.watchers.devices.show_strips import ShowStrips
from server.watchers.devices.speak_calls import SpeakCalls
from server.watchers.devices.words_ahead import WordsAhead
from server.watchers.find_stranded import FindStranded
from server.watchers.follow_setup import FollowSetup, open_voices
from server.watchers.foresight.keep_needed import KeepNeeded
from server.watchers.foresight.learn_overnight import LearnOvernight
from server.watchers.foresight.looking_ahead import LookingAhead
from server.watchers.foresight.proposing import Proposing
from server.watchers.foresight.run_forward import RunForward
from server.watchers.keeping.keep_known import KeepKnown
from server.watchers.keeping.keep_snapshots import KeepSnapshots
from server.watchers.keeping.keep_visits import KeepVisits, visits_engine
from server.watchers.screens.attendance import Attendance
from server.watchers.screens.presence import Presence
from server.watchers.screens.push_views import Views
from server.watchers.screens.who_is_who import WhoIsWho
from server.watchers.tell_parts import TellParts
from server.watchers.watchdog import Watchdog


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
        self.at_leisure: list[Callable[[], object]] = [later.load]  # what is done once the doors are open
        self.snapshots = KeepSnapshots(live)
        self.connected: set[Screen] = set()
        self.parts, self.agents = Supervisor(told_elsewhere=(DataGone,)), Agents()
        self.presence = Presence(clock)
        self.engine = engine_for(settings.database)
        self.people = People(self.engine, settings.hall_id)
        self.devices = Devices(self.engine, settings.hall_id)
        self.who = WhoIsWho(self.people)
        self._follow()
        self._tell_the_time()
        self._serve()
        live.watcher_failed = self._watcher_failed
        for name, watcher in self._watchers():
            live.watch(watcher, name)

    def _follow(self) -> None:
        """What follows from the hall's events: voices, slips, views, strips, care."""
        settings, live, parts = self.settings, self.live, self.parts
        given, folder = settings.voices, settings.voice_packs
        self.sounds = SoundStore(settings.sounds, open_voices(live.hall.config, folder, given))
        self.follow_setup = FollowSetup(live, self.sounds, policy, folder=folder, given=given)
        self.looking_ahead = LookingAhead(live, self.clock)
        live.foresee = self.looking_ahead.foresee
        self.run_forward = RunForward(live, self.clock, order, self.looking_ahead.take)
        self.keep_needed = KeepNeeded(live, self.clock)
        visits = visits_engine(settings.database)
        self.learning = LearnOvernight(live, self.clock, visits)
        self.run_forward.habits, self.run_forward.plan = self.learning.habits, self.learning.plan
        self.proposing = Proposing(live, self.clock)
        self.run_forward.propose = self.proposing.take
        self.views = Views(
            live,
            self.clock,
            parts,
            name_of=self.who.name_of,
            foresee=self.looking_ahead.foresee,
            needed=self.keep_needed.of,
        )
        self.printing = SlipPrinting(
            live,
            settings.printers,
            settings.data,
            waits=self.views.waits,
            page_of=settings.page_of,
            notice_page_of=settings.notice_page_of,
            booking_of=settings.booking_of,
            media=settings.media,
            agents=self.agents,
            parts=parts,
        )
        speakers = Speakers(settings.server_speaker)
        self.loudspeakers = Loudspeakers(live, self.sounds, self.presence, speakers)
        self.speaking = SpeakCalls(live, self.sounds, self.loudspeakers, parts=parts)
        self.words = WordsAhead(live, self.sounds, self.speaking.speech, parts=parts)
        self.strips = ShowStrips(live, parts)
        self.over_wait = OverWait(live, self.clock, parts)
        self.care_clock = CareClock(live, self.clock, parts)
        self.stranded = FindStranded(live, self.clock)
        self.expect_appointments = ExpectAppointments(live, self.clock)
        self.expect_arrivals = ExpectArrivals(live, self.clock)
        self.tell_parts = TellParts(live, parts)
        self.keep_visits = KeepVisits(live, visits)

    def _tell_the_time(self) -> None:
        self.keep_clock = KeepClock(self.live, self.clock, self.settings, self.connected)
        self.time = KeepTime(
            self.live,
            self.clock,
            sounds=self.sounds,
            presence=self.presence,
            media=self.settings.media,
            keep_clock=self.keep_clock,
            is_demo=self.is_demo,
            parts=self.parts,
        )
        self.watchdog = Watchdog.of_systemd(self.live)

    def _serve(self) -> None:
        """What answers people and machines from outside."""
        settings, live, clock = self.settings, self.live, self.clock
        self.strangers, self.guesses = Strangers(time.monotonic), Guesses(live.clock)
        self.notes = AccessNotes(live)
        self.record = AccessRecord(self.engine, settings.hall_id)
        self.door = Door(self.people, self.devices, clock, self.record, self.notes)
        backups = None if self.is_demo else Backups(settings.data, clock)
        self.faults = Faults(live, clock, self.safety, self.parts, backups)
        seen = SeenDevices(self.engine, settings.hall_id)
        self.attendance = Attendance(seen, self.connected, clock)
        self.printer_desk = PrinterDesk(live, self.printing, settings)
        live.known = partial(known_here, settings.media, self.printer_desk.answered, settings.own_doors)
        self.setting_up = SettingUp(live, self.people, self.devices, settings, self.connected)
        self.first = FirstSetup(live, self.people)
        self.day_key = DayKey(settings.day_key, day_is_open=live.hall.day is not None)
        self.desk = Desk(
            live,
            waits=self.views.waits,
            printing=self.printing,
            loudspeakers=self.loudspeakers,
            people=self.people,
            clock=clock,
            page_of=settings.page_of,
            known_as=self.day_key.known_as,
            booking_of=settings.booking_of,
        )
        self.beside = Neighbours(
            live=live,
            clock=clock,
            door=self.door,
            strangers=self.strangers,
            faults=self.faults,
            printing=self.printing,
            presence=self.presence,
            attendance=self.attendance,
            agents=self.agents,
            build=pages.build_id(),
        )
        self.screens = Screens(self.desk, self.views, self.beside, self.connected)
        self.voice_desk = VoiceDesk(live, self.sounds, self.speaking, self.parts)
        measures = Measures(
            live,
            self.views.waits,
            clock,
            connected=self.connected,
            data=settings.data,
            build=self.beside.build,
        )
        self.metrics = Metrics(clock, measures)
        self.play = Play(live, self.devices, self.printing, clock, settings)

    def _watcher_failed(self, name: str, error: Exception) -> None:
        self.parts.failed(Part(kind=name), error)

    def _watchers(self) -> tuple[tuple[str, Watcher], ...]:
        """What follows from what happened, in this order; each is named as the part it belongs to."""
        return (
            ("time", self.keep_clock.on_commit),
            ("set-up", self.follow_setup.on_commit),
            ("views", self.views.on_commit),
            ("printing", self.printing.on_commit),
            ("voice", self.speaking.on_commit),
            ("words", self.words.on_commit),
            ("strips", self.strips.on_commit),
            ("lines", self.stranded.on_commit),
            ("forward", self.run_forward.on_commit),
            ("appointments", self.expect_appointments.on_commit),
            ("remote", self.expect_arrivals.on_commit),
            ("metrics", self.metrics.on_commit),
            ("snapshots", self.snapshots.on_commit),
            ("visits", self.keep_visits.on_commit),
            ("learning", self.learning.on_commit),
            ("people", self.day_key.on_commit),
        )

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
            ("snapshots", self.snapshots.run),
            ("visits", self.keep_visits.run),
            ("learning", self.learning.run),
            ("strips", self.strips.run),
            ("watchdog", self.watchdog.run),
            ("words", self.words.run),
            ("set-up", self.follow_setup.run),
            ("over-wait", self.over_wait.run),
            ("care", self.care_clock.run),
            ("appointments", self.expect_appointments.run),
            ("remote", self.expect_arrivals.run),
            ("promises", self.looking_ahead.run),
            ("roster", self.keep_needed.run),
            ("proposals", self.proposing.run),
        ]
