"""What a slip says, from the hall as it is when its turn has come: a number, a notice, a handling card."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

from server.devices.printing import card_texts as say
from server.devices.printing.card_content import Card, CardList
from server.devices.printing.slip_content import Language, SlipContent, moment, terms_of
from server.devices.printing.zone_map import ZoneMap
from server.domain.appointments.nouns import Appointment
from server.domain.codes import grouped
from server.domain.config.chinese_alone import heard_in, slip_of
from server.domain.config.config import HallConfig
from server.domain.config.hours import local
from server.domain.config.pieces.business import Service
from server.domain.guidance.nouns import MONEY_COUNTED, Kind, Notice
from server.domain.guidance.returning import is_agent_s
from server.domain.hall import Hall, Paper, Slip, Ticket
from server.domain.text import Text
from server.domain.views.customers.ticket import ahead_of, wait_of
from server.domain.views.door import papers_for
from server.domain.views.guides.appointments import appointment_view
from server.domain.views.names import service_name, zone_name
from server.domain.views.parts import Waits, WaitView

WAITS = {
    "soon": Text("很快", "soon"),
    "minutes": Text("约 {minutes} 分钟", "about {minutes} min"),
    "span": Text("约 {low}–{minutes} 分钟", "about {low}–{minutes} min"),
    "unknown": Text("暂无法预计", "no estimate yet"),
}


def wait_text(view: WaitView) -> Text:
    return WAITS["span" if view.low else view.state].fill(low=view.low, minutes=view.minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Which paper, in whose language; `large`: its printer prints large."""

    hall: Hall
    slip: Slip
    large: bool
    language: Language
    now: datetime

    def local(self, at: datetime) -> datetime:
        return local(self.hall.setup, at)


def language_of(owes: Ticket | Paper, config: HallConfig | None) -> Language:
    return heard_in(config, owes.language)


def number_said(
    saying: Saying, ticket: Ticket, waits: Waits, page_of: Callable[[str], str], media: Path
) -> SlipContent:
    hall, config = saying.hall, saying.hall.setup
    # Of one who has gone the set-up may be without them.
    service, queue = config.service.get(ticket.leg.service), config.queue.get(ticket.leg.queue)
    zone = queue.zone if queue else ""
    return SlipContent(
        hall=config.name,
        business=service_name(hall, ticket.leg.service),
        number=ticket.number,
        ahead=ahead_of(hall, ticket),
        wait=wait_text(wait_of(ticket, waits)),
        zone=zone_name(hall, zone),
        issued_at=saying.local(ticket.issued_at),
        materials=papers_for(config, ticket) if service else (),
        qr=page_of(ticket.token),
        phone=config.phone,
        offline=ticket.offline,
        booked_for=saying.local(ticket.booked_for) if ticket.booked_for else None,
        reprint=saying.slip.nth - 1,
        printed_at=saying.local(saying.now),
        missed_within=config.figures.requeue_tolerance,
        large=saying.large,
        language=saying.language,
        template=slip_of(config),
        logo=media / config.slip.logo if config.slip.logo else None,
        map=ZoneMap(zones=config.zones, own=zone, language=saying.language),
        terms=terms_of(service) if service else (),
    )


def card_said(
    saying: Saying, notice_page_of: Callable[[str], str], booking_of: Callable[[str], str]
) -> Card | None:
    """None where the notice or the appointment is over: nobody can use it."""
    code, hall = saying.slip.notice, saying.hall
    if (notice := hall.guidance.notices.get(code)) is not None:
        return _notice(saying, notice, notice_page_of)
    appointment = hall.appointments.booked.get(code)
    return _appointment(saying, appointment, booking_of) if appointment else None


def _notice(saying: Saying, notice: Notice, page_of: Callable[[str], str]) -> Card:
    is_pass, config = notice.kind is Kind.PASS, saying.hall.setup
    service = config.service.get(notice.service)
    missing = tuple(
        say.AGENT.fill(paper=paper) if is_agent_s(service, notice, paper) else paper
        for paper in notice.missing
    )
    why = (say.BECAUSE.fill(reason=notice.reason),) if notice.reason.zh else ()
    return Card(
        hall=config.name,
        title=say.PASS if is_pass else say.NOTICE,
        business=service_name(saying.hall, notice.service),
        listed=CardList(title=say.MISSING.fill(n=len(missing)), items=missing) if missing else None,
        facts=why,
        until=moment(datetime.combine(notice.last_day, time.max), say.GOOD_UNTIL),
        advice=say.COME_AGAIN if is_pass else say.COME_BACK,
        code=grouped(notice.code),
        qr=page_of(notice.code),
        given=(moment(saying.local(notice.given_at), say.GIVEN), say.NUMBER.fill(number=notice.number)),
        phone=saying.hall.setup.phone,
        reprint=saying.slip.reprints,
        printed_at=saying.local(saying.now),
        large=saying.large,
        language=saying.language,
        template=slip_of(saying.hall.setup),
    )


def _appointment(saying: Saying, appointment: Appointment, page_of: Callable[[str], str]) -> Card:
    """When, what to bring and how one checks in (Q22); nothing of who comes."""
    config, service = saying.hall.setup, saying.hall.setup.service.get(appointment.service)
    view = appointment_view(saying.hall, appointment)
    materials = service.materials if service else ()
    return Card(
        hall=config.name,
        title=say.APPOINTMENT,
        business=view.service,
        listed=CardList(title=say.BRING, items=materials) if materials else None,
        facts=terms_of(service) if service else (),
        until=moment(saying.local(appointment.slot), say.COMES_AT),
        advice=say.CHECK_IN.fill(
            opens=f"{saying.local(view.opens):%H:%M}", closes=f"{saying.local(view.closes):%H:%M}"
        ),
        code=grouped(appointment.code),
        qr=page_of(appointment.code),
        scan=say.SCAN_BOOKING,
        given=(moment(saying.local(appointment.booked_at), say.BOOKED),),
        phone=config.phone,
        reprint=saying.slip.reprints,
        printed_at=saying.local(saying.now),
        large=saying.large,
        language=saying.language,
        template=slip_of(config),
    )


def _promised(service: Service) -> tuple[Text, ...]:
    fee, limit = service.fee, service.entry.limit
    lines = ((fee, say.FEE.fill(fee=fee)), (limit, say.LIMIT.fill(limit=limit)))
    return tuple(line for promise, line in lines if promise.zh)


def handling_said(saying: Saying, ticket: Ticket) -> Card:
    """What was told, and what the catalogue promises, to be read at home (B11, E32)."""
    hall = saying.hall
    service = hall.setup.service.get(ticket.leg.service)
    ticked = hall.guidance.points_told.get(ticket.id, ())
    points = tuple(point for point in ticked if point != MONEY_COUNTED)
    return Card(
        hall=hall.setup.name,
        title=say.HANDLED,
        business=service_name(hall, ticket.leg.service),
        listed=CardList(title=say.TOLD, items=points, box=False) if points else None,
        facts=_promised(service) if service else (),
        given=(moment(saying.local(saying.slip.at), say.GIVEN), say.NUMBER.fill(number=ticket.number)),
        phone=saying.hall.setup.phone,
        reprint=saying.slip.reprints,
        printed_at=saying.local(saying.now),
        large=saying.large,
        language=saying.language,
        template=slip_of(saying.hall.setup),
    )
