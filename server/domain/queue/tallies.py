"""What the day's figures and the lobby board's lines make of a ticket's steps, beside the steps."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from server.domain.area import Compare, Observe
from server.domain.event import Event
from server.domain.hall import Hall, Leg, PriorityClass, RecentCall, Tally, Ticket, Waited
from server.domain.queue import events as e
from server.domain.values import replace

NOTHING_YET = Tally()
RECENT_SHOWN = 6  # hero + 5 rows (5.5)
LATELY = timedelta(minutes=30)
MOST_LATELY = 200  # more calls of one business in half an hour say no more


def _issued(hall: Hall, event: e.TicketIssued) -> Hall:
    return replace(hall, tallies=_counted(hall, event.service, issued=1))


def _called(hall: Hall, event: e.TicketCalled) -> Hall:
    ticket = hall.tickets[event.ticket]
    recent = RecentCall(call=event.call, number=event.number, counter=event.counter, at=event.at)
    waited = Waited(at=event.at, seconds=event.waited_seconds)
    tallies = _counted(hall, ticket.leg.service, called=1, within_goal=event.within_goal, waited=waited)
    return replace(hall, tallies=tallies, recent=_shown(hall, recent), priority_run=_run(hall, ticket))


def _run(hall: Hall, ticket: Ticket) -> Mapping[str, int]:
    """How many priority calls in a row each queue of the counter's group has had."""
    runs, queue = hall.priority_run, ticket.leg.queue
    group = hall.setup.group_of.get(queue) or frozenset({queue})
    run = 0
    if ticket.priority is PriorityClass.PRIORITY:
        run = max(runs.get(q, 0) for q in group) + 1
    elif [*map(runs.get, group)].count(0) == len(group):
        return runs
    return {**runs, **dict.fromkeys(group, run)}


def _recalled(hall: Hall, event: e.TicketRecalled) -> Hall:
    number, nth = hall.tickets[event.ticket].number, event.nth + 1
    recent = RecentCall(call=event.call, number=number, counter=event.counter, at=event.at, announcement=nth)
    return replace(hall, recent=_shown(hall, recent))


def _shown(hall: Hall, newest: RecentCall) -> tuple[RecentCall, ...]:
    """One line a number."""
    number = newest.number
    return (newest, *[c for c in hall.recent if c.number != number])[:RECENT_SHOWN]


def _served(hall: Hall, event: e.TicketFinished) -> Hall:
    return _finish(hall, event, _leg(hall, event), event.handling_seconds, 1)


def _added(hall: Hall, event: e.ServiceAdded | e.ServiceAddedHere) -> Hall:
    return _finish(hall, event, hall.tickets[event.ticket].past[-1], event.handling_seconds, 1)


def _finish_undone(before: Hall, hall: Hall, event: e.FinishUndone) -> Hall:
    leg = _leg(before, event)
    assert leg.started_at is not None
    assert leg.ended_at is not None
    handled = (leg.ended_at - leg.started_at).total_seconds() - leg.parked_seconds
    return _finish(hall, event, leg, -handled, -1)


def _finish(hall: Hall, event: e.AtCounter, leg: Leg, seconds: float, n: int) -> Hall:
    counter = hall.counters[event.counter]
    return replace(
        hall,
        tallies=_counted(hall, leg.service, finished=n, handled_seconds=seconds),
        counters={**hall.counters, counter.id: replace(counter, served=counter.served + n)},
    )


def _no_show(hall: Hall, event: e.TicketNoShow) -> Hall:
    return replace(hall, tallies=_counted(hall, _leg(hall, event).service, no_shows=1))


def _no_show_undone(hall: Hall, event: e.NoShowUndone) -> Hall:
    return replace(hall, tallies=_counted(hall, _leg(hall, event).service, no_shows=-1))


def _walked_out(hall: Hall, event: e.TicketWalkedOut) -> Hall:
    return replace(hall, tallies=_counted(hall, _leg(hall, event).service, walkouts=1))


def _leg(hall: Hall, event: e.TicketMoved) -> Leg:
    return (hall.tickets.get(event.ticket) or hall.ended[event.ticket]).leg


def _counted(
    hall: Hall,
    service: str,
    *,
    handled_seconds: float | None = None,
    waited: Waited | None = None,
    **seen: int,
) -> Mapping[str, Tally]:
    """`seen`: what is counted, and how much more of it."""
    known = hall.tallies.get(service, NOTHING_YET)
    changes: dict[str, Any] = {}
    for name, more in seen.items():
        if more:
            changes[name] = getattr(known, name) + more
    if handled_seconds is not None:
        changes["handled_seconds"] = max(known.handled_seconds + handled_seconds, 0.0)
    if waited is not None:
        since = waited.at - LATELY
        changes["lately"] = (*(w for w in known.lately if w.at > since), waited)[-MOST_LATELY:]
    return {**hall.tallies, service: replace(known, **changes)}


OBSERVE: Mapping[type[Event], Observe] = {
    e.TicketIssued: _issued,
    e.TicketCalled: _called,
    e.TicketRecalled: _recalled,
    e.TicketFinished: _served,
    e.ServiceAdded: _added,
    e.ServiceAddedHere: _added,
    e.TicketNoShow: _no_show,
    e.NoShowUndone: _no_show_undone,
    e.TicketWalkedOut: _walked_out,
}

COMPARE: Mapping[type[Event], Compare] = {e.FinishUndone: _finish_undone}
