"""What a guide's tablet shows (5.7): who waits, oldest first, what to do, what to say, what to give."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from server.domain.care.asked import script_of
from server.domain.config.config import HallConfig
from server.domain.config.hours import local
from server.domain.guidance.asked import came_with
from server.domain.guidance.contact import first_contact
from server.domain.guidance.nouns import Notice
from server.domain.hall import Hall, Ticket
from server.domain.kept import FEW, kept, once, same, together
from server.domain.queue.line import can_return
from server.domain.remote.keeping import away, kept_until
from server.domain.text import Text
from server.domain.views.care import GiftRow, RemedyBanner, TaskRow, banner, gift_rows, task_rows
from server.domain.views.customers.ticket import ahead_of, wait_of
from server.domain.views.door import (
    NOTHING,
    DoorDay,
    DoorService,
    StepRow,
    TerminalRow,
    door_day,
    door_services,
    segment_name,
    steps_of,
    terminal_rows,
    ways_for,
)
from server.domain.views.glance import glance
from server.domain.views.ladders import Ladders, OnLadder
from server.domain.views.names import NameOf, nobody
from server.domain.views.overview.alerts import AlertRow, DeviceRow, alert_rows, device_rows
from server.domain.views.parts import (
    Named,
    QueueView,
    Waits,
    WaitView,
    at_risk,
    named,
    queue_views,
    wait_view,
)
from server.domain.views.printers import PrinterChoice, printer_choices
from server.domain.views.remote import door_code

LISTED = 80
NO_WAIT = wait_view(None)
FOR_A_GUIDE = (
    "guide_called",
    "slip_unknown",
    "slip_failed",
    "notice_failed",
    "waits_for_paused",
    "nobody_calls",
    "terminal_faulty",
)


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
    service: str = ""
    booked_for: datetime | None = None  # the time of its appointment: before it there is no wait
    segment: Text = NOTHING  # who they are, where the hall tells customers apart (Q38)
    steps: tuple[StepRow, ...] = ()
    ways: tuple[str, ...] = ()  # how they could be helped without a counter
    owner: str = ""  # who met them first (E11)
    came_with: str = ""  # "missing" or "pass": what brought them back (B09)
    owed: tuple[Text, ...] = ()  # what was missing then
    papers: tuple[Text, ...] = ()  # what their segment brings, where it is not what everybody does (Q38)
    at_risk: bool = False  # will probably wait past the threshold (R12)
    wait: WaitView = NO_WAIT  # until its call, as it was told


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
class AwayRow:
    """A number from home whose holder is not here yet; `until` is null while others are before it."""

    id: str
    number: str
    service_name: Text
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideView:
    hall: Text
    goal_seconds: int
    threshold_seconds: int
    rows: tuple[GuideRow, ...]  # oldest first
    total: int
    tasks: tuple[TaskRow, ...]
    queues: tuple[QueueView, ...]
    services: tuple[DoorService, ...]  # what people come for, and what else does it
    printers: tuple[PrinterChoice, ...]  # where its slip can come out
    scripts: tuple[ScriptView, ...]
    gifts: tuple[GiftRow, ...]
    zones: tuple[ZoneView, ...]
    missed: tuple[MissedRow, ...]
    leader: str
    leader_name: str
    alerts: tuple[AlertRow, ...]  # what a customer or a slip needs a person for
    peak: bool = False  # who can be helped another way leads (Q13)
    rain: bool = False  # umbrellas, a wet floor (Q46)
    terminals: tuple[TerminalRow, ...] = ()
    segments: tuple[Named, ...] = ()
    asks_person: bool = False  # one open number for each person (Q39)
    devices: tuple[DeviceRow, ...] = ()
    today: DoorDay | None = None
    undo_seconds: int = 0  # for so long a tap at the door can be taken back
    away: tuple[AwayRow, ...] = ()  # numbers from home that are not in line yet (Q42)
    door_code: str = ""  # which their holders read at the door


def guide(hall: Hall, now: datetime, waits: Waits, name_of: NameOf = nobody) -> GuideView:
    config = hall.setup
    line = glance(hall)
    return once(
        GuideView,
        hall=config.name,
        goal_seconds=config.figures.wait_goal_seconds,
        threshold_seconds=config.figures.remedy_threshold_seconds,
        rows=_rows(hall, line.in_line[:LISTED], now, waits, name_of),
        total=len(line.in_line),
        tasks=task_rows(hall, name_of=name_of),
        queues=queue_views(hall, waits),
        services=door_services(hall),
        printers=printer_choices(hall),
        scripts=_scripts(config, same(local(config, now).date())),
        gifts=gift_rows(hall),
        zones=_zones(line.in_line, config),
        missed=together(_missed(t) for t in line.missed if can_return(hall, t)),
        leader=hall.care.leader,
        leader_name=name_of(hall.care.leader),
        alerts=together(a for a in alert_rows(hall, name_of) if a.kind in FOR_A_GUIDE),
        peak=hall.guidance.peak,
        rain=hall.guidance.rain,
        terminals=terminal_rows(hall),
        segments=named(config.segments),
        asks_person=config.figures.one_ticket_a_person,
        devices=device_rows(hall),
        today=door_day(hall),
        undo_seconds=config.figures.undo_seconds,
        away=_away(hall) if hall.remote.taken else (),
        door_code=same(door_code(hall)),
    )


def _away(hall: Hall) -> tuple[AwayRow, ...]:
    return together(
        AwayRow(
            id=ticket.id,
            number=ticket.number,
            service_name=hall.setup.service[ticket.leg.service].name,
            until=kept_until(hall, taken),
        )
        for ticket, taken in away(hall)
    )


def _rows(
    hall: Hall, in_line: tuple[Ticket, ...], now: datetime, waits: Waits, name_of: NameOf
) -> tuple[GuideRow, ...]:
    care, ladders = hall.care, Ladders(hall, now)
    at_door = {s.id: s for s in door_services(hall)}
    rows = []
    for ticket in in_line:
        steps = steps_of(hall, ticket)
        rows.append(
            _row(
                ticket,
                hall.setup,
                same(ahead_of(hall, ticket)),
                ticket.id in care.explained,
                ticket.id in care.watered,
                banner(hall, ticket, now) if ticket.id in care.cases else None,
                ladders.of(ticket),
                steps,
                ways_for(at_door[ticket.leg.service], steps),
                same(name_of(first_contact(hall, ticket))),
                came_with(hall, ticket),
                at_risk(waits.get(ticket.id)),
                wait_of(ticket, waits),
            )
        )
    return together(rows)


@kept()
def _row(  # noqa: PLR0917  # looked up by all it shows
    ticket: Ticket,
    config: HallConfig,
    ahead: int,
    explained: bool,
    watered: bool,
    remedy: RemedyBanner | None,
    ladder: OnLadder,
    steps: tuple[StepRow, ...],
    ways: tuple[str, ...],
    owner: str,
    back: Notice | None,
    may_pass: bool,
    wait: WaitView,
) -> GuideRow:
    rule = config.rule_for(ticket.segment, ticket.leg.service)
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
        explained=explained,
        watered=watered,
        remedy=remedy,
        reached=ladder.reached,
        next_act=ladder.next_act,
        next_at=ladder.next_at,
        case=ladder.case,
        service=ticket.leg.service,
        booked_for=ticket.booked_for,
        segment=segment_name(config, ticket),
        steps=steps,
        ways=ways,
        owner=owner,
        came_with=back.kind if back else "",
        at_risk=may_pass,
        wait=wait,
        owed=back.missing if back else (),
        papers=rule.materials if rule else (),
    )


@kept()
def _missed(ticket: Ticket) -> MissedRow:
    return MissedRow(id=ticket.id, number=ticket.number, since=ticket.since)


@kept(FEW)
def _zones(in_line: tuple[Ticket, ...], config: HallConfig) -> tuple[ZoneView, ...]:
    waiting = Counter(config.queue[t.leg.queue].zone for t in in_line)
    return tuple(ZoneView(id=z.id, name=z.name, waiting=waiting[z.id]) for z in config.zones)


@kept(FEW)
def _scripts(config: HallConfig, today: date) -> tuple[ScriptView, ...]:
    moments = dict.fromkeys(s.moment for s in config.scripts)
    in_force = [s for m in moments if (s := script_of(config, m, today))]
    return tuple(ScriptView(moment=s.moment, version=s.version, text=s.text) for s in in_force)
