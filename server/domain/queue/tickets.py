"""Rules for tickets away from counters: issue, form filling, walk-out, cancel, restore."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import reduce
from typing import Any

from server.domain.config.config import HallConfig, Service
from server.domain.config.hours import hours_view, near_close
from server.domain.equipment.papers import owed
from server.domain.event import Event
from server.domain.hall import Hall, ParkKind, PriorityClass, Ticket, TicketState
from server.domain.line import Now
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.queue.asked import WithCode, free_counter, movable, service_of, ticket_of
from server.domain.queue.days import day_events
from server.domain.queue.evolve import MOVES
from server.domain.queue.line import standing
from server.domain.queue.numbers import next_ordinal
from server.domain.queue.refusals import (
    DOCUMENTS_HELD,
    GAVE_WAY_ALREADY,
    HALL_AT_LUNCH,
    HALL_CLOSED,
    HALL_HOLIDAY,
    NOBODY_BEHIND,
    NOT_YOUR_QUEUE,
    REQUEUE_TOO_LATE,
    REQUEUED_ALREADY,
    SERVICE_SUSPENDED,
    TOO_LATE_TODAY,
    WAITS_ALREADY,
)
from server.domain.text import Text

MICRO = datetime.resolution
BY_THEMSELVES = ("kiosk", "phone")  # channels on which customers take a number without anybody's help
# What a command says that takes one, whichever area's it is.
WITH_EVERY_NUMBER = ("channel", "language", "segment", "priority", "priority_reason", "printer", "by")
NO_TIME = timedelta(0)
WALKED_UP = Text("无票接待", "Served without a number")


def issue(hall: Hall, command: c.IssueTicket, now: Now) -> tuple[Event, ...]:
    service, config = service_of(hall, command.service), hall.setup
    if command.channel in BY_THEMSELVES:
        _require_open(config, service, command, now.at)
    suspension = hall.suspension(service.id, now.at)
    if suspension is not None:
        raise SERVICE_SUSPENDED(service=service.name, reason=suspension.reason)
    _require_first(hall, command)
    opening = day_events(hall, now)
    issued = number_events(_opened(hall, opening), command, now)
    slip = (owed(now.new_id, command.printer, now),) if command.printer else ()
    return (*opening, issued, *slip)


def number_with_a_code(
    hall: Hall, command: WithCode, service: str, now: Now, *, place_at: datetime, **came: Any
) -> tuple[Event, ...]:
    """As `issue` gives it, near closing too; `came` is what the number says of what its holder came with.

    Who stands in line as if they had come earlier is called so much earlier.
    """
    shared = {name: getattr(command, name) for name in WITH_EVERY_NUMBER}
    expected, came["place_at"] = command.expected_wait_seconds, place_at
    if expected is not None:
        shared["expected_wait_seconds"] = expected - max(now.at - place_at, NO_TIME).total_seconds()
    events = issue(hall, c.IssueTicket(service=service, **shared), now)
    return tuple(replace(event, **came) if isinstance(event, e.TicketIssued) else event for event in events)


def _require_first(hall: Hall, command: c.IssueTicket) -> None:
    """One open number for each person and business, in a hall that wants it so (Q39)."""
    if not command.person or not hall.setup.figures.one_ticket_a_person:
        return
    for ticket in hall.tickets.values():
        if ticket.person == command.person and ticket.leg.service == command.service:
            raise WAITS_ALREADY(number=ticket.number)


def take_other_way(hall: Hall, command: c.TakeOtherWay, now: Now) -> tuple[Event, ...]:
    """Nothing of a business that is done here alone: the set-up may just have changed."""
    service = service_of(hall, command.service)
    at_terminal = any(service.id in terminal.services for terminal in hall.setup.terminals)
    if not service.e_channels and not at_terminal:
        return ()
    way = "" if service.e_channels else "self_service"
    return (e.OtherWayTaken(at=now.at, service=service.id, device=command.by, way=way),)


def _require_open(config: HallConfig, service: Service, command: c.IssueTicket, at: datetime) -> None:
    """Staff may always give a number; what customers use alone keeps to the hall's hours."""
    hours = hours_view(config, at)
    if hours.state == "holiday":
        raise HALL_HOLIDAY(name=_named(hours.name))
    if hours.state == "lunch":
        raise HALL_AT_LUNCH(reopens=hours.reopens)
    if hours.state != "open":
        raise HALL_CLOSED(opens=hours.opens, closes=hours.closes)
    if near_close(config, command.expected_wait_seconds, at) == "stopped":
        raise TOO_LATE_TODAY(service=service.name)


def _opened(hall: Hall, opening: tuple[Event, ...]) -> Hall:
    """The hall as its new day finds it."""
    return reduce(lambda so_far, event: MOVES[type(event)](so_far, event), opening, hall)


def _named(name: Text) -> Text:
    return Text(f"（{name.zh}）", f" ({name.in_('en')})") if name.zh else name


def number_events(hall: Hall, command: c.IssueTicket, now: Now) -> e.TicketIssued:
    """The next number of the queue's series, in a hall whose day is open."""
    service, config = service_of(hall, command.service), hall.setup
    rule, segment = config.rule_for(command.segment, service.id), config.segment.get(command.segment)
    queue = config.queue[(rule.queue if rule else "") or service.queue]
    ordinal = next_ordinal(hall, queue.letter)
    return e.TicketIssued(
        at=now.at,
        ticket=now.new_id,
        token=now.new_token,
        number=f"{queue.letter}{ordinal:03}",
        ordinal=ordinal,
        service=service.id,
        queue=queue.id,
        channel=command.channel,
        language=command.language,
        segment=command.segment,
        priority=PriorityClass.PRIORITY if segment and segment.priority else command.priority,
        priority_reason=command.priority_reason,
        by=command.by,
        offered=command.offered,
        person=command.person,
    )


def walk_direct(hall: Hall, command: c.WalkDirect, now: Now) -> tuple[Event, ...]:
    counter, service = free_counter(hall, command.counter), service_of(hall, command.service)
    opening = day_events(hall, now)
    asked = c.IssueTicket(
        service=service.id, channel="counter", priority=PriorityClass.ORDINARY, by=counter.staff
    )
    issued = number_events(_opened(hall, opening), asked, now)
    called = e.TicketCalled(
        at=now.at,
        ticket=issued.ticket,
        counter=counter.id,
        call=f"{issued.ticket}-1",
        number=issued.number,
        staff=counter.staff,
        kind="direct",
        reason=WALKED_UP,
        waited_seconds=0.0,
        within_goal=True,
    )
    started = e.ServiceStarted(at=now.at, ticket=issued.ticket, counter=counter.id, since=now.at)
    if any(
        isinstance(event, e.CounterClosed) for event in opening
    ):  # yesterday's end closed the counter; its clerk is still there
        reopened = e.CounterOpened(
            at=now.at, counter=counter.id, staff=counter.staff, profile=counter.profile
        )
        opening = (*opening, reopened)
    return (*opening, issued, called, started)


def start_form(hall: Hall, command: c.StartFormFilling, now: Now) -> tuple[Event, ...]:
    ticket = movable(hall, command.ticket, e.FormStarted)
    return (e.FormStarted(at=now.at, ticket=ticket.id),)


def end_form(hall: Hall, command: c.EndFormFilling, now: Now) -> tuple[Event, ...]:
    ticket = movable(hall, command.ticket, e.FormEnded)
    return (e.FormEnded(at=now.at, ticket=ticket.id),)


def walk_out(hall: Hall, command: c.MarkWalkout, now: Now) -> tuple[Event, ...]:
    ticket = movable(hall, command.ticket, e.TicketWalkedOut)
    return (e.TicketWalkedOut(at=now.at, ticket=ticket.id),)


def cancel(hall: Hall, command: c.CancelTicket, now: Now) -> tuple[Event, ...]:
    ticket = movable(hall, command.ticket, e.TicketCancelled)
    return (e.TicketCancelled(at=now.at, ticket=ticket.id, by=command.by),)


def change_service(hall: Hall, command: c.ChangeService, now: Now) -> tuple[Event, ...]:
    ticket = ticket_of(hall, command.ticket)
    starting = counted_as_served(hall, ticket, now)
    if not starting:
        movable(hall, command.ticket, e.ServiceChanged)
    service = service_of(hall, command.service)
    suspension = hall.suspension(service.id, now.at)
    if suspension is not None:
        raise SERVICE_SUSPENDED(service=service.name, reason=suspension.reason)
    if service.id == ticket.leg.service:
        return ()
    changed = e.ServiceChanged(
        at=now.at,
        ticket=ticket.id,
        service=service.id,
        queue=service.queue,
        was=ticket.leg.service,
        typed_by=ticket.issued_by,
        by=command.by,
    )
    return (*starting, changed)


def counted_as_served(hall: Hall, ticket: Ticket, now: Now) -> tuple[e.ServiceStarted, ...]:
    """In a hall that confirms no arrival, who was called is here."""
    counter, call = ticket.at_counter, ticket.call
    called = ticket.state is TicketState.CALLED and not hall.setup.figures.confirm_arrival
    if not called or counter is None or call is None:
        return ()
    return (e.ServiceStarted(at=now.at, ticket=ticket.id, counter=counter, since=call.at),)


def requeue(hall: Hall, command: c.RequeueTicket, now: Now) -> tuple[Event, ...]:
    """Within the tolerance, once, and behind the next few (3.1)."""
    ticket, figures = movable(hall, command.ticket, e.TicketRequeued), hall.setup.figures
    made = hall.calls.get(ticket.leg.queue, 0)
    if ticket.requeues >= figures.max_requeue:
        raise REQUEUED_ALREADY(number=ticket.number)
    if made - ticket.called_as > figures.requeue_tolerance:
        raise REQUEUE_TOO_LATE(number=ticket.number, tolerance=figures.requeue_tolerance)
    return (e.TicketRequeued(at=now.at, ticket=ticket.id, lets_pass_until=made + figures.requeue_after),)


LETS_PASS = 3  # hall.md 5.10


def give_way(hall: Hall, command: c.GiveWay, now: Now) -> tuple[Event, ...]:
    """Behind the next few who came later, once; the wait runs on and the place in line stays.

    Whom it would change nothing for keeps the one chance: nobody stands behind.
    """
    ticket = movable(hall, command.ticket, e.TicketGaveWay)
    if ticket.gave_way:
        raise GAVE_WAY_ALREADY(number=ticket.number)
    before, after = standing(hall, ticket)
    if not after:
        raise NOBODY_BEHIND(number=ticket.number)
    until = max(ticket.lets_pass_until, hall.calls.get(ticket.leg.queue, 0) + before + LETS_PASS)
    return (e.TicketGaveWay(at=now.at, ticket=ticket.id, lets_pass_until=until),)


def resume(hall: Hall, command: c.ResumeTicket, now: Now) -> tuple[Event, ...]:
    """Back to a counter at once, or first into the line; papers held bind the customer to their counter."""
    move = e.TicketResumed if command.counter is not None else e.TicketWaitsAgain
    ticket = movable(hall, command.ticket, move)
    held_at = ticket.leg.counter
    if ticket.park is ParkKind.DOCUMENTS_HELD and command.counter != held_at:
        raise DOCUMENTS_HELD(number=ticket.number, counter=held_at)
    if command.counter is None:
        return (
            e.TicketWaitsAgain(
                at=now.at, ticket=ticket.id, place_at=first_place(hall, ticket.leg.queue, now.at)
            ),
        )
    counter = free_counter(hall, command.counter)
    profile = hall.setup.profile[counter.profile]
    if counter.id != held_at and ticket.leg.queue not in (*profile.queues, *profile.helps):
        raise NOT_YOUR_QUEUE(number=ticket.number)
    return (e.TicketResumed(at=now.at, ticket=ticket.id, counter=counter.id, staff=counter.staff),)


def first_place(hall: Hall, queue: str, default: datetime) -> datetime:
    """A place before everybody who waits in the queue."""
    return min((t.place_at for t in hall.waiting() if t.leg.queue == queue), default=default) - MICRO
