"""How long customers take at a counter: the usual time of a service, drawn towards today's mean."""

from collections.abc import Mapping
from datetime import datetime

from server.domain.config.config import Service
from server.domain.hall import Hall, Tally, Ticket, TicketState
from server.domain.queue.calls import handling_seconds

TRUSTED_FROM = 5  # finished today before today's mean counts at all
USUAL_WEIGHT = 5  # how many finished customers the usual time is worth
OVERTIME_SHARE = 0.25
OVERTIME_LEAST = 30.0


def expected_seconds(hall: Hall) -> Mapping[str, float]:
    """For each service, the seconds its next customer will take at a counter."""
    if hall.config is None:
        return {}
    return {s.id: blended(s, hall.tallies.get(s.id)) for s in hall.config.services}


def blended(service: Service, today: Tally | None) -> float:
    usual = service.usual_seconds
    if today is None or today.finished < TRUSTED_FROM:
        return usual
    return (today.handled_seconds + USUAL_WEIGHT * usual) / (today.finished + USUAL_WEIGHT)


def remaining_seconds(hall: Hall, ticket: Ticket, expected: float, now: datetime) -> float:
    """The seconds a counter still needs for the customer it has called or serves.

    A customer past the expected time needs another quarter of it: "any moment" would be wrong for long.
    """
    if ticket.state is TicketState.CALLED and hall.setup.figures.confirm_arrival:
        return expected  # on the way to the counter
    spent = handling_seconds(ticket, now)
    return expected - spent if spent < expected else max(expected * OVERTIME_SHARE, OVERTIME_LEAST)
