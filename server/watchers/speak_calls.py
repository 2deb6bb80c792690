"""TicketCalled, TicketRecalled -> the zone's announcer says it."""

import asyncio
from collections.abc import Callable

from pydantic_core import to_json

from server.devices.announcer import NO_SPEAKER, Announcement, Announcer, Speech
from server.devices.sounds import Sound, SoundStore
from server.devices.speaker import ServerSpeaker
from server.devices.speech_setup import speaking_zone, speech_at, zones_apart
from server.domain.equipment.commands import ClearAlert, RaiseAlert, RecordSpoken, ReportDevice
from server.domain.hall import Hall, Ticket, TicketState
from server.domain.queue.events import TicketCalled, TicketRecalled
from server.journal import Recorded
from server.live_hall import LiveHall
from server.supervisor import Part, Supervisor
from server.watchers.asking import Asking
from server.watchers.mailbox import Mailbox

ANSWER_WITHIN = 5.0  # s beyond the sound's own length
SPEAKING = Part(kind="voice")
SHARED = ""  # the zone of all that have no speaker of their own

Heard = tuple[str, int]  # call, announcement
Leader = Callable[[str, frozenset[str]], Mailbox | None]


class SpeakCalls:
    """`leader(zone, apart)` is the board that speaks there, `speaker(zone)` the server's own sound card."""

    def __init__(
        self,
        live: LiveHall,
        sounds: SoundStore,
        *,
        leader: Leader,
        parts: Supervisor,
        speaker: Callable[[str], ServerSpeaker | None] = lambda zone: None,
    ) -> None:
        self._live, self._sounds = live, sounds
        self._leader_of, self._speaker = leader, speaker
        self._asking = Asking(live, "voice")
        self._waiting: dict[Heard, asyncio.Future[str]] = {}
        self._announcers: dict[str, Announcer] = {}
        self._parts = parts

    async def run(self) -> None:
        """Speak until cancelled; calls that were not yet said when the server stopped are said now."""
        hall = self._live.hall
        for ticket in hall.tickets.values():
            if ticket.state is TicketState.CALLED and ticket.call and not ticket.call.spoken:
                self._announce(hall, ticket)
        await asyncio.Event().wait()  # announcers come when they are needed

    def told(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher."""
        for r in recorded:
            if isinstance(r.event, TicketCalled | TicketRecalled):
                ticket = hall.tickets.get(r.event.ticket)
                if ticket is not None and ticket.state is TicketState.CALLED:
                    with self._parts.alone(SPEAKING):
                        self._announce(hall, ticket)

    def heard(self, call: str, announcement: int, outcome: str) -> None:
        """A board says what became of an announcement."""
        waiting = self._waiting.get((call, announcement))
        if waiting is not None and not waiting.done():
            waiting.set_result(outcome)

    def speech(self) -> Speech:
        return speech_at(self._live.hall.config, self._live.clock())

    async def try_out(self, sound: Sound, zone: str) -> str:
        """Let a test be heard where calls are; "played", "blocked" or "failed"."""
        return await self._play("test", 0, sound, zone, number="", counter="")

    def _announcer(self, zone: str) -> Announcer:
        """One for each zone apart and one for all others, made when first needed."""
        if zone not in self._announcers:
            self._announcers[zone] = made = Announcer(
                sounds=self._sounds,
                clock=self._live.clock,
                still_called=self._still_called,
                play=lambda said, sound: self._play(
                    said.call, said.nth, sound, zone, number=said.number, counter=said.counter
                ),
                report=self._report,
                health=self._health,
                speech=self.speech,
                can_play=lambda: self._leader(zone) is not None or self._speaker(zone) is not None,
            )
            self._parts.start(Part(kind="voice", subject=zone), made.run)
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

    def _still_called(self, said: Announcement) -> bool:
        ticket = self._live.hall.tickets.get(said.ticket)
        if ticket is None or ticket.state is not TicketState.CALLED or ticket.call is None:
            return False
        return ticket.call.id == said.call and ticket.call.recalls + 1 == said.nth

    def _leader(self, zone: str) -> Mailbox | None:
        """The zone's own board; where it is missing, better the hall's than none."""
        apart = zones_apart(self._live.hall.config)
        return self._leader_of(zone, apart) or self._leader_of(SHARED, apart)

    async def _play(self, call: str, nth: int, sound: Sound, zone: str, *, number: str, counter: str) -> str:
        speaker = self._speaker(zone)
        if zone and speaker is not None:
            return await speaker.play(sound)
        box = self._leader(zone)
        if box is None:
            return await speaker.play(sound) if speaker is not None else "failed"
        waiting: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._waiting[call, nth] = waiting
        box.put(_cue(call, nth, sound, number=number, counter=counter))
        try:
            async with asyncio.timeout(sound.seconds + ANSWER_WITHIN):
                return await waiting
        except TimeoutError:
            return "failed"
        finally:
            del self._waiting[call, nth]

    async def _report(self, said: Announcement, outcome: str, detail: str) -> None:
        await self._asking.ask(
            RecordSpoken(call=said.call, announcement=said.nth, outcome=outcome, detail=detail)
        )
        if detail == NO_SPEAKER:
            await self._asking.ask(RaiseAlert(kind=NO_SPEAKER, subject="hall"))
        if outcome == "played" and f"{NO_SPEAKER}/hall" in self._live.hall.alerts:
            await self._asking.ask(ClearAlert(alert=f"{NO_SPEAKER}/hall"))

    async def _health(self, state: str, detail: str) -> None:
        await self._asking.ask(ReportDevice(device="voice", kind="voice", state=state, detail=detail))


def _cue(call: str, nth: int, sound: Sound, *, number: str, counter: str) -> bytes:
    return to_json(
        {
            "type": "cue",
            "cue": "speak",
            "call": call,
            "announcement": nth,
            "number": number,
            "counter": counter,
            "sound": f"/sounds/{sound.name}.wav",
            "seconds": round(sound.seconds, 2),
        }
    )
