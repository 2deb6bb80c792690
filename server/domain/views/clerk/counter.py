"""What a clerk's console shows (5.3): who is here and why, who is next, what can be settled."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from server.domain.config.config import Profile
from server.domain.config.hours import hours_view
from server.domain.guidance.contact import first_contact
from server.domain.hall import Counter, Hall, Ticket, TicketState
from server.domain.kept import FEW, kept, once, same, together
from server.domain.line import Pick
from server.domain.queue.asked import stands
from server.domain.queue.line import can_return
from server.domain.text import Text
from server.domain.values import quick
from server.domain.views.care import TaskRow, task_rows
from server.domain.views.clerk.clerk_paper import ClerkPaper, clerk_paper
from server.domain.views.clerk.clerk_rows import (
    LISTED,
    ClerkRow,
    clerk_row,
    clerk_rows,
    marked,
    next_three,
    of_queues,
    own_waiting,
)
from server.domain.views.clerk.clerk_ticket import ClerkTicket, clerk_ticket
from server.domain.views.clerk.counter_can import CounterCan, counter_can
from server.domain.views.door import marks
from server.domain.views.glance import glance
from server.domain.views.names import NameOf, nobody
from server.domain.views.parts import Named, QueueView, Waits, counter_profile, named, queue_views, queues_of
from server.domain.views.printers import PrinterChoice, printer_choices


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """What `undo_last` would take back, and until when."""

    ticket: str
    number: str
    what: str  # "no_show" or "finished"
    until: datetime


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class CounterView:
    tasks: tuple[TaskRow, ...]  # for this counter
    counter: str
    name: Text
    state: str
    since: datetime
    staff: str
    profile: str
    profile_name: Text
    pause_reason: str
    served: int
    goal_seconds: int
    threshold_seconds: int
    confirm_arrival: bool
    ticket: ClerkTicket | None
    undo: Undo | None
    can: CounterCan
    queues: tuple[QueueView, ...]  # of this counter's profile
    next: tuple[ClerkRow, ...]  # the next three, in the order they would be called
    waiting: tuple[ClerkRow, ...]  # all this counter may call, longest first
    missed: tuple[ClerkRow, ...]
    parked: tuple[ClerkRow, ...]
    all_services: tuple[Named, ...]
    all_queues: tuple[Named, ...]
    all_counters: tuple[Named, ...]
    all_profiles: tuple[Named, ...]
    first_met: tuple[str, ...] = ()  # after closing: still open, and whoever sits here met them first (E11)
    printers: tuple[PrinterChoice, ...] = ()  # where a notice can come out
    paper: ClerkPaper | None = None
    rain: bool = False  # the customer may have an umbrella with them (Q45, Q46)


def counter(
    hall: Hall, now: datetime, waits: Waits, *, counter_id: str, pick: Pick, name_of: NameOf = nobody
) -> CounterView:
    config = hall.setup
    desk, place = hall.counters[counter_id], config.counter[counter_id]
    profile = config.profile[counter_profile(hall, desk)]
    mine, line = queues_of(profile), glance(hall)
    second = same(now.replace(microsecond=0))
    ticket = hall.tickets.get(desk.ticket or "")
    shown, undo = (clerk_ticket(hall, ticket, now, name_of) if ticket else None), _undo(hall, desk, now)
    return once(
        CounterView,
        tasks=task_rows(hall, "counter"),
        counter=counter_id,
        name=place.name,
        state=desk.state,
        since=desk.since,
        staff=desk.staff,
        profile=profile.id,
        profile_name=profile.name,
        pause_reason=desk.pause_reason,
        served=desk.served,
        goal_seconds=config.figures.wait_goal_seconds,
        threshold_seconds=config.figures.remedy_threshold_seconds,
        confirm_arrival=config.figures.confirm_arrival,
        ticket=shown,
        undo=undo,
        can=counter_can(
            desk.state,
            confirm_arrival=config.figures.confirm_arrival,
            undo=undo is not None,
            unsettled=bool(shown and shown.remedy and shown.remedy.unsettled),
        ),
        queues=_own(queue_views(hall, waits), mine),
        # Where nobody is sent to one counter, all counters of a profile see these two alike.
        next=next_three(hall, desk, second, pick) if line.bound else _next(hall, profile, second, pick),
        waiting=own_waiting(hall, desk, mine, config)
        if line.bound
        else clerk_rows(line.waiting, mine, config, marks(hall)),
        missed=_missed(hall, line.missed, mine) if line.missed else (),
        parked=together(
            clerk_row(
                t, config, t.park != "documents_held" or t.leg.counter == counter_id, *marked(marks(hall), t)
            )
            for t in line.parked
            if t.leg.queue in mine or t.leg.counter == counter_id
        )
        if line.parked
        else (),
        all_services=named(config.services),
        all_queues=named(config.queues),
        all_counters=named(config.counters),
        all_profiles=named(config.profiles),
        first_met=_first_met(hall, desk, now),
        printers=printer_choices(hall),
        paper=clerk_paper(hall.ticket(desk.ticket or desk.last_ticket or "")),
        rain=hall.guidance.rain,
    )


@kept(FEW)
def _own(queues: tuple[QueueView, ...], mine: frozenset[str]) -> tuple[QueueView, ...]:
    return together(q for q in queues if q.queue in mine)


@kept(FEW)  # many consoles look in the same moment
def _next(hall: Hall, profile: Profile, now: datetime, pick: Pick) -> tuple[ClerkRow, ...]:
    first = next(c for c in hall.counters.values() if counter_profile(hall, c) == profile.id)
    return next_three(hall, first, now, pick)


def _missed(hall: Hall, missed: tuple[Ticket, ...], mine: frozenset[str]) -> tuple[ClerkRow, ...]:
    config, noted = hall.setup, marks(hall)
    return together(
        clerk_row(t, config, can_return(hall, t), *marked(noted, t)) for t in of_queues(missed, mine)[:LISTED]
    )


def _first_met(hall: Hall, desk: Counter, now: datetime) -> tuple[str, ...]:
    """Asked when the hall has closed, so that nobody goes home before those they answer for."""
    if not desk.staff or hours_view(hall.setup, now).state != "closed":
        return ()
    mine = [t for t in hall.tickets.values() if t.id != desk.ticket and first_contact(hall, t) == desk.staff]
    return together(sorted(t.number for t in mine)[:LISTED])


def _undo(hall: Hall, desk: Counter, now: datetime) -> Undo | None:
    last = hall.ticket(desk.last_ticket or "")
    undoable = (TicketState.NO_SHOW, TicketState.FINISHED)
    if last is None or desk.ticket or last.state not in undoable or last.leg.counter != desk.id:
        return None
    if not stands(hall.setup, last):
        return None
    until = last.since + timedelta(seconds=hall.setup.figures.undo_seconds)
    return (
        same(Undo(ticket=last.id, number=last.number, what=last.state, until=until)) if now <= until else None
    )
