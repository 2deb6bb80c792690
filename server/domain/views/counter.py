"""What a clerk's console shows (5.3): who is here and why, who is next, what can be settled."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.domain.config.config import HallConfig, Profile
from server.domain.config.hours import hours_view
from server.domain.guidance.asked import came_with
from server.domain.guidance.contact import first_contact
from server.domain.guidance.nouns import Notice
from server.domain.hall import (
    DAWN,
    Counter,
    CounterState,
    Hall,
    PriorityClass,
    Ticket,
    TicketState,
)
from server.domain.kept import FEW, kept, once, same, together
from server.domain.line import Line, Pick
from server.domain.queue.asked import stands
from server.domain.queue.line import can_return, eligible, line_of, may_call
from server.domain.text import Text
from server.domain.values import quick, replace
from server.domain.views.care import RemedyBanner, TaskRow, banner, task_rows
from server.domain.views.clerk_paper import ClerkPaper, clerk_paper
from server.domain.views.counter_can import CounterCan, counter_can
from server.domain.views.door import (
    NOTHING,
    Marks,
    StepRow,
    TerminalAt,
    marks,
    papers_for,
    segment_name,
    steps_of,
    terminals_at,
)
from server.domain.views.glance import glance
from server.domain.views.names import NameOf, nobody
from server.domain.views.parts import (
    Named,
    QueueView,
    Waits,
    counter_profile,
    named,
    overdue,
    queue_views,
    queues_of,
)
from server.domain.views.printers import PrinterChoice, printer_choices

LISTED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ClerkLeg:
    """An earlier leg of the same visit."""

    service: Text
    counter: str
    outcome: str


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ClerkTicket:
    """The customer at this counter; the clerk sees more only while serving."""

    id: str
    number: str
    state: str
    service: str
    service_name: Text
    issued_as: Text
    standard_seconds: int
    issued_at: datetime
    waited_seconds: float
    over_goal: bool
    over_threshold: bool
    called_at: datetime | None
    started_at: datetime | None
    parked_seconds: float
    priority: bool
    priority_reason: str
    language: str
    segment: str
    reason: Text
    recalls: int
    no_show_offered: bool
    shown: bool
    spoken: str
    voice: str  # the kind that spoke, "" where none did
    materials: tuple[Text, ...]
    past: tuple[ClerkLeg, ...]
    remedy: RemedyBanner | None
    watered: bool
    explained: bool
    booked_for: datetime | None = None  # the time of the appointment it came for
    segment_name: Text = NOTHING
    steps: tuple[StepRow, ...] = ()  # what was done while waiting, and what was not (Q23)
    terminals: tuple[TerminalAt, ...] = ()  # where it can be done instead (Q19)
    topics: tuple[Text, ...] = ()  # of an enquiry (B20)
    owner: str = ""  # who else met them first, through every transfer (E11)
    came_with: str = ""  # "missing" or "pass": what brought them back (B09)
    owed: tuple[Text, ...] = ()  # what was missing then
    points_told: bool = False  # every key point of the business (E32)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ClerkRow:
    """A ticket in one of the clerk's lists."""

    id: str
    number: str
    service_name: Text
    clock_from: datetime
    since: datetime
    priority: bool
    state: str
    park: str
    counter: str
    usable: bool  # a missed one can be restored; a parked one can be resumed here
    booked_for: datetime | None = None  # the time of its appointment
    came_with: str = ""  # "missing" or "pass": what brought them back (B09)
    prepared: int = 0  # steps done while waiting (Q23)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lines:
    """What all counters of a profile see alike."""

    queues: tuple[QueueView, ...]
    missed: tuple[ClerkRow, ...]
    next: tuple[ClerkRow, ...]  # these two while nobody is sent to one counter
    waiting: tuple[ClerkRow, ...]


def counter(
    hall: Hall, now: datetime, waits: Waits, *, counter_id: str, pick: Pick, name_of: NameOf = nobody
) -> CounterView:
    config = hall.setup
    desk, place = hall.counters[counter_id], config.counter[counter_id]
    profile = config.profile[counter_profile(hall, desk)]
    mine, line = queues_of(profile), glance(hall)
    second = same(now.replace(microsecond=0))
    lines = _lines(hall, profile, waits, second, pick)
    ticket = hall.tickets.get(desk.ticket or "")
    shown, undo = (_customer(hall, ticket, now, name_of) if ticket else None), _undo(hall, desk, now)
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
        queues=lines.queues,
        next=_next_three(hall, desk, second, pick) if line.bound else lines.next,
        waiting=_waiting(hall, desk, mine, config) if line.bound else lines.waiting,
        missed=lines.missed,
        parked=together(
            _row(
                t, config, t.park != "documents_held" or t.leg.counter == counter_id, *_marked(marks(hall), t)
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


@kept(FEW)  # many consoles look in the same moment
def _lines(hall: Hall, profile: Profile, waits: Waits, now: datetime, pick: Pick) -> _Lines:
    config, mine, line = hall.setup, queues_of(profile), glance(hall)
    first = next(c for c in hall.counters.values() if counter_profile(hall, c) == profile.id)
    return _Lines(
        queues=together(q for q in queue_views(hall, waits) if q.queue in mine),
        missed=together(
            _row(t, config, can_return(hall, t), *_marked(marks(hall), t))
            for t in _of(line.missed, mine)[:LISTED]
        ),
        next=_next_three(hall, first, now, pick),
        waiting=_rows(line.waiting, mine, config, marks(hall)),
    )


def _customer(hall: Hall, ticket: Ticket, now: datetime, name_of: NameOf) -> ClerkTicket:
    config, care = hall.setup, hall.care
    remedy = banner(hall, ticket, now)
    waited = same(ticket.wait_at(now).total_seconds())
    door = hall.guidance
    notice = came_with(hall, ticket)
    points = config.service[ticket.leg.service].entry.key_points
    first = first_contact(hall, ticket)
    all_told = bool(points) and set(points) <= set(door.points_told.get(ticket.id, ()))
    return _ticket(
        ticket,
        config,
        waited,
        remedy,
        ticket.id in care.watered,
        ticket.id in care.explained,
        steps_of(hall, ticket),
        terminals_at(hall, ticket.leg.service),
        notice,
        all_told,
        same(name_of(first) if first not in ("", ticket.leg.staff) else ""),
    )


@kept()
def _ticket(  # noqa: PLR0917  # looked up by all it shows
    ticket: Ticket,
    config: HallConfig,
    waited: float,
    remedy: RemedyBanner | None,
    watered: bool,
    explained: bool,
    steps: tuple[StepRow, ...],
    terminals: tuple[TerminalAt, ...],
    notice: Notice | None,
    points_told: bool,
    owner: str,
) -> ClerkTicket:
    service, figures, call = config.service[ticket.leg.service], config.figures, ticket.call
    return ClerkTicket(
        id=ticket.id,
        number=ticket.number,
        state=ticket.state,
        service=service.id,
        service_name=service.name,
        issued_as=config.service[ticket.service].name,
        standard_seconds=service.standard_seconds,
        issued_at=ticket.issued_at,
        waited_seconds=round(waited, 1),
        over_goal=overdue(waited, figures.wait_goal_seconds),
        over_threshold=overdue(waited, figures.remedy_threshold_seconds),
        called_at=ticket.leg.called_at,
        started_at=ticket.leg.started_at,
        parked_seconds=ticket.leg.parked_seconds,
        priority=ticket.priority != "ordinary",
        priority_reason=ticket.priority_reason,
        language=ticket.language,
        segment=ticket.segment,
        reason=call.reason if call else Text("", ""),
        recalls=call.recalls if call else 0,
        no_show_offered=bool(call and call.recalls >= figures.last_call_from_recall),
        shown=bool(call and call.shown),
        spoken=call.spoken if call else "",
        voice=call.voice if call else "",
        materials=papers_for(config, ticket),
        past=tuple(
            ClerkLeg(service=config.service[g.service].name, counter=g.counter or "", outcome=g.outcome)
            for g in ticket.past
        ),
        remedy=remedy,
        watered=watered,
        explained=explained,
        booked_for=ticket.booked_for,
        segment_name=segment_name(config, ticket),
        steps=steps,
        terminals=terminals,
        topics=service.entry.topics,
        owner=owner,
        came_with=notice.kind if notice else "",
        owed=notice.missing if notice else (),
        points_told=points_told,
    )


def _first_met(hall: Hall, desk: Counter, now: datetime) -> tuple[str, ...]:
    """Asked when the hall has closed, so that nobody goes home before those they answer for."""
    if not desk.staff or hours_view(hall.setup, now).state != "closed":
        return ()
    mine = [t for t in hall.tickets.values() if t.id != desk.ticket and first_contact(hall, t) == desk.staff]
    return together(sorted(t.number for t in mine)[:LISTED])


def _of(tickets: Iterable[Ticket], queues: frozenset[str]) -> list[Ticket]:
    return [t for t in tickets if t.leg.queue in queues]


def _waiting(hall: Hall, desk: Counter, mine: frozenset[str], config: HallConfig) -> tuple[ClerkRow, ...]:
    own = [t for t in glance(hall).waiting if may_call(hall, desk, t, mine)]
    return together(_row(t, config, True, *_marked(marks(hall), t)) for t in own[:LISTED])


@kept(FEW)
def _rows(
    tickets: tuple[Ticket, ...], queues: frozenset[str], config: HallConfig, noted: Marks
) -> tuple[ClerkRow, ...]:
    return together(_row(t, config, True, *_marked(noted, t)) for t in _of(tickets, queues)[:LISTED])


def _marked(noted: Marks, ticket: Ticket) -> tuple[str, int]:
    return noted.came_with.get(ticket.id, ""), noted.prepared.get(ticket.id, 0)


@kept()
def _row(ticket: Ticket, config: HallConfig, usable: bool, came: str, prepared: int) -> ClerkRow:
    return ClerkRow(
        id=ticket.id,
        number=ticket.number,
        service_name=config.service[ticket.leg.service].name,
        clock_from=ticket.clock_from,
        since=ticket.since,
        priority=ticket.priority != "ordinary",
        state=ticket.state,
        park=ticket.park or "",
        counter=ticket.leg.counter or "",
        usable=usable,
        booked_for=ticket.booked_for,
        came_with=came,
        prepared=prepared,
    )


def _next_three(hall: Hall, desk: Counter, second: datetime, pick: Pick) -> tuple[ClerkRow, ...]:
    """Asked once for each line and second: what happens at a counter changes nobody's turn."""
    line = line_of(hall, desk, eligible(hall, desk))
    waiting = together(line.waiting)
    noted = marks(hall)
    return _foretold(waiting, same(line.priority_run), hall.setup, same(_free(desk)), second, pick, noted)


@kept()
def _free(desk: Counter) -> Counter:
    """As it will be when it calls: whom it serves until then is no matter."""
    return replace(
        desk,
        state=CounterState.OPEN_IDLE,
        since=DAWN,
        ticket=None,
        last_ticket=None,
        pause_reason="",
    )


@kept(FEW)
def _foretold(  # noqa: PLR0917  # looked up by all it shows
    waiting: tuple[Ticket, ...],
    run: int,
    config: HallConfig,
    desk: Counter,
    now: datetime,
    pick: Pick,
    noted: Marks,
) -> tuple[ClerkRow, ...]:
    rows: list[ClerkRow] = []
    line = Line(waiting=waiting, priority_run=run, figures=config.figures)
    while line.waiting and len(rows) < 3:  # noqa: PLR2004  # "next three" (5.3)
        choice = pick(line, desk, now)
        if choice is None:
            break
        rows.append(_row(choice.ticket, config, True, *_marked(noted, choice.ticket)))
        left = [t for t in line.waiting if t is not choice.ticket]
        run = line.priority_run + 1 if choice.ticket.priority is PriorityClass.PRIORITY else 0
        line = replace(line, waiting=left, priority_run=run)
    return together(rows)


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
