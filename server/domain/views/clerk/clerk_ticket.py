"""The customer at a counter, with all that its clerk has to know."""

from dataclasses import dataclass
from datetime import datetime

from server.domain.config.config import HallConfig
from server.domain.guidance.asked import came_with
from server.domain.guidance.contact import first_contact
from server.domain.guidance.nouns import Notice
from server.domain.guidance.preparing import to_tell
from server.domain.hall import Hall, Ticket
from server.domain.kept import kept, same
from server.domain.text import Text
from server.domain.values import quick
from server.domain.views.care import RemedyBanner, banner
from server.domain.views.door import (
    NOTHING,
    StepRow,
    TerminalAt,
    papers_for,
    segment_name,
    steps_of,
    terminals_at,
)
from server.domain.views.names import NameOf
from server.domain.views.parts import overdue


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
    points_told: bool = False  # every key point of the business, and its money counted (E32, B12)


def clerk_ticket(hall: Hall, ticket: Ticket, now: datetime, name_of: NameOf) -> ClerkTicket:
    config, care = hall.setup, hall.care
    remedy = banner(hall, ticket, now)
    waited = same(ticket.wait_at(now).total_seconds())
    door = hall.guidance
    notice = came_with(hall, ticket)
    points = to_tell(config.service[ticket.leg.service].entry)
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
