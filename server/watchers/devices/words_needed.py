"""What a hall will have to say, the soonest needed first: a pure look at the hall as it stands."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import zip_longest

from server.devices.speaking.announcer import Speech
from server.devices.speaking.phrases import (
    AGAIN,
    FIRST,
    LAST,
    Wording,
    counter_phrase,
    number_phrase,
    wording,
)
from server.devices.speaking.sounds import Phrase
from server.devices.speaking.speech_texts import SPOKEN
from server.domain.config.config import HallConfig
from server.domain.event import Event
from server.domain.hall import Counter, CounterState, Hall, Ticket, TicketState
from server.domain.line import Pick
from server.domain.queue.events import TicketCalled, TicketIssued, TicketRecalled
from server.domain.queue.line import WORKING, eligible, line_of


def needed(hall: Hall, speech: Speech, pick: Pick, now: datetime) -> Iterator[Phrase]:
    """Each phrase once.

    First who is called next and where to, then the next words of those who stand called, then everybody
    else's: a slow voice may be minutes behind, and a call says the good voice's words or none of them.
    """
    if hall.config is not None:
        yield from dict.fromkeys(_in_order(hall, hall.config, speech, pick, now))


def brought(hall: Hall, speech: Speech, events: Iterable[Event]) -> Iterator[Phrase]:
    """What these events alone add to what was needed before them: whoever has all of that needs no more.

    Counters that open and close add nothing: every counter's words are always needed, only sooner or later.
    """
    if hall.config is None:
        return
    words = _Words(hall.config, speech)
    for event in events:
        match event:
            case TicketIssued() | TicketCalled() | TicketRecalled():
                ticket = hall.tickets.get(event.ticket)
                if ticket is not None:
                    yield from words.soonest_of(ticket)


def _in_order(hall: Hall, config: HallConfig, speech: Speech, pick: Pick, now: datetime) -> Iterator[Phrase]:
    words = _Words(config, speech)
    working = sorted((c for c in hall.counters.values() if c.state in WORKING), key=_free_first)
    line = _line(hall, working, pick, now)
    first = [counter.id for counter in working]
    for number, counter in zip_longest(line[: len(working)], first):
        if number is not None:
            yield from words.number(number, FIRST)
        if counter is not None:
            yield from words.counter(counter, FIRST)
    for ticket in hall.tickets.values():
        if ticket.state is TicketState.CALLED:
            yield from words.soonest_of(ticket)
    for ticket in line[len(working) :]:
        yield from words.number(ticket, FIRST)
    closed = [place.id for place in config.counters if place.id not in first]
    for call in (FIRST, AGAIN, LAST):
        for counter in (*first, *closed):
            yield from words.counter(counter, call)
    yield from words.screens()


def _free_first(counter: Counter) -> bool:
    return counter.state is not CounterState.OPEN_IDLE


def _line(hall: Hall, counters: Iterable[Counter], pick: Pick, now: datetime) -> list[Ticket]:
    """Whom each counter would call now, then all others as they came."""
    choices = (pick(line_of(hall, counter, eligible(hall, counter)), counter, now) for counter in counters)
    following = [choice.ticket for choice in choices if choice is not None]
    return list({ticket.id: ticket for ticket in (*following, *hall.waiting())}.values())


class _Words:
    """Phrases in every language the hall speaks."""

    def __init__(self, config: HallConfig, speech: Speech) -> None:
        self._config, self._readings = config, speech.readings
        self._languages = tuple(dict.fromkeys(speech.languages))

    def number(self, ticket: Ticket, wording: Wording) -> Iterator[Phrase]:
        for language in self._languages:
            yield number_phrase(ticket.number, wording, language, self._readings), language

    def soonest_of(self, ticket: Ticket) -> Iterator[Phrase]:
        """How one who waits is called, or one who stands called is recalled."""
        if ticket.state is TicketState.WAITING:
            yield from self.number(ticket, FIRST)
        if ticket.state is TicketState.CALLED and ticket.call is not None:
            last = ticket.call.recalls + 1 >= self._config.figures.last_call_from_recall
            yield from self.number(ticket, wording(2, last))
            yield from self.counter(ticket.call.counter, wording(2, last))

    def counter(self, counter: str, wording: Wording) -> Iterator[Phrase]:
        place = self._config.counter.get(counter)
        if place is not None:  # it may just be leaving the set-up
            for language in self._languages:
                yield counter_phrase(place.name, place.id, wording, language, self._readings), language

    def screens(self) -> Iterator[Phrase]:
        for language in self._languages:
            for text in SPOKEN.values():
                yield text.zh if language == "zh" else text.en, language
