"""A number is issued or called, the hall is furnished -> its words are rendered before a call needs them."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum

from server.devices.announcer import Speech
from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.phrases import counter_phrase, number_phrase, wording
from server.devices.sounds import SoundStore
from server.devices.speech_texts import SPOKEN
from server.domain.hall import Hall, Ticket, TicketState
from server.domain.queue.events import HallConfigured, TicketCalled, TicketIssued, TicketRecalled
from server.journal import Recorded
from server.live_hall import LiveHall

log = logging.getLogger(__name__)

MOST_AHEAD = 600  # phrases that may wait; what comes beyond is said by a quicker voice


class Turn(IntEnum):
    """What is needed soonest is rendered first; a slow voice may be minutes behind."""

    COUNTER = 0
    RECALL = 1  # of a number that stands called: it may be wanted in seconds
    NUMBER = 2
    COUNTER_AGAIN = 3
    KIOSK = 4


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Wanted:
    """A phrase; one that says a ticket's number is worth it as long as the ticket is in `state`."""

    turn: Turn
    nth: int
    text: str = field(compare=False)
    language: str = field(compare=False)
    ticket: str = field(default="", compare=False)
    state: TicketState = field(default=TicketState.WAITING, compare=False)


class WordsAhead:
    """Uses the preferred voice without patience, so that a call finds its words ready."""

    def __init__(self, live: LiveHall, sounds: SoundStore, speech: Callable[[], Speech]) -> None:
        self._live, self._sounds, self._speech = live, sounds, speech
        self._queue: asyncio.PriorityQueue[Wanted] = asyncio.PriorityQueue(MOST_AHEAD)
        self._nth = 0

    async def run(self) -> None:
        """Render until cancelled, beginning with the words of the hall as it stands."""
        self._furnish()
        for ticket in self._live.hall.tickets.values():
            self._prepare(ticket)
        while True:
            wanted = await self._queue.get()
            if self._is_still(wanted):
                await self._render(wanted)

    def told(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher."""
        for r in recorded:
            if isinstance(r.event, HallConfigured):
                self._furnish()
            elif isinstance(r.event, TicketIssued | TicketCalled | TicketRecalled):
                ticket = hall.tickets.get(r.event.ticket)
                if ticket is not None:
                    self._prepare(ticket)

    def _furnish(self) -> None:
        config = self._live.hall.config
        if config is None:
            return
        speech = self._speech()
        for language in dict.fromkeys(speech.languages):
            for nth, last in ((1, False), (2, False), (2, True)):
                turn = Turn.COUNTER if nth == 1 else Turn.COUNTER_AGAIN
                for place in config.counters:
                    said = counter_phrase(place.name, place.id, wording(nth, last), language, speech.readings)
                    self._want(turn, said, language)
            for text in SPOKEN.values():
                self._want(Turn.KIOSK, text.zh if language == "zh" else text.en, language)

    def _prepare(self, ticket: Ticket) -> None:
        """A waiting number's first call, a called number's next one."""
        config = self._live.hall.config
        if config is None:
            return
        if ticket.state is TicketState.WAITING:
            turn, said = Turn.NUMBER, wording(1, last_call=False)
        elif ticket.state is TicketState.CALLED and ticket.call is not None:
            last = ticket.call.recalls + 1 >= config.figures.last_call_from_recall
            turn, said = Turn.RECALL, wording(2, last)
        else:
            return
        speech = self._speech()
        for language in dict.fromkeys(speech.languages):
            text = number_phrase(ticket.number, said, language, speech.readings)
            self._want(turn, text, language, ticket)

    def _want(self, turn: Turn, text: str, language: str, ticket: Ticket | None = None) -> None:
        if self._queue.full():
            log.info("not rendered ahead: %d phrases wait", MOST_AHEAD)
            return
        self._nth += 1
        whose, state = (ticket.id, ticket.state) if ticket else ("", TicketState.WAITING)
        self._queue.put_nowait(
            Wanted(turn=turn, nth=self._nth, text=text, language=language, ticket=whose, state=state)
        )

    def _is_still(self, wanted: Wanted) -> bool:
        """Whether the number is not past what is to be said of it."""
        ticket = self._live.hall.tickets.get(wanted.ticket)
        return not wanted.ticket or (ticket is not None and ticket.state is wanted.state)

    async def _render(self, wanted: Wanted) -> None:
        try:
            await self._sounds.phrase(wanted.text, wanted.language)
        except (DeviceUnavailable, DeviceMisconfigured) as why:
            log.info("not rendered ahead: %s", why)
