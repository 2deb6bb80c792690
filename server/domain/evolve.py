"""THE projection: one event makes the hall of a moment into the hall of the next. Total, never refuses.

A move says what becomes of a hall with `replace`, and is given one that it may keep: a draft of its own, so
that however many areas have a say, the hall is copied once. Nobody else sees it before it is done. Where
years are told at once, one draft goes through all of them (`fold`); a copy is taken only where somebody
compares before and after, and what only grows in a day is not copied with each of its entries.
"""

from collections.abc import Iterable

from server.domain.areas import MOVES, OBSERVES
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.values import Growing, done, draft, replace, still


def evolve(hall: Hall, event: Event) -> Hall:
    """Its own area moves the hall; then whoever keeps count of such events does."""
    return done(_moved(hall, draft(hall), event))


def fold(hall: Hall, happened: Iterable[tuple[int, Event]]) -> Hall:
    """What all these events, each with its epoch, make of it: `evolve` one after the other, told quicker."""
    now = draft(hall)
    for epoch, event in happened:
        if epoch != now.epoch:
            now = replace(now, epoch=epoch)
        if type(now.ended) is not Growing:
            now = replace(now, ended=Growing(now.ended))
        now = _moved(still(now) if type(event) in OBSERVES else now, now, event)
    return done(replace(now, ended=dict(now.ended)))


def _moved(before: Hall, now: Hall, event: Event) -> Hall:
    """`now` is a draft, and so is what comes of it."""
    kind, seq = type(event), now.seq + 1
    now = MOVES[kind](now, event)
    for observe in OBSERVES.get(kind, ()):
        now = observe(before, now, event)
    return replace(now, seq=seq, at=event.at)
