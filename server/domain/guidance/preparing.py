"""Rules for what is done while somebody waits or is served: steps ticked, key points told."""

from server.domain.config.pieces.catalogue import CatalogueEntry
from server.domain.equipment.events import SlipQueued
from server.domain.equipment.papers import owed
from server.domain.event import Event
from server.domain.guidance import commands as c
from server.domain.guidance import events as e
from server.domain.guidance.nouns import CARD, MONEY_COUNTED
from server.domain.guidance.refusals import NO_KEY_POINTS, UNKNOWN_STEP
from server.domain.hall import Hall, Ticket
from server.domain.line import Now
from server.domain.queue.asked import present, service_of
from server.domain.text import Text


def tick(hall: Hall, command: c.TickStep, now: Now) -> tuple[Event, ...]:
    ticket = present(hall, command.ticket)
    steps = service_of(hall, ticket.leg.service).entry.steps
    if not 0 <= command.step < len(steps):
        raise UNKNOWN_STEP(step=command.step)
    step = steps[command.step]
    if command.done == (step in hall.guidance.prepared.get(ticket.id, ())):
        return ()
    return (e.StepTicked(at=now.at, ticket=ticket.id, step=step, done=command.done, by=command.by),)


def to_tell(entry: CatalogueEntry) -> tuple[Text, ...]:
    """Every key point, and where cash is taken that it was counted together (E32, B12)."""
    return (*entry.key_points, MONEY_COUNTED) if entry.cash else entry.key_points


def tell_points(hall: Hall, command: c.TellKeyPoints, now: Now) -> tuple[Event, ...]:
    """Told once for each business of a visit."""
    ticket = present(hall, command.ticket)
    service = service_of(hall, ticket.leg.service)
    points = to_tell(service.entry)
    if not points:
        raise NO_KEY_POINTS(service=service.name)
    telling = e.KeyPointsTold(at=now.at, ticket=ticket.id, points=points, by=command.by)
    known = set(points) <= set(hall.guidance.points_told.get(ticket.id, ()))
    return (*(() if known else (telling,)), *_card(ticket, command.printer, now))


def _card(ticket: Ticket, printer: str, now: Now) -> tuple[SlipQueued, ...]:
    if not printer:
        return ()
    return (owed(ticket.id, printer, now, slip=ticket.slip, says=CARD),)
