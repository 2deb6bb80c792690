"""Rules for numbers from home: taken, confirmed at the hall, passed over, given up.

A number from home has the place of the moment it was taken, as if its holder had stood in the hall; until
they are here nobody calls it, and nobody who is here waits for it. So whoever waits is passed by those alone
who took their number before. Whose turn was over before they came is let in as a missed number is, behind the
next few. Their wait counts from their arrival: nobody waits at home, and nobody is overdue there.
"""

from dataclasses import replace

from server.domain.equipment.events import SlipQueued
from server.domain.equipment.papers import owed
from server.domain.event import Event
from server.domain.hall import Hall, Ticket
from server.domain.line import Now
from server.domain.queue import commands as qc
from server.domain.queue import events as q
from server.domain.queue.asked import service_of, ticket_of
from server.domain.queue.lifecycle import require
from server.domain.queue.line import eligible, line_of
from server.domain.queue.tickets import issue
from server.domain.remote import commands as c
from server.domain.remote import events as e
from server.domain.remote.keeping import (
    arrived_now,
    away,
    code_is_old,
    fresh_door_code,
    given_up,
    is_door_code,
    lets_pass,
    turns_now,
)
from server.domain.remote.refusals import (
    ARRIVED_ALREADY,
    NETWORK_FULL,
    NOT_FROM_HOME,
    NOT_REMOTE,
    REMOTE_FULL,
    REMOTE_OPEN,
    WRONG_DOOR_CODE,
)

PHONE = "phone"  # the channel on which it is taken
CUSTOMER = "customer"
BY_NETWORK, BY_CODE = "hall_network", "door_code"  # how a phone shows that it is here
NOT_ARRIVED = "not_arrived"


def take(hall: Hall, command: c.TakeRemote, now: Now) -> tuple[Event, ...]:
    if not hall.setup.figures.remote_numbers:
        raise NOT_REMOTE()
    service = service_of(hall, command.service)
    if not service.entry.remote:
        raise NOT_FROM_HOME(service=service.name)
    _require_room(hall, command)
    asked = qc.IssueTicket(
        service=service.id,
        channel=PHONE,
        language=command.language,
        expected_wait_seconds=command.expected_wait_seconds,
        by=CUSTOMER,
    )
    events = issue(hall, asked, now)
    given = (replace(event, away=True) if isinstance(event, q.TicketIssued) else event for event in events)
    taken = e.RemoteTaken(at=now.at, ticket=now.new_id, phone=command.phone, network=command.network)
    return (*given, taken)


def _require_room(hall: Hall, command: c.TakeRemote) -> None:
    """One a phone, a few a network, and never more on the way than the hall wants."""
    figures = hall.setup.figures
    for ticket, taken in hall.remote.taken.items():
        if taken.phone == command.phone and ticket in hall.tickets:
            raise REMOTE_OPEN(number=hall.tickets[ticket].number)
    on_the_way = [taken for _, taken in away(hall)]
    if len(on_the_way) >= figures.remote_at_once:
        raise REMOTE_FULL()
    if sum(taken.network == command.network for taken in on_the_way) >= figures.remote_from_network:
        raise NETWORK_FULL(most=figures.remote_from_network)


def confirm(hall: Hall, command: c.ConfirmArrival, now: Now) -> tuple[Event, ...]:
    ticket = ticket_of(hall, command.ticket)
    if not ticket.has_ended and not ticket.never_came:
        raise ARRIVED_ALREADY(number=ticket.number)
    require(ticket.number, ticket.state, q.TicketArrived)
    if command.channel == BY_CODE and not is_door_code(hall, command.door_code, now.at):
        raise WRONG_DOOR_CODE()
    return arrived(hall, ticket, command.channel, now, printer=command.printer, by=command.by)


def arrived(
    hall: Hall, ticket: Ticket, how: str, now: Now, *, printer: str = "", by: str = ""
) -> tuple[Event, ...]:
    """Who is here after their turn lets the next few pass, as who was missed does."""
    taken = hall.remote.taken.get(ticket.id)
    late = taken is not None and taken.passed
    calls = hall.calls.get(ticket.leg.queue, 0) + hall.setup.figures.requeue_after
    event = q.TicketArrived(
        at=now.at,
        ticket=ticket.id,
        number=ticket.number,
        how=how,
        lets_pass_until=calls if late else 0,
        by=by,
    )
    return (event, *_slip(ticket, printer, now))


def _slip(ticket: Ticket, printer: str, now: Now) -> tuple[SlipQueued, ...]:
    """Paper is for who is here: a number from home has none before."""
    return (owed(ticket.id, printer, now, slip=ticket.slip),) if printer else ()


def passed_by(hall: Hall, event: q.TicketCalled, now: Now) -> tuple[Event, ...]:
    """Whose call this would have been, had they been here; each is tried alone, in the hall before it."""
    counter, calling = hall.counters[event.counter], event.kind == "next"
    if not calling or not hall.remote.taken or not counter.profile:
        return ()
    profile = hall.setup.profile[counter.profile]
    called = {*profile.queues, *profile.helps}
    return tuple(
        e.RemoteTurnCame(at=now.at, ticket=ticket.id, number=ticket.number, passed=True)
        for ticket, taken in away(hall)
        if not taken.passed and ticket.leg.queue in called and not lets_pass(hall, ticket)
        if _would_be_called(hall, event.counter, ticket, now)
    )


def _would_be_called(hall: Hall, counter: str, ticket: Ticket, now: Now) -> bool:
    were = replace(hall, tickets={**hall.tickets, ticket.id: arrived_now(ticket)})
    at = were.counters[counter]
    choice = now.pick(line_of(were, at, eligible(were, at)), at, now.at)
    return choice is not None and choice.ticket.id == ticket.id


def keep(hall: Hall, command: c.KeepRemote, now: Now) -> tuple[Event, ...]:
    """By a clock that is not proven nobody is given up."""
    came = tuple(
        e.RemoteTurnCame(at=now.at, ticket=ticket.id, number=ticket.number) for ticket in turns_now(hall)
    )
    lapsed = tuple(
        q.TicketExpired(at=now.at, ticket=ticket.id, reason=NOT_ARRIVED)
        for ticket in (given_up(hall, now.at) if now.sure else ())
    )
    shown: tuple[Event, ...] = ()
    if code_is_old(hall, now.at):
        shown = (e.DoorCodeChanged(at=now.at, code=fresh_door_code(now.new_token, hall.remote.door)),)
    return (*came, *lapsed, *shown)
