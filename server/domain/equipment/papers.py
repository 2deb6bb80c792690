"""What is owed on paper: said once, for whoever lets something be printed.

A number's slip, a notice or a card hangs on its ticket; what is printed for somebody who has no number of
today, an appointment or a notice of last week, is a paper of its own. No job's name says the code that its
paper bears: names of jobs stand in logs, lists and exports.
"""

from server.domain.config.hours import local
from server.domain.equipment import events as e
from server.domain.equipment.refusals import NO_PRINTER, SLIP_COMING
from server.domain.event import Event
from server.domain.guidance.nouns import CARD
from server.domain.hall import Hall, Slip, SlipState
from server.domain.line import Now

NOT_SENT = (SlipState.QUEUED, SlipState.HELD)


def owed(
    of: str, printer: str, now: Now, *, slip: Slip | None = None, says: str = "", before: int = 0
) -> e.SlipQueued:
    """The next paper of a ticket or of a paper's own id; `slip` is its newest one.

    `says`: a notice's or an appointment's code, or that it is a handling card; so often printed `before`.
    """
    nth = (slip.nth if slip else 0) + 1
    kind = f"{CARD if says == CARD else 'paper'}{nth}-" if says else ""
    copy = before + 1 if says else nth
    return e.SlipQueued(at=now.at, ticket=of, job=f"{of}-{kind}{copy}", nth=nth, printer=printer, notice=says)


def once_more(hall: Hall, of: str, number: str, printer: str, now: Now, *, says: str) -> tuple[Event, ...]:
    """Paper that is still to come is never printed twice: it stays where it is, or another printer has it."""
    owes = hall.owes(of)
    slip = owes.slip if owes else None
    printer = printer or (slip.printer if slip else "")
    if not printer:
        raise NO_PRINTER()
    if slip and slip.printer == printer and slip.state in (*NOT_SENT, SlipState.SENDING):
        raise SLIP_COMING(number=number)
    if slip and slip.notice == says and slip.state in NOT_SENT:
        return (e.SlipRerouted(at=now.at, ticket=of, job=slip.job, printer=printer),)
    return (owed(of, printer, now, slip=slip, says=says, before=_before(hall, slip, says)),)


def called(hall: Hall, code: str) -> str:
    """What a paper is called where somebody looks for it: by the number it was given to, or its time."""
    if (notice := hall.guidance.notices.get(code)) is not None:
        return notice.number
    booked = hall.appointments.booked.get(code)
    return f"{local(hall.setup, booked.slot):%m-%d %H:%M}" if booked else ""


def _before(hall: Hall, slip: Slip | None, says: str) -> int:
    """How often the very same has been printed."""
    if says == CARD:
        return slip.reprints + 1 if slip and slip.notice == CARD else 0
    known = hall.guidance.notices.get(says) or hall.appointments.booked.get(says)
    return known.papers if known else 0
