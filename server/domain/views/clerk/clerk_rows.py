"""The lists of a clerk's console: who waits, who comes next, who was missed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from server.domain.config.config import HallConfig
from server.domain.hall import DAWN, Counter, CounterState, Hall, PriorityClass, Ticket
from server.domain.kept import FEW, kept, same, together
from server.domain.line import Line, Pick
from server.domain.queue.line import eligible, line_of, may_call
from server.domain.text import Text
from server.domain.values import quick, replace
from server.domain.views.door import Marks, marks
from server.domain.views.glance import glance

LISTED = 40


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ClerkRow:
    """A ticket in one of the clerk's lists."""

    id: str
    number: str
    service_name: Text
    clock_from: datetime
    since: datetime
    priority: bool
    state: str
    park: str
    counter: str
    usable: bool  # a missed one can be restored; a parked one can be resumed here
    booked_for: datetime | None = None  # the time of its appointment
    came_with: str = ""  # "missing" or "pass": what brought them back (B09)
    prepared: int = 0  # steps done while waiting (Q23)


def of_queues(tickets: Iterable[Ticket], queues: frozenset[str]) -> list[Ticket]:
    return [t for t in tickets if t.leg.queue in queues]


def own_waiting(hall: Hall, desk: Counter, mine: frozenset[str], config: HallConfig) -> tuple[ClerkRow, ...]:
    own = [t for t in glance(hall).waiting if may_call(hall, desk, t, mine)]
    noted = marks(hall)
    return together(clerk_row(t, config, True, *marked(noted, t)) for t in own[:LISTED])


@kept(FEW)
def clerk_rows(
    tickets: tuple[Ticket, ...], queues: frozenset[str], config: HallConfig, noted: Marks
) -> tuple[ClerkRow, ...]:
    return together(
        clerk_row(t, config, True, *marked(noted, t)) for t in of_queues(tickets, queues)[:LISTED]
    )


def marked(noted: Marks, ticket: Ticket) -> tuple[str, int]:
    return noted.came_with.get(ticket.id, ""), noted.prepared.get(ticket.id, 0)


@kept()
def clerk_row(ticket: Ticket, config: HallConfig, usable: bool, came: str, prepared: int) -> ClerkRow:
    return ClerkRow(
        id=ticket.id,
        number=ticket.number,
        service_name=config.service[ticket.leg.service].name,
        clock_from=ticket.clock_from,
        since=ticket.since,
        priority=ticket.priority != "ordinary",
        state=ticket.state,
        park=ticket.park or "",
        counter=ticket.leg.counter or "",
        usable=usable,
        booked_for=ticket.booked_for,
        came_with=came,
        prepared=prepared,
    )


def next_three(hall: Hall, desk: Counter, second: datetime, pick: Pick) -> tuple[ClerkRow, ...]:
    """Asked once for each line and second: what happens at a counter changes nobody's turn."""
    theirs = eligible(hall, desk)
    line = line_of(hall, desk, theirs)
    waiting = theirs if type(theirs) is tuple else together(theirs)  # such a one is kept already
    noted = marks(hall)
    return _foretold(waiting, same(line.priority_run), hall.setup, same(_free(desk)), second, pick, noted)


@kept()
def _free(desk: Counter) -> Counter:
    """As it will be when it calls: whom it serves until then is no matter."""
    return replace(
        desk,
        state=CounterState.OPEN_IDLE,
        since=DAWN,
        ticket=None,
        last_ticket=None,
        pause_reason="",
    )


@kept(FEW)
def _foretold(  # noqa: PLR0917  # looked up by all it shows
    waiting: tuple[Ticket, ...],
    run: int,
    config: HallConfig,
    desk: Counter,
    now: datetime,
    pick: Pick,
    noted: Marks,
) -> tuple[ClerkRow, ...]:
    rows: list[ClerkRow] = []
    line = Line(waiting=waiting, priority_run=run, figures=config.figures)
    while line.waiting and len(rows) < 3:  # noqa: PLR2004  # "next three" (5.3)
        choice = pick(line, desk, now)
        if choice is None:
            break
        rows.append(clerk_row(choice.ticket, config, True, *marked(noted, choice.ticket)))
        left = [t for t in line.waiting if t is not choice.ticket]
        run = line.priority_run + 1 if choice.ticket.priority is PriorityClass.PRIORITY else 0
        line = replace(line, waiting=left, priority_run=run)
    return together(rows)
