"""What the day's figures and the lobby board's lines make of a ticket's steps, beside the steps."""

from collections.abc import Mapping
from typing import Any

from server.domain.area import Observe
from server.domain.event import Event
from server.domain.hall import Hall, Leg, PriorityClass, RecentCall, Tally, Ticket
from server.domain.queue import events as e
from server.domain.values import replace

NOTHING_YET = Tally()
RECENT_SHOWN = 6  # hero + 5 rows (5.5)


def _issued(before: Hall, hall: Hall, event: e.TicketIssued) -> Hall:
    return replace(hall, tallies=_counted(hall, event.service, issued=1))


def _called(before: Hall, hall: Hall, event: e.TicketCalled) -> Hall:
    recent = RecentCall(call=event.call, number=event.number, counter=event.counter, at=event.at)
    tallies = _counted(hall, _leg(before, event).service, called=1, within_goal=event.within_goal)
    run = _run(before, before.tickets[event.ticket])
    return replace(hall, tallies=tallies, recent=_shown(hall, recent), priority_run=run)


def _run(hall: Hall, ticket: Ticket) -> Mapping[str, int]:
    """How many priority calls in a row each queue of the counter's group has had."""
    group = hall.setup.group_of.get(ticket.leg.queue, frozenset({ticket.leg.queue}))
    run = max((hall.priority_run.get(q, 0) for q in group), default=0)
    run = run + 1 if ticket.priority is PriorityClass.PRIORITY else 0
    return {**hall.priority_run, **dict.fromkeys(group, run)}


def _recalled(before: Hall, hall: Hall, event: e.TicketRecalled) -> Hall:
    number, nth = hall.tickets[event.ticket].number, event.nth + 1
    recent = RecentCall(call=event.call, number=number, counter=event.counter, at=event.at, announcement=nth)
    return replace(hall, recent=_shown(hall, recent))


def _shown(hall: Hall, newest: RecentCall) -> tuple[RecentCall, ...]:
    """One line a number."""
    return (newest, *(c for c in hall.recent if c.number != newest.number))[:RECENT_SHOWN]


def _served(before: Hall, hall: Hall, event: e.TicketFinished | e.ServiceAdded | e.ServiceAddedHere) -> Hall:
    return _finish(hall, event, _leg(before, event), event.handling_seconds, 1)


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


def _no_show(before: Hall, hall: Hall, event: e.TicketNoShow) -> Hall:
    return replace(hall, tallies=_counted(hall, _leg(before, event).service, no_shows=1))


def _no_show_undone(before: Hall, hall: Hall, event: e.NoShowUndone) -> Hall:
    return replace(hall, tallies=_counted(hall, _leg(before, event).service, no_shows=-1))


def _walked_out(before: Hall, hall: Hall, event: e.TicketWalkedOut) -> Hall:
    return replace(hall, tallies=_counted(hall, _leg(before, event).service, walkouts=1))


def _leg(hall: Hall, event: e.TicketMoved) -> Leg:
    return (hall.tickets.get(event.ticket) or hall.ended[event.ticket]).leg


def _counted(
    hall: Hall, service: str, *, handled_seconds: float | None = None, **seen: int
) -> Mapping[str, Tally]:
    """`seen`: what is counted, and how much more of it."""
    known = hall.tallies.get(service, NOTHING_YET)
    changes: dict[str, Any] = {name: getattr(known, name) + more for name, more in seen.items() if more}
    if handled_seconds is not None:
        changes["handled_seconds"] = max(known.handled_seconds + handled_seconds, 0.0)
    return {**hall.tallies, service: replace(known, **changes)}


OBSERVE: Mapping[type[Event], Observe] = {
    e.TicketIssued: _issued,
    e.TicketCalled: _called,
    e.TicketRecalled: _recalled,
    e.TicketFinished: _served,
    e.ServiceAdded: _served,
    e.ServiceAddedHere: _served,
    e.FinishUndone: _finish_undone,
    e.TicketNoShow: _no_show,
    e.NoShowUndone: _no_show_undone,
    e.TicketWalkedOut: _walked_out,
}
