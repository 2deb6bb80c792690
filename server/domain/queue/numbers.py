"""Which number comes next: one that nobody still holds and that was not given today."""

from operator import attrgetter

from server.domain.config.hours import local
from server.domain.hall import Hall, TicketState
from server.domain.queue.line import can_return
from server.domain.queue.refusals import NUMBERS_EXHAUSTED
from server.domain.queue.restoring import first_ordinal

NUMBER = attrgetter("number")


def next_ordinal(hall: Hall, letter: str) -> int:
    """After A999 comes A1000 (5.0); over midnight every series goes on until nobody of yesterday is here."""
    figures = hall.setup.figures
    held = set(map(NUMBER, hall.tickets.values()))
    kept = tuple(range(lease.first, lease.last + 1) for lease in hall.leases.values())  # for kiosks cut off
    given, carried = hall.issued.get(letter, 0), hall.carried.get(letter)
    goes_on = carried is not None and carried.last is None
    if goes_on and not _yesterdays_here(hall):
        given = 0
    least = first_ordinal(hall, hall.numbered_on) if hall.numbered_on else 0
    ordinal = max(given + 1, figures.series_start, least)
    if goes_on and ordinal > figures.series_limit:
        ordinal = max(figures.series_start, least)  # the hall has not been empty for days
    todays = range(0)
    if carried is not None:
        last = hall.issued.get(letter, 0) if carried.last is None else carried.last
        todays = range(carried.first, last + 1)
    while ordinal in todays or f"{letter}{ordinal:03}" in held or any(ordinal in block for block in kept):
        ordinal += 1
    if ordinal > figures.series_limit:
        raise NUMBERS_EXHAUSTED(letter=letter)
    return ordinal


def _yesterdays_here(hall: Hall) -> bool:
    """Somebody who took a number before this day and may still be called by it."""
    config, today = hall.setup, hall.numbered_on
    return today is not None and any(
        local(config, t.issued_at).date() < today
        for t in hall.tickets.values()
        if t.state is not TicketState.NO_SHOW or can_return(hall, t)
    )
