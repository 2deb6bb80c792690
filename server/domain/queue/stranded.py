"""Those who wait and whom no counter can call as things stand: each is told of, and none waits for ever."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.domain.event import Event
from server.domain.hall import Counter, CounterState, Hall, Ticket
from server.domain.line import Now
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.queue.asked import movable
from server.domain.queue.line import WORKING, binds, is_bound

FOR_A_PAUSED = "waits_for_paused"  # sent to a counter, or to somebody at one, that has paused
BY_NOBODY = "nobody_calls"  # no counter that is open calls this queue


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranded:
    """`subject` is the counter that has paused, or the queue that nobody calls."""

    cause: str
    subject: str
    tickets: tuple[Ticket, ...]


def stranded(hall: Hall, now: datetime) -> tuple[Stranded, ...]:
    """One for each cause. A pause counts as work for a while where others of the queue need not wait long."""
    if hall.config is None:
        return ()
    by_cause: dict[tuple[str, str], list[Ticket]] = {}
    open_ones = [counter for counter in hall.counters.values() if counter.state in WORKING]
    called = {queue for counter in open_ones for queue in _called_by(hall, counter, now)}
    for ticket in hall.waiting():
        is_sent = ticket.only_counter is not None or ticket.only_staff is not None
        if not is_sent and ticket.leg.queue in called:
            continue
        if is_sent and is_bound(hall, ticket):
            paused = _all_paused(counter for counter in open_ones if binds(counter, ticket))
            if paused is not None:
                by_cause.setdefault((FOR_A_PAUSED, paused.id), []).append(ticket)
        elif ticket.leg.queue not in called and (open_ones or now - ticket.since > _patience(hall)):
            by_cause.setdefault((BY_NOBODY, ticket.leg.queue), []).append(ticket)
    return tuple(
        Stranded(cause=cause, subject=subject, tickets=tuple(tickets))
        for (cause, subject), tickets in by_cause.items()
    )


def to_free(hall: Hall, now: datetime) -> tuple[Ticket, ...]:
    """Whoever waits for one counter alone that has paused too long goes back to everybody's line."""
    if not any(counter.state is CounterState.PAUSED for counter in hall.counters.values()):
        return ()
    return tuple(
        ticket
        for group in stranded(hall, now)
        if group.cause == FOR_A_PAUSED and now - hall.counters[group.subject].since > _patience(hall)
        for ticket in group.tickets
    )


def free(hall: Hall, command: c.FreeTicket, now: Now) -> tuple[Event, ...]:
    """The ticket keeps its place and its priority."""
    ticket = movable(hall, command.ticket, e.TicketFreed)
    if ticket.only_counter is None and ticket.only_staff is None:
        return ()
    return (e.TicketFreed(at=now.at, ticket=ticket.id),)


def _all_paused(counters: Iterable[Counter]) -> Counter | None:
    """The one that has not paused for longest, if all have."""
    there = list(counters)
    if not there or any(counter.state is not CounterState.PAUSED for counter in there):
        return None
    return max(there, key=lambda counter: counter.since)


def _called_by(hall: Hall, counter: Counter, now: datetime) -> tuple[str, ...]:
    """The queues an open counter calls; none where it has paused for long."""
    if counter.state is CounterState.PAUSED and now - counter.since > _patience(hall):
        return ()
    profile = hall.setup.profile[counter.profile]
    return (*profile.queues, *profile.helps)


def _patience(hall: Hall) -> timedelta:
    return timedelta(seconds=hall.setup.figures.bound_patience_seconds)
