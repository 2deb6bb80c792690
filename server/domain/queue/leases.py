"""Numbers a kiosk may give while it cannot reach the server and how they come into the line (D2).

Each kiosk has a block of a hundred numbers of the day for itself, in every series: A801 to A899, A901 and on.
The series jumps over the blocks, so the same number cannot be given twice whoever was cut off from whom. Back
in touch, a kiosk tells what it gave and how long ago; the customers stand in line from that moment, wherever
their figures are.
"""

from datetime import datetime, timedelta

from server.domain.config.hours import hours_view
from server.domain.equipment.papers import owed
from server.domain.event import Event
from server.domain.hall import Hall, SlipState, Ticket, TicketState
from server.domain.line import Now
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.queue.asked import service_of
from server.domain.queue.days import day_events, hall_day
from server.domain.queue.refusals import NO_LEASE, NOT_YOUR_NUMBER, NUMBER_GIVEN, OFFLINE_TOO_OLD
from server.domain.queue.restoring import first_ordinal

SERVED = frozenset({TicketState.SERVING, TicketState.PARKED, TicketState.FINISHED})
ON_PAPER = frozenset({SlipState.PRINTED, SlipState.SENT})
PERHAPS = frozenset({SlipState.SENDING, SlipState.UNKNOWN})
BLOCK = 100
STILL_THERE = timedelta(minutes=2)  # a customer beside the kiosk; a slip later is paper in strangers' hands
USUAL_FIRST = 801  # few halls give as many of one series in a day


def lease(hall: Hall, command: c.LeaseNumbers, now: Now) -> tuple[Event, ...]:
    """A block of the day for this device; nothing where it has one or the hall is shut.

    Refuses with `no_lease`.
    """
    if hours_view(hall.setup, now.at).state != "open":
        return ()  # a kiosk that is switched on at night opens no day
    day = hall_day(hall, now)
    mine = hall.leases.get(command.by)
    if mine is not None and mine.day == day:
        return ()
    opening = day_events(hall, now)
    kept = () if opening else tuple(hall.leases.values())
    given = 0 if opening else max(hall.issued.values(), default=0)
    first = max(USUAL_FIRST, _round(given + BLOCK), _round(first_ordinal(hall, day) + BLOCK))
    first = max((first, *(other.last + 2 for other in kept)))
    while any(first <= t.ordinal < first + BLOCK for t in hall.tickets.values()):
        first += BLOCK  # of somebody who still waits since yesterday
    last = first + BLOCK - 2
    if last > hall.setup.figures.series_limit:
        raise NO_LEASE()
    return (*opening, e.NumbersLeased(at=now.at, device=command.by, day=day, first=first, last=last))


def merge(hall: Hall, command: c.MergeOffline, now: Now) -> tuple[Event, ...]:
    """Refuses what is not of the device's own block, what was given already, and what is of another day.

    One tap has one number: what the server gave for it, unheard, gives way. Its slip comes out where the
    customer can still be there; they were told that there is none.
    """
    service = service_of(hall, command.service)
    queue = hall.setup.queue[service.queue]
    number = f"{queue.letter}{command.ordinal:03}"
    taken_at = now.at - timedelta(seconds=max(command.ago_seconds, 0.0))
    mine = hall.leases.get(command.by)
    if mine is None or hall.day != mine.day or hall_day(hall, now) != mine.day:
        raise OFFLINE_TOO_OLD(number=number)
    if not mine.first <= command.ordinal <= mine.last:
        raise NOT_YOUR_NUMBER(number=number)
    if any(t.number == number for t in (*hall.tickets.values(), *hall.ended.values())):
        raise NUMBER_GIVEN(number=number)
    earlier = hall.ticket(command.instead_of) if command.instead_of else None
    if earlier is not None and _stands(earlier, taken_at):
        return ()
    before = (
        t.issued_at for t in hall.tickets.values() if t.offline and mine.first <= t.ordinal < command.ordinal
    )
    taken_at = max((taken_at, *before))  # a kiosk gives one after the other, however its messages travel
    issued = e.TicketIssued(
        at=now.at,
        ticket=now.new_id,
        token=now.new_token,
        number=number,
        ordinal=command.ordinal,
        service=service.id,
        queue=queue.id,
        channel="kiosk",
        language=command.language,
        segment="",
        priority=command.priority,
        priority_reason=command.priority_reason,
        taken_at=taken_at,
        by=command.by,
    )
    come_in = (issued, *_slip(command.printer, now, taken_at))
    if earlier is None or earlier.state is not TicketState.WAITING or _perhaps_on_paper(earlier):
        return come_in
    return (e.TicketCancelled(at=now.at, ticket=earlier.id, by=command.by), *come_in)


def _slip(printer: str, now: Now, taken_at: datetime) -> tuple[Event, ...]:
    if not printer or now.at - taken_at > STILL_THERE:
        return ()
    return (owed(now.new_id, printer, now),)


def _stands(earlier: Ticket, shown_at: datetime) -> bool:
    """Whether what the server gave for the same tap is the customer's number.

    They were served by it, or it was on paper before the kiosk showed another one: it says that paper counts.
    """
    paper = earlier.slip
    came_out = paper is not None and paper.state in ON_PAPER and (paper.since or paper.at) <= shown_at
    return earlier.state in SERVED or came_out


def _perhaps_on_paper(earlier: Ticket) -> bool:
    """Then both are good: a number that nobody holds is called in vain, and nobody waits in vain."""
    return earlier.slip is not None and earlier.slip.state in PERHAPS


def _round(ordinal: int) -> int:
    """901 of anything from 802 to 901: a block is known by its hundred."""
    return -(-(ordinal - 1) // BLOCK) * BLOCK + 1
