"""Where a number stands and what can be done about it, for staff who are asked "was I called?"."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from typing_extensions import TypeAliasType

from server.domain.care import events as ce
from server.domain.care.asked import case_of
from server.domain.equipment.commands import ReprintSlip
from server.domain.equipment.rules import reprint
from server.domain.event import Event
from server.domain.guidance.asked import came_with, way_back
from server.domain.guidance.contact import first_contact
from server.domain.hall import DAWN, Hall, Ticket
from server.domain.line import Now
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.queue import tickets
from server.domain.queue.asked import movable
from server.domain.refusals import Refused
from server.domain.text import Text
from server.domain.views.care import RemedyBanner, banner
from server.domain.views.customers.notice import NoticeView, notice_view
from server.domain.views.customers.ticket import ahead_of, wait_of
from server.domain.views.door import NOTHING, StepRow, segment_name, steps_of
from server.domain.views.names import (
    NameOf,
    counter_name,
    nobody,
    printer_name,
    queue_name,
    service_name,
    zone_name,
)
from server.domain.views.parts import Waits, WaitView

Ask = Callable[[Hall, Ticket, Now], object]  # raises `Refused` where it cannot be
LOOKING = Now(
    at=DAWN, new_id="", new_token="", pick=lambda line, counter, at: None
)  # rules are asked, nothing is done
NUMBER = re.compile(r"([A-Z]?)([0-9]{1,4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallStanding:
    at: datetime
    counter_name: Text
    staff: str  # the clerk's name, "" where nobody is known
    recalls: int
    reason: Text  # why this number and not another


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipStanding:
    state: str
    at: datetime
    printer: str
    printer_name: Text
    reprints: int


Deed = TypeAliasType(  # named, so that pages are told it once
    "Deed",
    Literal[
        "reprint_slip",
        "call_specific",
        "requeue_ticket",
        "resume_ticket",
        "change_service",
        "mark_walkout",
        "cancel_ticket",
        "offer_remedy",
        "give_gift",
        "decline_gift",
    ],
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CanDo:
    """A command about this ticket, and why not now; null where it can be."""

    command: Deed
    why_not: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A ticket of today. `reason` of a priority is private and not here."""

    id: str
    number: str
    service: str
    service_name: Text
    issued_as: Text | None  # the business it was taken for, where that is another one
    queue_name: Text
    zone_name: Text
    state: str
    since: datetime  # in this state
    issued_at: datetime
    clock_from: datetime  # now - clock_from is the wait so far
    waited_seconds: float
    priority: bool
    channel: str
    ahead: int
    wait: WaitView
    only_counter: Text | None  # who it is kept for
    call: CallStanding | None
    slip: SlipStanding | None
    remedy: RemedyBanner | None  # what is or was owed for the wait
    explained: bool
    can: tuple[CanDo, ...]
    booked_for: datetime | None = None  # the time of its appointment
    owner: str = ""  # who met them first and answers for it (E11)
    segment: Text = NOTHING
    steps: tuple[StepRow, ...] = ()  # what can be done while waiting, and what is (Q23)
    came_with: str = ""  # "missing" or "pass": what brought them back (B09)
    owed: tuple[Text, ...] = ()  # what was missing then
    notice: NoticeView | None = None  # what the visit was given to come back with


def asked_number(text: str) -> tuple[str, int] | None:
    """ "A017", "a17", "Ａ 17", "17" -> letter ("" is any) and ordinal; None where it is no number."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).upper()
    match = NUMBER.fullmatch(plain)
    return (match[1], int(match[2])) if match else None


def standing_of(hall: Hall, letter: str, ordinal: int) -> list[Ticket]:
    """Today's tickets of this number, those still here first, then the newest."""
    everybody = (*hall.tickets.values(), *hall.ended.values())
    alike = [t for t in everybody if t.ordinal == ordinal and letter in ("", t.number[0])]
    return sorted(alike, key=lambda t: (t.has_ended, -t.issued_at.timestamp()))


def standing(hall: Hall, ticket: Ticket, at: datetime, waits: Waits, name_of: NameOf = nobody) -> Standing:
    now = replace(LOOKING, at=at)
    first = first_contact(hall, ticket)
    back = came_with(hall, ticket)
    changed = ticket.service != (ticket.past[0] if ticket.past else ticket.leg).service
    return Standing(
        id=ticket.id,
        number=ticket.number,
        service=ticket.leg.service,
        service_name=service_name(hall, ticket.leg.service),
        issued_as=service_name(hall, ticket.service) if changed else None,
        queue_name=queue_name(hall, ticket.leg.queue),
        zone_name=zone_name(hall, _zone(hall, ticket)),
        state=ticket.state,
        since=ticket.since,
        issued_at=ticket.issued_at,
        clock_from=ticket.clock_from,
        waited_seconds=_waited(ticket, at),
        priority=ticket.priority != "ordinary",
        channel=ticket.channel,
        ahead=ahead_of(hall, ticket),
        wait=wait_of(ticket, waits),
        only_counter=counter_name(hall, ticket.only_counter) if ticket.only_counter else None,
        call=_call(hall, ticket, name_of),
        slip=_slip(hall, ticket),
        remedy=banner(hall, ticket, at),
        explained=ticket.id in hall.care.explained,
        can=tuple(
            CanDo(command=name, why_not=_why_not(hall, ticket, now, ask)) for name, ask in ASKS.items()
        ),
        booked_for=ticket.booked_for,
        owner=name_of(first) if first else "",
        segment=segment_name(hall.setup, ticket),
        steps=steps_of(hall, ticket) if ticket.leg.service in hall.setup.service else (),
        came_with=back.kind if back else "",
        owed=back.missing if back else (),
        notice=_given(hall, ticket, at),
    )


def _given(hall: Hall, ticket: Ticket, at: datetime) -> NoticeView | None:
    notice = way_back(hall, ticket.id)
    return notice_view(hall, notice, at) if notice else None


def _waited(ticket: Ticket, now: datetime) -> float:
    """Up to the call, or to the end where there was none."""
    if ticket.never_came:
        return 0.0
    if ticket.leg.called_at:
        return ticket.leg.waited_seconds
    return max(((ticket.since if ticket.has_ended else now) - ticket.clock_from).total_seconds(), 0.0)


def _zone(hall: Hall, ticket: Ticket) -> str:
    queue = hall.setup.queue.get(ticket.leg.queue)
    return queue.zone if queue else ""


def _call(hall: Hall, ticket: Ticket, name_of: NameOf) -> CallStanding | None:
    """The newest one: of a ticket that has gone on from it the leg still knows where it was."""
    leg = ticket.leg
    if leg.called_at is None or leg.counter is None:
        return None
    return CallStanding(
        at=leg.called_at,
        counter_name=counter_name(hall, leg.counter),
        staff=name_of(leg.staff) if leg.staff else "",
        recalls=ticket.call.recalls if ticket.call else 0,
        reason=ticket.call.reason if ticket.call else Text("", ""),
    )


def _slip(hall: Hall, ticket: Ticket) -> SlipStanding | None:
    slip = ticket.slip
    if slip is None:
        return None
    return SlipStanding(
        state=slip.state,
        at=slip.since or slip.at,
        printer=slip.printer,
        printer_name=printer_name(hall, slip.printer),
        reprints=slip.reprints,
    )


def _why_not(hall: Hall, ticket: Ticket, now: Now, ask: Ask) -> Text | None:
    """The rule's own answer: it is asked and nothing is done."""
    try:
        ask(hall, ticket, now)
    except Refused as refused:
        return refused.text
    return None


def _reprint(hall: Hall, ticket: Ticket, now: Now) -> tuple[Event, ...]:
    """Another printer may always have it; which one, the asker says."""
    return reprint(hall, ReprintSlip(ticket=ticket.id, printer="?"), now)


def _moves(move: type[e.TicketMoved]) -> Ask:
    return lambda hall, ticket, now: movable(hall, ticket.id, move)


def _settles(move: type[ce.CaseMoved]) -> Ask:
    return lambda hall, ticket, now: case_of(hall, ticket.id, move)


ASKS: Mapping[Deed, Ask] = {
    "reprint_slip": _reprint,
    "call_specific": _moves(e.TicketCalled),
    "requeue_ticket": lambda hall, ticket, now: tickets.requeue(hall, c.RequeueTicket(ticket=ticket.id), now),
    "resume_ticket": lambda hall, ticket, now: tickets.resume(hall, c.ResumeTicket(ticket=ticket.id), now),
    "change_service": _moves(e.ServiceChanged),
    "mark_walkout": _moves(e.TicketWalkedOut),
    "cancel_ticket": _moves(e.TicketCancelled),
    "offer_remedy": _settles(ce.CaseOffered),
    "give_gift": _settles(ce.GiftGiven),
    "decline_gift": _settles(ce.GiftDeclined),
}
