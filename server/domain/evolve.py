"""THE projection: one event makes the hall of a moment into the hall of the next. Total, never refuses."""

from server.domain.areas import MOVES, OBSERVES
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.values import finish, replace


def evolve(hall: Hall, event: Event) -> Hall:
    """Its own area moves the hall; then whoever keeps count of such events does."""
    kind = type(event)
    after = MOVES[kind](hall, event)
    for observe in OBSERVES.get(kind, ()):
        after = observe(hall, after, event)
    if after is hall:  # nothing but its place and time
        return replace(hall, seq=hall.seq + 1, at=event.at)
    finish(after, seq=hall.seq + 1, at=event.at)  # made just now: a hall is not copied once more for it
    return after
