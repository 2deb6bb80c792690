"""TicketCalled, TicketRecalled -> the zone's announcer says it."""

import asyncio

from server.devices.speaking.announcer import NO_SPEAKER, Announcement, Announcer, Speech
from server.devices.speaking.sounds import Sound, SoundStore
from server.devices.speaking.speech_setup import speaking_zone, speech_at
from server.domain.equipment.commands import ClearAlert, RaiseAlert, RecordSpoken, ReportDevice
from server.domain.hall import Hall, Ticket, TicketState
from server.domain.queue.events import TicketCalled, TicketRecalled
from server.journal import Recorded
from server.live_hall import LiveHall
from server.supervisor import Part, Supervisor
from server.watchers.asking import Asking
from server.watchers.devices.loudspeakers import Cue, Loudspeakers

SPEAKING = Part(kind="voice")
LOOK_EVERY = 5.0  # s: boards come and go


class SpeakCalls:
    """One announcer for each zone apart and one for all others."""

    def __init__(
        self, live: LiveHall, sounds: SoundStore, loudspeakers: Loudspeakers, *, parts: Supervisor
    ) -> None:
        self._live, self._sounds, self._loudspeakers, self._parts = live, sounds, loudspeakers, parts
        self._asking = Asking(live, "voice")
        self._played_by: dict[tuple[str, int], str] = {}  # call, announcement
        self._announcers: dict[str, Announcer] = {}

    async def run(self) -> None:
        """Speak until cancelled; calls that were not yet said when the server stopped are said now."""
        hall = self._live.hall
        for ticket in hall.tickets.values():
            if ticket.state is TicketState.CALLED and ticket.call and not ticket.call.spoken:
                self._announce(hall, ticket)
        while True:  # announcers come when they are needed
            await asyncio.sleep(LOOK_EVERY)
            with self._parts.alone(SPEAKING):
                await self.look()

    async def look(self) -> None:
        """Whoever can speak where calls are said cures the lack of one, before the next call."""
        config, alert = self._live.hall.config, f"{NO_SPEAKER}/hall"
        if config is None or alert not in self._live.hall.alerts:
            return
        zones = {speaking_zone(config, counter.id) for counter in config.counters}
        if all(self._loudspeakers.can_play(zone) for zone in zones):
            await self._asking.ask(ClearAlert(alert=alert))

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher."""
        for r in recorded:
            if isinstance(r.event, TicketCalled | TicketRecalled):
                ticket = hall.tickets.get(r.event.ticket)
                if ticket is not None and ticket.state is TicketState.CALLED:
                    with self._parts.alone(SPEAKING):
                        self._announce(hall, ticket)

    def speech(self) -> Speech:
        return speech_at(self._live.hall.config, self._live.clock())

    async def try_out(self, sound: Sound, zone: str) -> str:
        """Let a test be heard where calls are; "played", "blocked" or "failed"."""
        return (await self._loudspeakers.play(Cue(call="test", nth=0, sound=sound), zone)).outcome

    def _announcer(self, zone: str) -> Announcer:
        """Made when first needed."""
        if zone not in self._announcers:
            self._announcers[zone] = made = Announcer(
                sounds=self._sounds,
                clock=self._live.clock,
                still_called=self._still_called,
                play=lambda announcement, sound: self._play(announcement, sound, zone),
                report=self._report,
                health=self._health,
                speech=self.speech,
                can_play=lambda: self._loudspeakers.can_play(zone),
                seen=lambda: self._loudspeakers.shown(zone),
            )
            self._parts.start(Part(kind="announcer", subject=zone), made.run)
        return self._announcers[zone]

    def _announce(self, hall: Hall, ticket: Ticket) -> None:
        if ticket.call is None or hall.config is None:
            return
        call = ticket.call
        announcer = self._announcer(speaking_zone(hall.config, call.counter))
        announcer.put(
            Announcement(
                ticket=ticket.id,
                call=call.id,
                number=ticket.number,
                counter=call.counter,
                counter_name=hall.config.counter[call.counter].name,
                nth=call.recalls + 1,
                last_call=call.recalls >= hall.config.figures.last_call_from_recall,
                made_at=call.announced_at,
            )
        )

    def _still_called(self, announcement: Announcement) -> bool:
        ticket = self._live.hall.tickets.get(announcement.ticket)
        if ticket is None or ticket.state is not TicketState.CALLED or ticket.call is None:
            return False
        return ticket.call.id == announcement.call and ticket.call.recalls + 1 == announcement.nth

    async def _play(self, announcement: Announcement, sound: Sound, zone: str) -> str:
        cue = Cue(
            call=announcement.call,
            nth=announcement.nth,
            sound=sound,
            number=announcement.number,
            counter=announcement.counter,
        )
        played = await self._loudspeakers.play(cue, zone, lambda: self._still_called(announcement))
        self._played_by[announcement.call, announcement.nth] = played.by
        return played.outcome

    async def _report(self, announcement: Announcement, outcome: str, detail: str, voice: str) -> None:
        await self._asking.ask(
            RecordSpoken(
                call=announcement.call,
                announcement=announcement.nth,
                outcome=outcome,
                detail=detail,
                voice=voice,
                speaker=self._played_by.pop((announcement.call, announcement.nth), ""),
            ),
            patient=True,
        )
        if detail == NO_SPEAKER:
            await self._asking.ask(RaiseAlert(kind=NO_SPEAKER, subject="hall"))
        if outcome == "played":
            await self.look()

    async def _health(self, state: str, detail: str) -> None:
        await self._asking.ask(ReportDevice(device="voice", kind="voice", state=state, detail=detail))
