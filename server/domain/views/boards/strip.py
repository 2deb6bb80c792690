"""What an LED strip says: the newest call that stands, else its idle text; cut to what fits (5.4)."""

from server.domain.config.pieces.boards import Strip
from server.domain.hall import CounterState, Hall, Ticket, TicketState
from server.domain.text import Text

CALL = Text("{number}→{counter}", "{number}→{counter}")
AWAY = Text("暂停服务", "Temporarily closed")


def strip_line(hall: Hall, strip: Strip) -> str:
    called = _called(hall, strip.counter)
    if called is not None:
        return _call(hall, called, strip.columns)
    counter = hall.counters.get(strip.counter)
    if counter is not None and counter.state is CounterState.PAUSED:
        return cut(AWAY.zh, strip.columns)
    return cut(_idle(hall, strip), strip.columns)


def columns(text: str) -> int:
    """A hanzi takes two, and so does everything GB18030 writes with more than a byte."""
    return sum(1 if letter.isascii() else 2 for letter in text)


def cut(text: str, most: int) -> str:
    """One line that fits; never half a hanzi."""
    line = " ".join(text.split())
    while columns(line) > most:
        line = line[:-1]
    return line


def _called(hall: Hall, counter: str) -> Ticket | None:
    """The last announced of those who are called and have not come yet."""
    standing = [
        t
        for t in hall.tickets.values()
        if t.state is TicketState.CALLED and t.call is not None and counter in ("", t.call.counter)
    ]
    return max(standing, key=lambda t: t.call.announced_at if t.call else t.since, default=None)


def _call(hall: Hall, ticket: Ticket, most: int) -> str:
    """Number and counter in the longest wording that fits: the name, the bare number of the counter."""
    assert ticket.call is not None
    place = hall.setup.counter[ticket.call.counter]
    name = place.name.zh.replace(" ", "")
    ways = [CALL.fill(number=ticket.number, counter=to).zh for to in (name, place.id)]
    return next((line for line in ways if columns(line) <= most), cut(ways[-1], most))


def _idle(hall: Hall, strip: Strip) -> str:
    if strip.idle.zh or strip.idle.en:
        return strip.idle.zh or strip.idle.en
    place = hall.setup.counter.get(strip.counter)
    return place.name.zh if place else hall.setup.name.zh
