"""What the manager's live board shows (5.9): waits, counters, the oldest waiting, what needs a person."""

from dataclasses import dataclass
from datetime import date, datetime

from server.domain.config.hours import HoursView, hours_view
from server.domain.hall import Counter, Hall, Tally, TicketState
from server.domain.text import Text
from server.domain.views.alerts import AlertRow, DeviceRow, alert_rows, device_rows
from server.domain.views.care import (
    CasesView,
    GiftRow,
    Share,
    TaskRow,
    ThreeDo,
    cases_view,
    gift_rows,
    ladder_of_row,
    share_of,
    task_rows,
    three_do,
)
from server.domain.views.names import NameOf, nobody
from server.domain.views.parts import (
    Waits,
    WaitView,
    counter_profile,
    open_counters,
    serving_queues,
    wait_view,
)

LISTED = 60


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    id: str
    name: Text


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
    config = hall.config
    assert config is not None
    in_line = (TicketState.WAITING, TicketState.FORM_FILLING)
    tickets = [t for t in hall.tickets.values() if t.state in in_line]
    tickets.sort(key=lambda t: t.clock_from)
    return ManagerView(
        hall=config.name,
        day=hall.day,
        hours=hours_view(config, now),
        goal_seconds=config.figures.wait_goal_seconds,
        threshold_seconds=config.figures.remedy_threshold_seconds,
        services=_services(hall, now, waits),
        counters=tuple(_counter(hall, c, name_of) for c in hall.counters.values()),
        waiting=tuple(
            ManagerTicket(
                id=t.id,
                number=t.number,
                service_name=config.service[t.leg.service].name,
                state=t.state,
                clock_from=t.clock_from,
                priority=t.priority != "ordinary",
                channel=t.channel,
                **ladder_of_row(hall, t, now),
            )
            for t in tickets[:LISTED]
        ),
        waiting_total=len(tickets),
        alerts=alert_rows(hall, name_of),
        devices=device_rows(hall),
        profiles=tuple(Named(id=p.id, name=p.name) for p in config.profiles),
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
    config = hall.config
    assert config is not None
    since: dict[str, list[datetime]] = {}
    for ticket in hall.waiting():
        since.setdefault(ticket.leg.service, []).append(ticket.clock_from)
    served = [serving_queues(hall, c) for c in open_counters(hall)]
    rows = []
    for s in config.services:
        tally, suspension = hall.tallies.get(s.id, Tally()), hall.suspension(s.id, now)
        rows.append(
            ManagerService(
                id=s.id,
                name=s.name,
                letter=config.queue[s.queue].letter,
                waiting=len(since.get(s.id, ())),
                longest_from=min(since.get(s.id, ()), default=None),
                wait=wait_view(waits.get(s.queue)),
                counters_open=sum(s.queue in queues for queues in served),
                issued=tally.issued,
                called=tally.called,
                within_goal=tally.within_goal,
                finished=tally.finished,
                mean_handling_seconds=tally.handled_seconds / tally.finished if tally.finished else 0.0,
                no_shows=tally.no_shows,
                walkouts=tally.walkouts,
                suspended=suspension.reason if suspension else None,
            )
        )
    return tuple(rows)


def _counter(hall: Hall, counter: Counter, name_of: NameOf) -> ManagerCounter:
    config = hall.config
    assert config is not None
    profile = config.profile[counter_profile(hall, counter)]
    ticket = hall.tickets.get(counter.ticket or "")
    return ManagerCounter(
        id=counter.id,
        name=config.counter[counter.id].name,
        state=counter.state,
        since=counter.since,
        staff=name_of(counter.staff),
        profile=profile.id,
        profile_name=profile.name,
        number=ticket.number if ticket else "",
        pause_reason=counter.pause_reason,
        served=counter.served,
    )
