"""THE projection: one event makes the hall of a moment into the hall of the next. Total, never refuses.

A move says what becomes of a hall with `replace`, and is given one that it may keep: a draft of its own, so
that however many areas have a say, the hall is copied once. Nobody else sees it before it is done. Where
years are told at once, one draft goes through all of them (`fold`), and its tickets are maps of its own that
are not copied with each event; a copy is taken only where somebody compares before and after.
"""

from collections.abc import Iterable
from typing import Any

from server.domain.areas import COMPARES, MOVES, OBSERVES
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.values import Own, done, draft, replace, still


def evolve(hall: Hall, event: Event) -> Hall:
    """Its own area moves the hall; then whoever keeps count of such events does."""
    return done(_moved(hall, draft(hall), event))


def fold(hall: Hall, happened: Iterable[tuple[int, Event]]) -> Hall:
    """What all these events, each with its epoch, make of it: `evolve` one after the other, told quicker."""
    now = draft(hall)
    for epoch, event in happened:
        if epoch != now.epoch:
            now = replace(now, epoch=epoch)
        if type(now.tickets) is not Own or type(now.ended) is not Own:
            now = replace(now, tickets=Own(now.tickets), ended=Own(now.ended))
        now = _moved(_shared(still(now)) if type(event) in COMPARES else now, now, event)
    return done(_shared(now))


def _shared(hall: Hall) -> Hall:
    """Its maps are as everybody's are: nobody changes them any more."""
    return replace(hall, tickets=dict(hall.tickets), ended=dict(hall.ended))


def _moved(before: Hall, now: Any, event: Event) -> Hall:
    """`now` is a draft, and so is what comes of it; `before` is looked at where somebody compares."""
    kind, seq = type(event), now.seq + 1
    now = MOVES[kind](now, event)
    for observe in OBSERVES.get(kind, ()):
        now = observe(now, event)
    for compare in COMPARES.get(kind, ()):
        now = compare(before, now, event)
    now.seq, now.at = seq, event.at
    moved: Hall = now
    return moved
