"""Rules for the customer at a counter: call, recall, start, finish, no-show, park, transfer, add."""

from datetime import datetime, timedelta

from server.domain.event import Event
from server.domain.hall import Counter, Hall, Ticket, TicketState
from server.domain.line import Choice, Now
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.queue.asked import (
    counter_of,
    customer_at,
    free_counter,
    leaving,
    movable,
    open_counter,
    queue_of,
    service_of,
)
from server.domain.queue.line import WORKING, eligible, line_of
from server.domain.queue.refusals import (
    COUNTER_CLOSED,
    NO_SUCH_DESTINATION,
    NOBODY_WAITING,
    NOTHING_TO_UNDO,
    REASON_REQUIRED,
    RECALL_LIMIT,
    STAFF_ABSENT,
    UNDO_TOO_LATE,
)
from server.domain.queue.tickets import counted_as_served, first_place
from server.domain.text import Text

SPECIFIC = Text("指呼：{reason}", "Called out of order: {reason}")


def call_next(hall: Hall, command: c.CallNext, now: Now) -> tuple[Event, ...]:
    counter = free_counter(hall, command.counter)
    choice = now.pick(line_of(hall, counter, eligible(hall, counter)), counter, now.at)
    if choice is None:
        raise NOBODY_WAITING()
    return (_call(hall, counter, choice, "next", now),)


def call_specific(hall: Hall, command: c.CallSpecific, now: Now) -> tuple[Event, ...]:
    """By its number; whose turn it is here needs no reason, as nobody is passed over."""
    counter = free_counter(hall, command.counter)
    ticket, reason = movable(hall, command.ticket, e.TicketCalled), command.reason.strip()
    if reason:
        return (_call(hall, counter, Choice(ticket, SPECIFIC.fill(reason=reason)), "specific", now),)
    choice = now.pick(line_of(hall, counter, eligible(hall, counter)), counter, now.at)
    if choice is None or choice.ticket.id != ticket.id:
        raise REASON_REQUIRED()
    return (_call(hall, counter, choice, "next", now),)


def _call(hall: Hall, counter: Counter, choice: Choice, kind: str, now: Now) -> Event:
    ticket, figures = choice.ticket, hall.setup.figures
    waited = ticket.wait_at(now.at)
    return e.TicketCalled(
        at=now.at,
        ticket=ticket.id,
        counter=counter.id,
        call=f"{ticket.id}-{ticket.calls + 1}",
        number=ticket.number,
        staff=counter.staff,
        kind=kind,
        reason=choice.reason,
        waited_seconds=waited.total_seconds(),
        within_goal=waited <= timedelta(seconds=figures.wait_goal_seconds),
    )


def recall(hall: Hall, command: c.Recall, now: Now) -> tuple[Event, ...]:
    ticket = customer_at(hall, command.counter, e.TicketRecalled)
    assert ticket.call is not None
    limit = hall.setup.figures.max_recall
    if ticket.call.recalls >= limit:
        raise RECALL_LIMIT(number=ticket.number, times=limit)
    return (
        e.TicketRecalled(
            at=now.at,
            ticket=ticket.id,
            counter=command.counter,
            call=ticket.call.id,
            nth=ticket.call.recalls + 1,
        ),
    )


def start(hall: Hall, command: c.StartService, now: Now) -> tuple[Event, ...]:
    ticket = customer_at(hall, command.counter, e.ServiceStarted)
    return (e.ServiceStarted(at=now.at, ticket=ticket.id, counter=command.counter, since=now.at),)


def no_show(hall: Hall, command: c.MarkNoShow, now: Now) -> tuple[Event, ...]:
    ticket = customer_at(hall, command.counter, e.TicketNoShow)
    return (e.TicketNoShow(at=now.at, ticket=ticket.id, counter=command.counter),)


def give_back(hall: Hall, command: c.ReturnToQueue, now: Now) -> tuple[Event, ...]:
    ticket = customer_at(hall, command.counter, e.TicketReturned)
    return (e.TicketReturned(at=now.at, ticket=ticket.id, counter=command.counter),)


def undo(hall: Hall, command: c.UndoLast, now: Now) -> tuple[Event, ...]:
    ticket, seconds = leaving(hall, command.counter), hall.setup.figures.undo_seconds
    if now.at - ticket.since > timedelta(seconds=seconds):
        raise UNDO_TOO_LATE(seconds=seconds)
    if ticket.state is TicketState.NO_SHOW:
        return (e.NoShowUndone(at=now.at, ticket=ticket.id, counter=command.counter),)
    if ticket.state is TicketState.FINISHED:
        return (e.FinishUndone(at=now.at, ticket=ticket.id, counter=command.counter),)
    raise NOTHING_TO_UNDO()


def finish(hall: Hall, command: c.FinishTicket, now: Now) -> tuple[Event, ...]:
    ticket, starting = _in_service(hall, command.counter, e.TicketFinished, now)
    done = command.services_done or (ticket.leg.service,)
    for service in done:
        service_of(hall, service)
    finished = e.TicketFinished(
        at=now.at,
        ticket=ticket.id,
        counter=command.counter,
        outcome=command.outcome,
        services_done=done,
        handling_seconds=handling_seconds(ticket, now.at),
        solved=command.solved,
    )
    return (*starting, finished)


def _in_service(
    hall: Hall, counter: str, move: type[e.TicketMoved], now: Now
) -> tuple[Ticket, tuple[e.ServiceStarted, ...]]:
    """The customer being served; in a hall that confirms no arrival, a called one counts as served."""
    opened = open_counter(hall, counter)
    ticket = hall.tickets.get(opened.ticket or "")
    starting = counted_as_served(hall, ticket, now) if ticket else ()
    if ticket is None or not starting:
        return customer_at(hall, counter, move), ()
    return ticket, starting


def handling_seconds(ticket: Ticket, at: datetime) -> float:
    """From start to now without the time parked."""
    since = ticket.leg.started_at or (ticket.call.at if ticket.call else at)
    return max((at - since).total_seconds() - ticket.leg.parked_seconds, 0.0)


def park(hall: Hall, command: c.ParkTicket, now: Now) -> tuple[Event, ...]:
    ticket, starting = _in_service(hall, command.counter, e.TicketParked, now)
    return (
        *starting,
        e.TicketParked(at=now.at, ticket=ticket.id, counter=command.counter, kind=command.kind),
    )


def transfer(hall: Hall, command: c.TransferTicket, now: Now) -> tuple[Event, ...]:
    ticket, starting = _in_service(hall, command.counter, e.TicketTransferred, now)
    asked = [d for d in (command.to_queue, command.to_counter, command.to_staff) if d]
    if len(asked) != 1:
        raise NO_SUCH_DESTINATION()
    queue = queue_of(hall, command.to_queue).id if command.to_queue else ticket.leg.queue
    _at_work(hall, command)
    event = e.TicketTransferred(
        at=now.at,
        ticket=ticket.id,
        counter=command.counter,
        service=_service_in(hall, ticket, queue),
        queue=queue,
        only_counter=command.to_counter or None,
        only_staff=command.to_staff or None,
        position=command.position,
        place_at=_place(hall, ticket, queue, command.position, now),
        handling_seconds=handling_seconds(ticket, now.at),
    )
    return (*starting, event)


def _at_work(hall: Hall, command: c.TransferTicket) -> None:
    """A customer is sent to a counter or a person that works now, not to a dark window."""
    if command.to_counter and counter_of(hall, command.to_counter).state not in WORKING:
        raise COUNTER_CLOSED(counter=command.to_counter)
    if command.to_staff and not any(k.staff == command.to_staff for k in hall.counters.values()):
        raise STAFF_ABSENT(staff=command.to_staff)


def _service_in(hall: Hall, ticket: Ticket, queue: str) -> str:
    """What the next leg is for: the same business, or the first of the other queue."""
    if ticket.leg.queue == queue:
        return ticket.leg.service
    return next((s.id for s in hall.setup.services if s.queue == queue), ticket.leg.service)


def _place(hall: Hall, ticket: Ticket, queue: str, position: c.Position, now: Now) -> datetime:
    if position == "first":
        return first_place(hall, queue, now.at)
    return ticket.issued_at if position == "keep_arrival" else now.at


def add_service(hall: Hall, command: c.AddService, now: Now) -> tuple[Event, ...]:
    service = service_of(hall, command.service)
    move = e.ServiceAddedHere if command.here else e.ServiceAdded
    ticket, starting = _in_service(hall, command.counter, move, now)
    done, handled = (ticket.leg.service,), handling_seconds(ticket, now.at)
    if command.here:
        at_once = e.ServiceAddedHere(
            at=now.at,
            ticket=ticket.id,
            counter=command.counter,
            service=service.id,
            queue=service.queue,
            services_done=done,
            handling_seconds=handled,
        )
        return (*starting, at_once)
    further = e.ServiceAdded(
        at=now.at,
        ticket=ticket.id,
        counter=command.counter,
        service=service.id,
        queue=service.queue,
        place_at=ticket.issued_at,
        services_done=done,
        handling_seconds=handled,
    )
    return (*starting, further)
