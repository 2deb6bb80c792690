"""Who stands in which counter's line."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from server.domain.config.config import Profile
from server.domain.config.figures import Figures
from server.domain.hall import Counter, CounterState, Hall, PriorityClass, Ticket, TicketState
from server.domain.kept import FEW, SOME, kept, same, together
from server.domain.line import Line

WORKING = frozenset({CounterState.OPEN_IDLE, CounterState.CALLING, CounterState.SERVING, CounterState.PAUSED})


def eligible(hall: Hall, counter: Counter) -> Sequence[Ticket]:
    """Those this counter may call now.

    A restored number lets others of its queue pass first; where none of them waits, there is nobody to let
    pass. The profile's `helps` count only while none of its own queues has anybody (Q18).
    """
    profile = hall.setup.profile[counter.profile]
    waiting = _waiting(hall.tickets)
    if not _sent(waiting):
        return _of_profile(waiting, hall.calls, profile)
    theirs = [(t, is_bound(hall, t)) for t in waiting]
    own = [t for t, bound in theirs if (binds(counter, t) if bound else t.leg.queue in profile.queues)]
    helped = [t for t, bound in theirs if not bound and t.leg.queue in profile.helps]
    return _in_turn(own, helped, hall.calls)


@kept(FEW)
def _waiting(tickets: Mapping[str, Ticket]) -> tuple[Ticket, ...]:
    """The very same line whatever happens at the counters."""
    waits = TicketState.WAITING
    return together([t for t in tickets.values() if t.state is waits])


@kept(FEW)
def _sent(waiting: tuple[Ticket, ...]) -> bool:
    """Whether anybody may have been sent to one counter or one person."""
    return any(t.only_counter is not None or t.only_staff is not None for t in waiting)


@kept(FEW)
def _of_profile(
    waiting: tuple[Ticket, ...], calls: Mapping[str, int], profile: Profile
) -> tuple[Ticket, ...]:
    """The same for every counter of the profile: reckoned once for all of them, whoever asks."""
    own, helped = list[Ticket](), list[Ticket]()
    for ticket in waiting:
        queue = ticket.leg.queue
        if queue in profile.queues:
            own.append(ticket)
        elif queue in profile.helps:
            helped.append(ticket)
    return together(_in_turn(own, helped, calls))


def _in_turn(own: list[Ticket], helped: list[Ticket], calls: Mapping[str, int]) -> list[Ticket]:
    passing = [t for t in own if t.lets_pass_until and t.lets_pass_until > calls.get(t.leg.queue, 0)]
    if passing:
        ahead = [t for t in own if t not in passing]
        queues = {t.leg.queue for t in ahead}
        own = ahead + [t for t in passing if t.leg.queue not in queues]
    return own or helped


def how_many_wait(hall: Hall, queue: str) -> int:
    """Asked with each number: in one go over all tickets, and nothing is kept of it."""
    waits = TicketState.WAITING
    return [t.leg.queue for t in hall.tickets.values() if t.state is waits].count(queue)


def standing(hall: Hall, ticket: Ticket) -> tuple[int, int]:
    """How many who wait in its queue come before a ticket and after it, with priority's head start (Q39)."""
    figures = hall.setup.figures
    places = _places(_waiting(hall.tickets), same(ticket.leg.queue), figures)
    before = bisect_left(places, place_of(ticket, figures))
    return before, len(places) - before - (ticket.state is TicketState.WAITING)


Place = tuple[datetime, int]


def place_of(ticket: Ticket, figures: Figures) -> Place:
    if ticket.priority is not PriorityClass.PRIORITY:
        return ticket.place_at, ticket.ordinal
    return ticket.place_at - timedelta(seconds=figures.priority_head_start_seconds), ticket.ordinal


@kept(SOME)
def _places(waiting: tuple[Ticket, ...], queue: str, figures: Figures) -> tuple[Place, ...]:
    """Of those who wait in it, in order: a view of many asks for each."""
    return tuple(sorted(place_of(t, figures) for t in waiting if t.leg.queue == queue))


def expected_before(hall: Hall, ticket: Ticket) -> int:
    """Who is on the way with a number taken before this one, and whose turn is not over yet (Q42)."""
    if not hall.remote.taken:
        return 0
    queue, figures = ticket.leg.queue, hall.setup.figures
    mine = place_of(ticket, figures)
    others = (t for t in expected(hall) if t.leg.queue == queue and t.id != ticket.id)
    return sum(place_of(t, figures) < mine for t in others)


def expected(hall: Hall) -> Iterator[Ticket]:
    """Who is not here yet and would be called in turn, came they now."""
    for ticket, taken in hall.remote.taken.items():
        known = hall.tickets.get(ticket)
        if known is not None and known.state is TicketState.AWAY and not taken.passed:
            yield known


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
    if ticket.only_counter is None and ticket.only_staff is None:
        return False
    if ticket.only_counter is not None:
        there = hall.counters.get(ticket.only_counter)
        return there is not None and there.state in WORKING
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
