"""What the manager's live board shows (5.9): waits, counters, the oldest waiting, what needs a person."""

from dataclasses import dataclass
from datetime import date, datetime

from server.domain.config.config import HallConfig
from server.domain.config.hours import HoursView, hours_view
from server.domain.hall import Counter, CounterState, Hall, Ticket
from server.domain.kept import FEW, kept, once, same, together
from server.domain.queue.line import eligible
from server.domain.roster.present import NeededOf, nobody_reckons
from server.domain.text import Text
from server.domain.values import quick
from server.domain.views.care import (
    CasesView,
    GiftRow,
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
from server.domain.views.guides.handovers import NONE_OPEN, HandoversNow, handovers_now
from server.domain.views.ladders import Ladders, OnLadder
from server.domain.views.names import NameOf, nobody
from server.domain.views.overview.alerts import AlertRow, DeviceRow, alert_rows, device_rows
from server.domain.views.overview.lines import ManagerQueue, ManagerService, queues_now, services_today
from server.domain.views.overview.proposals import ProposalRow, TakenRow, proposal_rows, taken_rows
from server.domain.views.overview.roster import NO_ROSTER_NOW, RosterNow, roster_now
from server.domain.views.parts import (
    Named,
    Waits,
    counter_profile,
    named,
)

LISTED = 60


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
    ticket: str
    number: str
    pause_reason: str
    served: int
    calls: tuple[str, ...]  # the queues of its profile
    can_call: int  # how many who wait are its to call now
    next: str  # the number of them that has waited longest, "" without any


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerTicket:
    id: str
    number: str
    service_name: Text
    queue: str
    state: str
    clock_from: datetime
    priority: bool
    channel: str
    reached: tuple[str, ...]  # acts of the ladder
    next_act: str
    next_at: datetime | None
    case: str  # the state of its remedy case, or ""
    booked_for: datetime | None = None  # the time of its appointment


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerView:
    hall: Text
    day: date | None
    hours: HoursView
    goal_seconds: int
    goal_share: float  # of those called, so many should be within the goal
    threshold_seconds: int
    idle_seconds: int  # from then on a counter that could call and does not is told
    calling_seconds: int
    pause_seconds: int
    queues: tuple[ManagerQueue, ...]
    services: tuple[ManagerService, ...]
    counters: tuple[ManagerCounter, ...]
    waiting: tuple[ManagerTicket, ...]  # oldest first
    waiting_total: int
    alerts: tuple[AlertRow, ...]
    devices: tuple[DeviceRow, ...]
    profiles: tuple[Named, ...]
    cases: CasesView
    tasks: tuple[TaskRow, ...]
    proposals: tuple[ProposalRow, ...] = ()  # the best first
    taken: tuple[TakenRow, ...] = ()  # the newest first
    three_do: ThreeDo
    within_peak: Share
    within_day: Share
    leader: str
    leader_name: str
    stock: tuple[GiftRow, ...]
    promised: Share  # of today's calls, those within what was said last
    peak: bool = False  # guides see first who could be helped another way (Q13)
    roster: RosterNow = NO_ROSTER_NOW  # Q14
    rain: bool = False  # umbrellas, a wet floor (Q46)
    handovers: HandoversNow = NONE_OPEN  # Q21


def manager(
    hall: Hall, now: datetime, waits: Waits, name_of: NameOf = nobody, needed: NeededOf = nobody_reckons
) -> ManagerView:
    config = hall.setup
    in_line, ladders = glance(hall).in_line, Ladders(hall, now)
    return once(
        ManagerView,
        hall=config.name,
        day=hall.day,
        hours=same(hours_view(config, now)),
        goal_seconds=config.figures.wait_goal_seconds,
        goal_share=config.figures.wait_goal_share,
        threshold_seconds=config.figures.remedy_threshold_seconds,
        idle_seconds=config.figures.idle_alert_seconds,
        calling_seconds=config.figures.calling_alert_seconds,
        pause_seconds=config.figures.pause_alert_seconds,
        queues=queues_now(hall, now, waits),
        services=services_today(hall, now, waits),
        counters=together(
            _counter(
                c,
                config,
                counter_profile(hall, c),
                hall.tickets.get(c.ticket or ""),
                name_of(c.staff),
                *_could_call(hall, c),
            )
            for c in hall.counters.values()
        ),
        waiting=together(_ticket(t, config, ladders.of(t)) for t in in_line[:LISTED]),
        waiting_total=len(in_line),
        alerts=alert_rows(hall, name_of),
        devices=device_rows(hall),
        profiles=named(config.profiles),
        cases=cases_view(hall, name_of),
        tasks=task_rows(hall, name_of=name_of),
        proposals=proposal_rows(hall),
        taken=taken_rows(hall, name_of),
        three_do=three_do(hall),
        within_peak=share_of(hall.care.peak_called, hall.care.peak_within),
        within_day=share_of(
            sum(t.called for t in hall.tallies.values()), sum(t.within_goal for t in hall.tallies.values())
        ),
        promised=share_of(hall.promises.scored, hall.promises.kept),
        leader=hall.care.leader,
        leader_name=name_of(hall.care.leader),
        stock=gift_rows(hall),
        peak=hall.guidance.peak,
        roster=roster_now(hall, now, needed, name_of),
        rain=hall.guidance.rain,
        handovers=handovers_now(hall),
    )


def _could_call(hall: Hall, counter: Counter) -> tuple[int, str]:
    """How many, and whose turn is nearest by the wait; the routing may have its reasons for another."""
    if counter.state is not CounterState.OPEN_IDLE:
        return 0, ""
    return _of_those(together(eligible(hall, counter)))


@kept(FEW)
def _of_those(tickets: tuple[Ticket, ...]) -> tuple[int, str]:
    """The same for every counter of a profile."""
    return len(tickets), min(tickets, key=lambda t: t.clock_from).number if tickets else ""


@kept()
def _counter(  # noqa: PLR0917  # looked up by all it shows
    counter: Counter,
    config: HallConfig,
    profile: str,
    ticket: Ticket | None,
    staff: str,
    can_call: int,
    next_number: str,
) -> ManagerCounter:
    return ManagerCounter(
        id=counter.id,
        name=config.counter[counter.id].name,
        state=counter.state,
        since=counter.since,
        staff=staff,
        profile=profile,
        profile_name=config.profile[profile].name,
        ticket=ticket.id if ticket else "",
        number=ticket.number if ticket else "",
        pause_reason=counter.pause_reason,
        served=counter.served,
        calls=(*config.profile[profile].queues, *config.profile[profile].helps),
        can_call=can_call,
        next=next_number,
    )


@kept()
def _ticket(ticket: Ticket, config: HallConfig, ladder: OnLadder) -> ManagerTicket:
    return ManagerTicket(
        id=ticket.id,
        number=ticket.number,
        service_name=config.service[ticket.leg.service].name,
        queue=ticket.leg.queue,
        state=ticket.state,
        clock_from=ticket.clock_from,
        priority=ticket.priority != "ordinary",
        channel=ticket.channel,
        reached=ladder.reached,
        next_act=ladder.next_act,
        next_at=ladder.next_at,
        case=ladder.case,
        booked_for=ticket.booked_for,
    )
