"""What a guide's tablet shows (5.7): who waits, oldest first, what to do, what to say, what to give."""

from dataclasses import dataclass
from datetime import datetime

from server.domain.care.asked import script_of
from server.domain.care.ladder import WAITS
from server.domain.config.hours import local
from server.domain.hall import Hall, Ticket, TicketState
from server.domain.text import Text
from server.domain.views.alerts import AlertRow, alert_rows
from server.domain.views.care import (
    GiftRow,
    RemedyBanner,
    TaskRow,
    banner,
    gift_rows,
    ladder_of_row,
    task_rows,
)
from server.domain.views.counter import Named
from server.domain.views.names import NameOf, nobody
from server.domain.views.parts import QueueView, Waits, queue_views

LISTED = 80
FOR_A_GUIDE = ("guide_called", "slip_unknown", "slip_failed", "waits_for_paused", "nobody_calls")


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideRow:
    id: str
    number: str
    service_name: Text
    queue: str
    zone: str
    state: str
    clock_from: datetime
    priority: bool  # the reason is behind a tap
    priority_reason: str
    ahead: int
    explained: bool
    watered: bool
    reached: tuple[str, ...]
    next_act: str
    next_at: datetime | None
    case: str
    remedy: RemedyBanner | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptView:
    moment: str
    version: int
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneView:
    id: str
    name: Text
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedRow:
    id: str
    number: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideView:
    hall: Text
    goal_seconds: int
    threshold_seconds: int
    rows: tuple[GuideRow, ...]  # oldest first
    total: int
    tasks: tuple[TaskRow, ...]
    queues: tuple[QueueView, ...]
    services: tuple[Named, ...]  # what a guide can issue a number for
    scripts: tuple[ScriptView, ...]
    gifts: tuple[GiftRow, ...]
    zones: tuple[ZoneView, ...]
    missed: tuple[MissedRow, ...]
    leader: str
    leader_name: str
    alerts: tuple[AlertRow, ...]  # what a customer or a slip needs a person for


def guide(hall: Hall, now: datetime, waits: Waits, name_of: NameOf = nobody) -> GuideView:
    config = hall.config
    assert config is not None
    waiting = sorted((t for t in hall.tickets.values() if t.state in WAITS), key=lambda t: t.clock_from)
    missed = [t for t in hall.tickets.values() if t.state is TicketState.NO_SHOW]
    today = local(config, now).date()
    moments = dict.fromkeys(s.moment for s in config.scripts)
    in_force = [s for m in moments if (s := script_of(config, m, today))]
    return GuideView(
        hall=config.name,
        goal_seconds=config.figures.wait_goal_seconds,
        threshold_seconds=config.figures.remedy_threshold_seconds,
        rows=tuple(_row(hall, t, _ahead(waiting, n), now) for n, t in enumerate(waiting[:LISTED])),
        total=len(waiting),
        tasks=task_rows(hall, name_of=name_of),
        queues=queue_views(hall, waits),
        services=tuple(Named(id=s.id, name=s.name) for s in config.services),
        scripts=tuple(ScriptView(moment=s.moment, version=s.version, text=s.text) for s in in_force),
        gifts=gift_rows(hall),
        zones=tuple(
            ZoneView(
                id=z.id,
                name=z.name,
                waiting=sum(config.queue[t.leg.queue].zone == z.id for t in waiting),
            )
            for z in config.zones
        ),
        missed=tuple(
            MissedRow(id=t.id, number=t.number, since=t.since)
            for t in sorted(missed, key=lambda t: t.since, reverse=True)
        ),
        leader=hall.care.leader,
        leader_name=name_of(hall.care.leader),
        alerts=tuple(a for a in alert_rows(hall, name_of) if a.kind in FOR_A_GUIDE),
    )


def _ahead(waiting: list[Ticket], n: int) -> int:
    """How many of the same queue came before the n-th."""
    return sum(t.leg.queue == waiting[n].leg.queue for t in waiting[:n])


def _row(hall: Hall, ticket: Ticket, ahead: int, now: datetime) -> GuideRow:
    config = hall.config
    assert config is not None
    return GuideRow(
        id=ticket.id,
        number=ticket.number,
        service_name=config.service[ticket.leg.service].name,
        queue=ticket.leg.queue,
        zone=config.queue[ticket.leg.queue].zone,
        state=ticket.state,
        clock_from=ticket.clock_from,
        priority=ticket.priority != "ordinary",
        priority_reason=ticket.priority_reason,
        ahead=ahead,
        explained=ticket.id in hall.care.explained,
        watered=ticket.id in hall.care.watered,
        remedy=banner(hall, ticket, now),
        **ladder_of_row(hall, ticket, now),
    )
