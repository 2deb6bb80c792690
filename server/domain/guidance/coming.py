"""Who is here with a code: whose it is is looked up in one place, for whoever asks and from whatever page."""

from server.domain.appointments.events import AppointmentKept
from server.domain.appointments.lifecycle import require
from server.domain.appointments.nouns import Appointment
from server.domain.appointments.rules import check_in
from server.domain.codes import as_code, code_of
from server.domain.equipment.papers import called, once_more
from server.domain.event import Event
from server.domain.guidance.commands import ComeWithCode, PrintPaper
from server.domain.guidance.nouns import Notice
from server.domain.guidance.refusals import UNKNOWN_CODE
from server.domain.guidance.returning import require_good, take_return
from server.domain.hall import Hall, Ticket
from server.domain.line import Now
from server.domain.remote.rules import arrived

OPENS_A_PAGE = "#"  # before a number's token, in the address that its slip bears


def come(hall: Hall, command: ComeWithCode, now: Now) -> tuple[Event, ...]:
    """Who holds a number already needs no other: they are told how it stands.

    One taken at home has arrived with that (Q42); else nothing happens.
    """
    match opened_by(hall, command.code):
        case Notice():
            return take_return(hall, command, now)
        case Appointment():
            return check_in(hall, command, now)
        case Ticket() as mine if mine.never_came and not mine.has_ended:
            return arrived(hall, mine, command.channel, now, printer=command.printer, by=command.by)
        case Ticket():
            return ()
    raise UNKNOWN_CODE()


def print_paper(hall: Hall, command: PrintPaper, now: Now) -> tuple[Event, ...]:
    """Of what brings nobody any more no paper is made; a number's own slip is printed by its number."""
    known = opened_by(hall, command.code)
    if not isinstance(known, Notice | Appointment):
        raise UNKNOWN_CODE()
    require_use(hall, known, now)
    of_today = hall.ticket(known.ticket)
    of = of_today.id if of_today else _paper_of(hall, known.code) or now.new_id
    return once_more(hall, of, called(hall, known.code), command.printer, now, says=known.code)


def require_use(hall: Hall, known: Notice | Appointment, now: Now) -> None:
    """It still brings somebody."""
    if isinstance(known, Notice):
        require_good(hall, known, now)
    else:
        require(known, AppointmentKept)


def _paper_of(hall: Hall, code: str) -> str:
    return next((paper.id for paper in hall.papers.values() if paper.slip.notice == code), "")


def opened_by(hall: Hall, typed: str) -> Notice | Appointment | Ticket | None:
    """What a code is of, as it was typed or scanned."""
    code = as_code(typed)
    known = hall.guidance.notices.get(code) or hall.appointments.booked.get(code)
    return known or own_number(hall, typed)


def own_number(hall: Hall, typed: str) -> Ticket | None:
    """By the address that its slip bears, or by the code that its own page says."""
    token, code = typed.strip().rpartition(OPENS_A_PAGE)[2], as_code(typed)
    both = (*hall.tickets.values(), *hall.ended.values())
    return next((t for t in both if t.token == token or code_of(t.token) == code), None)


def service_wanted(hall: Hall, typed: str) -> str:
    """Of whoever comes with a code and takes a number by it; "" where they take none."""
    known = opened_by(hall, typed)
    return known.service if isinstance(known, Notice | Appointment) else ""
