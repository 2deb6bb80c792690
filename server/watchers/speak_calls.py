"""TicketIssued -> its phrases are rendered; TicketCalled, TicketRecalled -> the announcer says it."""

import asyncio
import logging
from collections.abc import Callable

from pydantic_core import to_json

from server.devices.announcer import NO_SPEAKER, Announcement, Announcer
from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.phrases import phrases
from server.devices.sounds import Sound, SoundStore
from server.devices.speaker import ServerSpeaker
from server.domain.equipment.commands import ClearAlert, RaiseAlert, RecordSpoken, ReportDevice
from server.domain.hall import Hall, Ticket, TicketState
from server.domain.queue.events import TicketCalled, TicketIssued, TicketRecalled
from server.journal import Recorded
from server.live_hall import LiveHall
from server.watchers.asking import Asking
from server.watchers.mailbox import Mailbox

log = logging.getLogger(__name__)

ANSWER_WITHIN = 5.0  # s beyond the sound's own length
MOST_AHEAD = 300  # numbers whose phrases may wait to be rendered

Heard = tuple[str, int]  # call, announcement


class SpeakCalls:
    """`leader` returns the mailbox of the board that speaks for the hall, or None."""

    def __init__(
        self,
        live: LiveHall,
        sounds: SoundStore,
        *,
        leader: Callable[[], Mailbox | None],
        speaker: ServerSpeaker | None = None,
    ) -> None:
        self._live, self._sounds = live, sounds
        self._leader, self._speaker = leader, speaker
        self._asking = Asking(live, "voice")
        self._waiting: dict[Heard, asyncio.Future[str]] = {}
        self._ahead: asyncio.Queue[tuple[str, str]] = asyncio.Queue(MOST_AHEAD)
        self._announcer: Announcer | None = None

    async def run(self) -> None:
        """Speak until cancelled; calls that were not yet said when the server stopped are said now."""
        self._announcer = self._make_announcer()
        hall = self._live.hall
        for ticket in hall.tickets.values():
            if ticket.state is TicketState.CALLED and ticket.call and not ticket.call.spoken:
                self._announce(hall, ticket)
            elif ticket.state is TicketState.WAITING:
                self._prepare(hall, ticket.number)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._announcer.run())
            tasks.create_task(self._render_ahead())

    def told(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher."""
        for r in recorded:
            if isinstance(r.event, TicketIssued):
                self._prepare(hall, r.event.number)
            elif isinstance(r.event, TicketCalled | TicketRecalled):
                ticket = hall.tickets.get(r.event.ticket)
                if ticket is not None and ticket.state is TicketState.CALLED:
                    self._announce(hall, ticket)

    def heard(self, call: str, announcement: int, outcome: str) -> None:
        """A board says what became of an announcement."""
        waiting = self._waiting.get((call, announcement))
        if waiting is not None and not waiting.done():
            waiting.set_result(outcome)

    def _make_announcer(self) -> Announcer:
        return Announcer(
            sounds=self._sounds,
            clock=self._live.clock,
            still_called=self._still_called,
            play=self._play,
            report=self._report,
            health=self._health,
            languages=self._languages(),
            can_play=lambda: self._leader() is not None or self._speaker is not None,
        )

    def _languages(self) -> tuple[str, ...]:
        config = self._live.hall.config
        said = config.figures.speech_languages if config else "zh,zh"
        return tuple(part.strip() for part in said.split(",") if part.strip())

    def _announce(self, hall: Hall, ticket: Ticket) -> None:
        if self._announcer is None or ticket.call is None or hall.config is None:
            return
        call = ticket.call
        self._announcer.put(
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

    def _prepare(self, hall: Hall, number: str) -> None:
        """Minutes before the call the words are ready, so that a call never waits for the voice."""
        for language in dict.fromkeys(self._languages()):
            if not self._ahead.full():
                self._ahead.put_nowait((number, language))

    async def _render_ahead(self) -> None:
        config = self._live.hall.config
        places = list(config.counters) if config else []
        for language in dict.fromkeys(self._languages()):
            for place in places:
                await self._render("A001", language, place.id)
        while True:
            number, language = await self._ahead.get()
            await self._render(number, language, "")

    async def _render(self, number: str, language: str, counter: str) -> None:
        config = self._live.hall.config
        assert config is not None
        place = config.counter[counter] if counter else config.counters[0]
        said = phrases(number, place.name, place.id, announcement=1, last_call=False, language=language)
        try:
            await self._sounds.phrase(said[1] if counter else said[0], language)
        except (DeviceUnavailable, DeviceMisconfigured) as why:
            log.info("not rendered ahead: %s", why)

    def _still_called(self, said: Announcement) -> bool:
        ticket = self._live.hall.tickets.get(said.ticket)
        if ticket is None or ticket.state is not TicketState.CALLED or ticket.call is None:
            return False
        return ticket.call.id == said.call and ticket.call.recalls + 1 == said.nth

    async def _play(self, said: Announcement, sound: Sound) -> str:
        box = self._leader()
        if box is not None:
            return await self._play_on(box, said, sound)
        return await self._speaker.play(sound) if self._speaker is not None else "failed"

    async def _play_on(self, box: Mailbox, said: Announcement, sound: Sound) -> str:
        heard: Heard = (said.call, said.nth)
        waiting: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._waiting[heard] = waiting
        box.put(_cue(said, sound))
        try:
            async with asyncio.timeout(sound.seconds + ANSWER_WITHIN):
                return await waiting
        except TimeoutError:
            return "failed"
        finally:
            del self._waiting[heard]

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


def _cue(said: Announcement, sound: Sound) -> bytes:
    return to_json(
        {
            "type": "cue",
            "cue": "speak",
            "call": said.call,
            "announcement": said.nth,
            "number": said.number,
            "counter": said.counter,
            "sound": f"/sounds/{sound.name}.wav",
            "seconds": round(sound.seconds, 2),
        }
    )
