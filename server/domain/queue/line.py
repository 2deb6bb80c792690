"""Who stands in which counter's line."""

from collections.abc import Iterable, Sequence

from server.domain.hall import Counter, CounterState, Hall, Ticket
from server.domain.line import Line

WORKING = frozenset({CounterState.OPEN_IDLE, CounterState.CALLING, CounterState.SERVING, CounterState.PAUSED})


def eligible(hall: Hall, counter: Counter) -> list[Ticket]:
    """Those this counter may call now.

    A restored number lets others of its queue pass first; where none of them waits, there is nobody to let
    pass. The profile's `helps` count only while none of its own queues has anybody (Q18).
    """
    config = hall.setup
    profile = config.profile[counter.profile]
    own, passing, helped = [], [], []
    for ticket in hall.waiting():
        queue = ticket.leg.queue
        if not may_call(hall, counter, ticket, profile.queues):
            if queue in profile.helps and may_call(hall, counter, ticket, profile.helps):
                helped.append(ticket)
        elif ticket.lets_pass_until > hall.calls.get(queue, 0):
            passing.append(ticket)
        else:
            own.append(ticket)
    ahead = {ticket.leg.queue for ticket in own}
    own += [ticket for ticket in passing if ticket.leg.queue not in ahead]
    return own or helped


def may_call(hall: Hall, counter: Counter, ticket: Ticket, queues: Iterable[str]) -> bool:
    """Whether the ticket is this counter's to call, if it calls these queues."""
    if is_bound(hall, ticket):
        return binds(counter, ticket)
    return ticket.leg.queue in queues


def binds(counter: Counter, ticket: Ticket) -> bool:
    """Whether the ticket was sent to this counter, or to the person at it."""
    at_it = bool(counter.staff) and counter.staff == ticket.only_staff
    return counter.id == ticket.only_counter or at_it


def is_bound(hall: Hall, ticket: Ticket) -> bool:
    """Sent to one counter or one person, as long as that one works today: nobody waits for a dark window."""
    if ticket.only_counter is not None:
        there = hall.counters.get(ticket.only_counter)
        return there is not None and there.state in WORKING
    if ticket.only_staff is None:
        return False
    return any(c.staff == ticket.only_staff and c.state in WORKING for c in hall.counters.values())


def can_return(hall: Hall, ticket: Ticket) -> bool:
    """Whether a missed number may still be restored (3.1)."""
    figures, made = hall.setup.figures, hall.calls.get(ticket.leg.queue, 0)
    return ticket.requeues < figures.max_requeue and made - ticket.called_as <= figures.requeue_tolerance


def line_of(hall: Hall, counter: Counter, waiting: Sequence[Ticket]) -> Line:
    config = hall.setup
    profile = config.profile[counter.profile]
    run = max((hall.priority_run.get(q, 0) for q in (*profile.queues, *profile.helps)), default=0)
    return Line(waiting=waiting, priority_run=run, figures=config.figures)
