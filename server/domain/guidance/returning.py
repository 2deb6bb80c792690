"""Rules for whoever has to come again: the notice of what is missing, the pass, the number they then take.

The head start of a return is a place in line that much earlier, so it starves nobody: whoever waits is passed
by those only who come back within the head start behind them, and whoever is overdue by nobody at all.
"""

from dataclasses import replace
from datetime import timedelta

from server.domain.codes import as_code, fresh_code
from server.domain.config.hours import local
from server.domain.config.pieces.business import Service
from server.domain.equipment.events import SlipQueued
from server.domain.equipment.papers import owed
from server.domain.event import Event
from server.domain.guidance import commands as c
from server.domain.guidance import events as e
from server.domain.guidance.diverting import ended
from server.domain.guidance.nouns import Kind, Notice
from server.domain.guidance.refusals import (
    NOTHING_MISSING,
    NOTICE_OF_OPEN,
    NOTICE_OVER,
    NOTICE_USED,
    UNKNOWN_NOTICE,
)
from server.domain.hall import Hall, Ticket
from server.domain.line import Now
from server.domain.queue.asked import WithCode, present, service_of
from server.domain.queue.refusals import REASON_REQUIRED
from server.domain.queue.tickets import number_with_a_code
from server.domain.text import Text

RETURNED = "returned_missing_items"
UNSERVED = "pass"
NOTHING = Text("", "")


def papers(hall: Hall, ticket: Ticket, *, agent: bool) -> tuple[Text, ...]:
    """What such a customer brings (Q38), an agent's papers behind their own (B02)."""
    service = service_of(hall, ticket.leg.service)
    own = hall.setup.papers_of(ticket.segment, service.id)
    return (*own, *(service.entry.agent_materials if agent else ()))


def give_notice(hall: Hall, command: c.GiveNotice, now: Now) -> tuple[Event, ...]:
    ticket = present(hall, command.ticket)
    listed = papers(hall, ticket, agent=command.agent)
    missing = tuple(paper for n, paper in enumerate(listed) if n in command.missing)
    if command.also.strip():
        missing = (*missing, Text(command.also.strip(), ""))
    if not missing:
        raise NOTHING_MISSING()
    given = _given(hall, ticket, now, kind=Kind.MISSING, by=command.by, where=command.where)
    given = replace(given, missing=missing, agent=command.agent)
    gone = ended(hall, ticket, RETURNED, now, solved=False) if command.leaves else ()
    return (given, *_paper(hall, ticket, command.printer, given, now), *gone)


def give_pass(hall: Hall, command: c.GivePass, now: Now) -> tuple[Event, ...]:
    ticket, reason = present(hall, command.ticket), command.reason.strip()
    if not reason:
        raise REASON_REQUIRED()
    given = _given(hall, ticket, now, kind=Kind.PASS, by=command.by, where=ticket.at_counter or "zone")
    given = replace(given, reason=Text(reason, ""))
    gone = ended(hall, ticket, UNSERVED, now, solved=False)
    return (given, *_paper(hall, ticket, command.printer, given, now), *gone)


def take_return(hall: Hall, command: WithCode, now: Now) -> tuple[Event, ...]:
    notice = hall.guidance.notices.get(as_code(command.code))
    if notice is None:
        raise UNKNOWN_NOTICE()
    require_good(hall, notice, now)
    if notice.ticket in hall.tickets:
        raise NOTICE_OF_OPEN(number=notice.number)
    head_start = timedelta(seconds=hall.setup.figures.return_head_start_seconds)
    events = number_with_a_code(
        hall, command, notice.service, now, came="return", place_at=now.at - head_start
    )
    return (*events, e.NoticeUsed(at=now.at, notice=notice.code, ticket=now.new_id))


def require_good(hall: Hall, notice: Notice, now: Now) -> None:
    """Used once: while the number it became is not lost, it brings nobody else."""
    if local(hall.setup, now.at).date() > notice.last_day:
        raise NOTICE_OVER(day=notice.last_day.isoformat())
    if notice.used_by:
        raise NOTICE_USED()


def _given(hall: Hall, ticket: Ticket, now: Now, *, kind: Kind, by: str, where: str) -> e.NoticeGiven:
    days = timedelta(days=hall.setup.figures.return_days)
    return e.NoticeGiven(
        at=now.at,
        notice=fresh_code(now.new_token, hall.guidance.notices),
        kind=kind,
        ticket=ticket.id,
        number=ticket.number,
        service=ticket.leg.service,
        missing=(),
        agent=False,
        reason=NOTHING,
        last_day=local(hall.setup, now.at).date() + days,
        by=by,
        where=where,
    )


def _paper(
    hall: Hall, ticket: Ticket, printer: str, given: e.NoticeGiven, now: Now
) -> tuple[SlipQueued, ...]:
    if not printer:
        return ()
    return (owed(ticket.id, printer, now, slip=ticket.slip, says=given.notice),)


def is_agent_s(service: Service | None, notice: Notice, paper: Text) -> bool:
    """Whether it is missing because somebody else comes for the customer (B02)."""
    return notice.agent and service is not None and paper in service.entry.agent_materials
