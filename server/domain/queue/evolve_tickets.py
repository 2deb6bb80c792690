"""What a step in a ticket's life makes of the hall; its counter moves with it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from server.domain.area import Move
from server.domain.event import Event
from server.domain.hall import (
    AT_COUNTER,
    ENDED,
    Call,
    Carried,
    Counter,
    CounterState,
    Hall,
    Leg,
    Ticket,
    TicketState,
)
from server.domain.queue import events as e
from server.domain.queue.lifecycle import COUNTER, TICKET
from server.domain.said import DETAIL, REASON, both_fitting, fitting
from server.domain.values import put, replace, without


def _issued(hall: Hall, event: e.TicketIssued) -> Hall:
    ticket = Ticket(
        id=event.ticket,
        token=event.token,
        number=event.number,
        ordinal=event.ordinal,
        issued_at=event.since,
        channel=event.channel,
        service=event.service,
        language=event.language,
        segment=event.segment,
        priority=event.priority,
        priority_reason=fitting(event.priority_reason, REASON),
        state=TicketState.AWAY if event.away else TicketState.WAITING,
        since=event.since,
        place_at=event.place_at or event.since,
        clock_from=event.waits_from or event.since,
        issued_by=event.by,
        came=event.came_with,
        booked_for=event.booked_for,
        person=event.person,
        offline=event.taken_at is not None,
        remote=event.away,
        leg=Leg(service=event.service, queue=event.queue, entered_at=event.since),
    )
    return replace(
        hall,
        tickets=put(hall.tickets, ticket.id, ticket),
        # A number of a block says nothing of how far the series itself has come.
        issued=hall.issued if event.taken_at else {**hall.issued, event.number[0]: event.ordinal},
        carried=_began_anew(hall, event),
    )


def _began_anew(hall: Hall, event: e.TicketIssued) -> Mapping[str, Carried]:
    """Yesterday's series, that today went on with, ends with the first number of today's own."""
    letter = event.number[0]
    carried, last = hall.carried.get(letter), hall.issued.get(letter, 0)
    if carried is None or carried.last is not None or event.ordinal > last:
        return hall.carried
    return {**hall.carried, letter: replace(carried, last=last)}


def _called(hall: Hall, event: e.TicketCalled) -> Hall:
    ticket = _ticket(hall, event)
    queue = ticket.leg.queue
    made = hall.calls.get(queue, 0) + 1
    call = Call(
        id=event.call,
        counter=event.counter,
        at=event.at,
        reason=both_fitting(event.reason, DETAIL),
        kind=event.kind,
        announced_at=event.at,
    )
    leg = replace(
        ticket.leg,
        called_at=event.at,
        counter=event.counter,
        staff=event.staff,
        waited_seconds=event.waited_seconds,
        started_at=None,
    )
    hall = replace(hall, calls={**hall.calls, queue: made})
    return _moved(hall, event, leg=leg, call=call, calls=ticket.calls + 1, called_as=made)


def _recalled(hall: Hall, event: e.TicketRecalled) -> Hall:
    ticket = _ticket(hall, event)
    assert ticket.call is not None
    call = replace(ticket.call, recalls=event.nth, announced_at=event.at, shown=False, spoken="", voice="")
    return _moved(hall, event, call=call)


def _started(hall: Hall, event: e.ServiceStarted) -> Hall:
    return _moved(hall, event, leg=replace(_ticket(hall, event).leg, started_at=event.since))


def _finished(hall: Hall, event: e.TicketFinished) -> Hall:
    leg = _end_leg(_ticket(hall, event).leg, event.at, event.outcome, event.services_done)
    return _moved(hall, event, leg=leg, call=None)


def _finish_undone(hall: Hall, event: e.FinishUndone) -> Hall:
    leg = replace(_ticket(hall, event).leg, ended_at=None, outcome="", services_done=())
    return _moved(hall, event, leg=leg)


def _returned(hall: Hall, event: e.TicketReturned) -> Hall:
    return _moved(hall, event, leg=_off_counter(_ticket(hall, event).leg), call=None)


def _requeued(hall: Hall, event: e.TicketRequeued) -> Hall:
    ticket = _ticket(hall, event)
    return _moved(
        hall,
        event,
        leg=_off_counter(ticket.leg),
        call=None,
        requeues=ticket.requeues + 1,
        lets_pass_until=event.lets_pass_until,
        clock_from=_skip(ticket, ticket.leg.called_at, event.at),
    )


def _gave_way(hall: Hall, event: e.TicketGaveWay) -> Hall:
    ticket = replace(_ticket(hall, event), lets_pass_until=event.lets_pass_until, gave_way=True)
    return replace(hall, tickets=put(hall.tickets, ticket.id, ticket))


def _arrived(hall: Hall, event: e.TicketArrived) -> Hall:
    """The place in line is that of the moment the number was taken, the wait that of a person in the hall."""
    ticket = _ticket(hall, event)
    return _moved(
        hall,
        event,
        arrived_at=event.at,
        clock_from=event.at,
        lets_pass_until=max(ticket.lets_pass_until, event.lets_pass_until),
        leg=replace(ticket.leg, entered_at=event.at),
    )


def _off_counter(leg: Leg) -> Leg:
    return replace(leg, counter=None, staff=None, called_at=None)


def _skip(ticket: Ticket, since: datetime | None, until: datetime) -> datetime:
    """Move the waiting clock past a time that was no waiting."""
    return ticket.clock_from + (until - since) if since else ticket.clock_from


def _form_ended(hall: Hall, event: e.FormEnded) -> Hall:
    ticket = _ticket(hall, event)
    seconds = ticket.leg.form_seconds + (event.at - ticket.since).total_seconds()
    return _moved(hall, event, leg=replace(ticket.leg, form_seconds=seconds))


def _freed(hall: Hall, event: e.TicketFreed) -> Hall:
    ticket = replace(_ticket(hall, event), only_counter=None, only_staff=None)
    return replace(hall, tickets=put(hall.tickets, ticket.id, ticket))


def _service_changed(hall: Hall, event: e.ServiceChanged) -> Hall:
    """In another queue nobody is let pass any more, and nobody there may be the one it was kept for."""
    ticket = _ticket(hall, event)
    ticket = replace(ticket, leg=replace(ticket.leg, service=event.service, queue=event.queue))
    if event.queue != _ticket(hall, event).leg.queue:
        ticket = replace(ticket, lets_pass_until=0, only_counter=None, only_staff=None)
    return replace(hall, tickets=put(hall.tickets, ticket.id, ticket))


def _parked(hall: Hall, event: e.TicketParked) -> Hall:
    return _moved(hall, event, park=event.kind, call=None)


def _resumed(hall: Hall, event: e.TicketResumed) -> Hall:
    ticket = _ticket(hall, event)
    leg = replace(_unparked(ticket, event.at), counter=event.counter, staff=event.staff)
    since = ticket.clock_from - (event.at - ticket.since) if _parking_waits(hall) else ticket.clock_from
    return _moved(hall, event, leg=leg, park=None, clock_from=since)


def _waits_again(hall: Hall, event: e.TicketWaitsAgain) -> Hall:
    """The wait goes on where it stopped: service was no waiting, nor was parking unless the hall says so."""
    ticket = _ticket(hall, event)
    until = ticket.since if _parking_waits(hall) else event.at
    return _moved(
        hall,
        event,
        leg=_off_counter(_unparked(ticket, event.at)),
        park=None,
        place_at=event.place_at,
        clock_from=_skip(ticket, ticket.leg.called_at, until),
    )


def _parking_waits(hall: Hall) -> bool:
    return hall.config is not None and hall.config.figures.parked_time_waits


def _unparked(ticket: Ticket, at: datetime) -> Leg:
    return replace(ticket.leg, parked_seconds=ticket.leg.parked_seconds + (at - ticket.since).total_seconds())


def _transferred(hall: Hall, event: e.TicketTransferred) -> Hall:
    hall = _next_leg(hall, event, event.service, event.queue, event.place_at, outcome="transferred")
    ticket = replace(_ticket(hall, event), only_counter=event.only_counter, only_staff=event.only_staff)
    return replace(hall, tickets=put(hall.tickets, ticket.id, ticket))


def _added(hall: Hall, event: e.ServiceAdded) -> Hall:
    done = event.services_done
    return _next_leg(hall, event, event.service, event.queue, event.place_at, outcome="done", done=done)


def _next_leg(
    hall: Hall,
    event: e.AtCounter,
    service: str,
    queue: str,
    place_at: datetime,
    *,
    outcome: str,
    done: tuple[str, ...] = (),
) -> Hall:
    ticket = _ticket(hall, event)
    return _moved(
        hall,
        event,
        past=(*ticket.past, _end_leg(ticket.leg, event.at, outcome, done)),
        leg=Leg(service=service, queue=queue, entered_at=event.at),
        place_at=place_at,
        clock_from=_skip(ticket, ticket.leg.called_at, event.at),
        lets_pass_until=0,
        only_counter=None,
        only_staff=None,
        call=None,
    )


def _added_here(hall: Hall, event: e.ServiceAddedHere) -> Hall:
    ticket = _ticket(hall, event)
    leg = replace(
        Leg(service=event.service, queue=event.queue, entered_at=event.at),
        called_at=ticket.leg.called_at,
        started_at=event.at,
        counter=event.counter,
        staff=ticket.leg.staff,
    )
    past = (*ticket.past, _end_leg(ticket.leg, event.at, "done", event.services_done))
    return _moved(hall, event, leg=leg, past=past)


def _end_leg(leg: Leg, at: datetime, outcome: str, done: tuple[str, ...]) -> Leg:
    return replace(leg, ended_at=at, outcome=outcome, services_done=done)


def _ended(hall: Hall, event: e.TicketMoved) -> Hall:
    ticket = _ticket(hall, event)
    leg = _end_leg(ticket.leg, event.at, TICKET[ticket.state][type(event)].value, ())
    hall = _moved(hall, event, leg=leg, park=None, call=None)
    counters = {
        i: replace(c, ticket=None, state=CounterState.OPEN_IDLE, since=event.at)
        if c.ticket == event.ticket
        else c
        for i, c in hall.counters.items()
    }
    return replace(hall, counters=counters)


def _ticket(hall: Hall, event: e.TicketMoved) -> Ticket:
    return hall.tickets.get(event.ticket) or hall.ended[event.ticket]


def _moved(hall: Hall, event: e.TicketMoved, **changes: Any) -> Hall:
    """Move the ticket, and the counter with it, as the tables say."""
    ticket = _ticket(hall, event)
    state = TICKET[ticket.state][type(event)]
    ticket = replace(ticket, state=state, since=event.at, **changes)
    if isinstance(event, e.AtCounter):
        counter = _counter_follows(hall.counters[event.counter], event, ticket)
        hall = replace(hall, counters={**hall.counters, counter.id: counter})
    if state in ENDED:
        tickets, ended = without(hall.tickets, ticket.id), put(hall.ended, ticket.id, ticket)
        return replace(hall, tickets=tickets, ended=ended)
    if ticket.id in hall.ended:
        hall = replace(hall, ended=without(hall.ended, ticket.id))
    return replace(hall, tickets=put(hall.tickets, ticket.id, ticket))


def _counter_follows(counter: Counter, event: e.AtCounter, ticket: Ticket) -> Counter:
    holds = ticket.state in AT_COUNTER
    return replace(
        counter,
        state=COUNTER[counter.state][type(event)],
        since=event.at,
        ticket=ticket.id if holds else None,
        last_ticket=None if holds else ticket.id,
    )


MOVES_OF_TICKETS: Mapping[type[Event], Move] = {
    e.TicketIssued: _issued,
    e.TicketCalled: _called,
    e.TicketRecalled: _recalled,
    e.ServiceStarted: _started,
    e.TicketFinished: _finished,
    e.FinishUndone: _finish_undone,
    e.TicketNoShow: _moved,
    e.NoShowUndone: _moved,
    e.TicketWalkedOut: _ended,
    e.TicketReturned: _returned,
    e.TicketRequeued: _requeued,
    e.TicketGaveWay: _gave_way,
    e.TicketArrived: _arrived,
    e.TicketCancelled: _ended,
    e.TicketExpired: _ended,
    e.TicketEnded: _ended,
    e.FormStarted: _moved,
    e.FormEnded: _form_ended,
    e.TicketFreed: _freed,
    e.ServiceChanged: _service_changed,
    e.TicketParked: _parked,
    e.TicketResumed: _resumed,
    e.TicketWaitsAgain: _waits_again,
    e.TicketTransferred: _transferred,
    e.ServiceAdded: _added,
    e.ServiceAddedHere: _added_here,
}
