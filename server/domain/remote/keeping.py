"""Who is on the way, whose turn has come meanwhile, and until when a number is kept for its holder."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256

from server.domain.hall import Hall, Ticket, TicketState
from server.domain.queue.line import standing
from server.domain.remote.nouns import DoorCode, Taken

OVERLAP = timedelta(minutes=10)  # in which the code before is good, too: somebody has just read it
FIGURES = 4


def away(hall: Hall) -> Iterator[tuple[Ticket, Taken]]:
    """Whoever has a number from elsewhere and is not here yet, in the order they took it."""
    for ticket, taken in hall.remote.taken.items():
        known = hall.tickets.get(ticket)
        if known is not None and known.state is TicketState.AWAY:
            yield known, taken


def kept_until(hall: Hall, taken: Taken) -> datetime | None:
    """The last moment to arrive; None while somebody in the hall is still before it."""
    if taken.turn_at is None:
        return None
    figures = hall.setup.figures
    at_least = taken.at + timedelta(seconds=figures.remote_arrive_seconds)
    return max(at_least, taken.turn_at + timedelta(seconds=figures.remote_grace_seconds))


def lets_pass(hall: Hall, ticket: Ticket) -> bool:
    return ticket.lets_pass_until > hall.calls.get(ticket.leg.queue, 0)


def turns_now(hall: Hall) -> Iterator[Ticket]:
    """Those before whom nobody stands any more, and of whom that was not said yet."""
    for ticket, taken in away(hall):
        before, after = standing(hall, ticket)
        if taken.turn_at is None and not before and not (after and lets_pass(hall, ticket)):
            yield ticket


def given_up(hall: Hall, now: datetime) -> Iterator[Ticket]:
    for ticket, taken in away(hall):
        until = kept_until(hall, taken)
        if until is not None and now > until:
            yield ticket


def code_is_old(hall: Hall, now: datetime) -> bool:
    """Whether the door has to show another code; without a day, or without numbers from home, never."""
    if hall.config is None or hall.day is None or not hall.config.figures.remote_numbers:
        return False
    door = hall.remote.door
    return door is None or now - door.since >= timedelta(seconds=hall.config.figures.door_code_seconds)


def fresh_door_code(token: str, door: DoorCode | None) -> str:
    """Figures that say nothing of the token, and never those that were just shown."""
    shown = (door.code, door.before) if door else ()
    while (code := f"{int(sha256(token.encode()).hexdigest(), 16) % 10**FIGURES:0{FIGURES}}") in shown:
        token += "."
    return code


def is_door_code(hall: Hall, typed: str, now: datetime) -> bool:
    door = hall.remote.door
    if door is None or not typed:
        return False
    return typed == door.code or (typed == door.before and now - door.since < OVERLAP)


def next_moment(hall: Hall) -> datetime | None:
    """When the time alone asks for something next."""
    if hall.config is None:
        return None
    moments = [until for _, taken in away(hall) if (until := kept_until(hall, taken)) is not None]
    door = hall.remote.door
    if door is not None and hall.day is not None and hall.config.figures.remote_numbers:
        moments.append(door.since + timedelta(seconds=hall.config.figures.door_code_seconds))
    return min(moments, default=None)


def arrived_now(ticket: Ticket) -> Ticket:
    """As it would stand, were its holder in the hall."""
    return replace(ticket, state=TicketState.WAITING)
