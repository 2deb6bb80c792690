"""What the manager's live board shows (5.9): waits, counters, the oldest waiting, what needs a person."""

from collections import Counter as Counted
from dataclasses import dataclass
from datetime import date, datetime

from server.domain.config.config import HallConfig, Service
from server.domain.config.hours import HoursView, hours_view
from server.domain.hall import Counter, Hall, Suspension, Tally, Ticket
from server.domain.kept import kept, once, same, together
from server.domain.text import Text
from server.domain.values import quick
from server.domain.views.alerts import AlertRow, DeviceRow, alert_rows, device_rows
from server.domain.views.care import (
    CasesView,
    GiftRow,
    Ladders,
    OnLadder,
    Share,
    TaskRow,
    ThreeDo,
    cases_view,
    gift_rows,
    share_of,
    task_rows,
    three_do,
)
from server.domain.views.glance import glance
from server.domain.views.names import NameOf, nobody
from server.domain.views.parts import (
    Named,
    Waits,
    WaitView,
    counter_profile,
    named,
    open_counters,
    serving_queues,
    wait_view,
)

LISTED = 60
NO_TALLY = Tally()


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerService:
    id: str
    name: Text
    letter: str
    waiting: int
    longest_from: datetime | None
    wait: WaitView
    counters_open: int
    issued: int
    called: int  # the n of within_goal
    within_goal: int
    finished: int
    mean_handling_seconds: float
    no_shows: int
    walkouts: int
    suspended: Text | None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerCounter:
    id: str
    name: Text
    state: str
    since: datetime
    staff: str
    profile: str
    profile_name: Text
    number: str
    pause_reason: str
    served: int


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerTicket:
    id: str
    number: str
    service_name: Text
    state: str
    clock_from: datetime
    priority: bool
    channel: str
    reached: tuple[str, ...]  # acts of the ladder
    next_act: str
    next_at: datetime | None
    case: str  # the state of its remedy case, or ""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerView:
    hall: Text
    day: date | None
    hours: HoursView
    goal_seconds: int
    threshold_seconds: int
    services: tuple[ManagerService, ...]
    counters: tuple[ManagerCounter, ...]
    waiting: tuple[ManagerTicket, ...]  # oldest first
    waiting_total: int
    alerts: tuple[AlertRow, ...]
    devices: tuple[DeviceRow, ...]
    profiles: tuple[Named, ...]
    cases: CasesView
    tasks: tuple[TaskRow, ...]
    three_do: ThreeDo
    within_peak: Share
    within_day: Share
    leader: str
    leader_name: str
    stock: tuple[GiftRow, ...]


def manager(hall: Hall, now: datetime, waits: Waits, name_of: NameOf = nobody) -> ManagerView:
    config = hall.setup
    in_line, ladders = glance(hall).in_line, Ladders(hall, now)
    return once(
        ManagerView,
        hall=config.name,
        day=hall.day,
        hours=same(hours_view(config, now)),
        goal_seconds=config.figures.wait_goal_seconds,
        threshold_seconds=config.figures.remedy_threshold_seconds,
        services=_services(hall, now, waits),
        counters=together(
            _counter(c, config, counter_profile(hall, c), hall.tickets.get(c.ticket or ""), name_of(c.staff))
            for c in hall.counters.values()
        ),
        waiting=together(_ticket(t, config, ladders.of(t)) for t in in_line[:LISTED]),
        waiting_total=len(in_line),
        alerts=alert_rows(hall, name_of),
        devices=device_rows(hall),
        profiles=named(config.profiles),
        cases=cases_view(hall, name_of),
        tasks=task_rows(hall, name_of=name_of),
        three_do=three_do(hall),
        within_peak=share_of(hall.care.peak_called, hall.care.peak_within),
        within_day=share_of(
            sum(t.called for t in hall.tallies.values()), sum(t.within_goal for t in hall.tallies.values())
        ),
        leader=hall.care.leader,
        leader_name=name_of(hall.care.leader),
        stock=gift_rows(hall),
    )


def _services(hall: Hall, now: datetime, waits: Waits) -> tuple[ManagerService, ...]:
    config = hall.setup
    standing, tallied = glance(hall).by_service, hall.tallies
    served = Counted(q for c in open_counters(hall) for q in serving_queues(hall, c))
    rows = []
    for s in config.services:
        tickets, suspension = standing.get(s.id, ()), hall.suspension(s.id, now)
        rows.append(
            _service(
                s,
                config,
                len(tickets),
                tickets[0].clock_from if tickets else None,
                wait_view(waits.get(s.queue)),
                served[s.queue],
                tallied.get(s.id, NO_TALLY),
                suspension,
            )
        )
    return together(rows)


@kept()
def _service(  # noqa: PLR0917  # looked up by all it shows
    service: Service,
    config: HallConfig,
    waiting: int,
    longest_from: datetime | None,
    wait: WaitView,
    counters_open: int,
    tally: Tally,
    suspension: Suspension | None,
) -> ManagerService:
    return ManagerService(
        id=service.id,
        name=service.name,
        letter=config.queue[service.queue].letter,
        waiting=waiting,
        longest_from=longest_from,
        wait=wait,
        counters_open=counters_open,
        issued=tally.issued,
        called=tally.called,
        within_goal=tally.within_goal,
        finished=tally.finished,
        mean_handling_seconds=tally.handled_seconds / tally.finished if tally.finished else 0.0,
        no_shows=tally.no_shows,
        walkouts=tally.walkouts,
        suspended=suspension.reason if suspension else None,
    )


@kept()
def _counter(
    counter: Counter, config: HallConfig, profile: str, ticket: Ticket | None, staff: str
) -> ManagerCounter:
    return ManagerCounter(
        id=counter.id,
        name=config.counter[counter.id].name,
        state=counter.state,
        since=counter.since,
        staff=staff,
        profile=profile,
        profile_name=config.profile[profile].name,
        number=ticket.number if ticket else "",
        pause_reason=counter.pause_reason,
        served=counter.served,
    )


@kept()
def _ticket(ticket: Ticket, config: HallConfig, ladder: OnLadder) -> ManagerTicket:
    return ManagerTicket(
        id=ticket.id,
        number=ticket.number,
        service_name=config.service[ticket.leg.service].name,
        state=ticket.state,
        clock_from=ticket.clock_from,
        priority=ticket.priority != "ordinary",
        channel=ticket.channel,
        reached=ladder.reached,
        next_act=ladder.next_act,
        next_at=ladder.next_at,
        case=ladder.case,
    )
