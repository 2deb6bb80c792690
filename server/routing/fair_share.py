"""The hall's default (3.3): a head start for priority, with a limit, and nobody overdue is passed over.

The bound nobody waits beyond: an ordinary ticket with `k` ordinary and `p` priority tickets ahead of it when
it was issued, and `q` priority tickets issued within the head start after it, is called at the latest as
number k + p + q + 1 among the calls made by counters whose own queues include its own.
Where all counters call the same queues it is also called at the latest as number (limit + 1) * (k + 1) + p,
however many come with priority; an ordinary call at a counter of its group that may not call it ends a run,
too, and takes that second promise away. (Restored, resumed and transferred tickets come back to a place they
had and are counted among those ahead; who comes by appointment or with a notice counts from the place that
gives them, so that an ordinary ticket is passed only by those who come within that head start behind it.)
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from server.domain.config.figures import Figures
from server.domain.hall import Counter, PriorityClass, Ticket
from server.domain.line import Choice, Line, Order
from server.domain.text import Text

TITLE = Text("公平叫号", "Fair share")

PRIORITY = PriorityClass.PRIORITY

LONGEST = Text("等候最长 {wait}", "Longest wait, {wait}")
OVERDUE = Text("补救超时，已等候 {wait}", "Past the remedy threshold, waited {wait}")
HEAD_START = Text("优先，第 {nth} 次，等候 {wait}", "Priority, number {nth} in a row, waited {wait}")
APPOINTED = Text("预约，等候 {wait}", "By appointment, waited {wait}")
RETURNED = Text("凭告知单再来，等候 {wait}", "Back with a notice, waited {wait}")
AFTER_RUN = Text(
    "已连续优先 {run} 次，轮到普通，等候 {wait}", "After {run} priority calls an ordinary turn, waited {wait}"
)

CAME = {"appointment": APPOINTED, "return": RETURNED}  # with a place in line of their own

Place = tuple[datetime, datetime, int, str]


def order(figures: Figures) -> Order:
    """What `pick` goes by."""
    return Order(
        head_start=figures.priority_head_start_seconds,
        run_limit=figures.priority_run_limit,
        overdue_after=figures.remedy_threshold_seconds,
    )


def pick(line: Line, counter: Counter, now: datetime) -> Choice | None:
    if not line.waiting:
        return None
    figures, run = line.figures, line.priority_run
    overdue_from = now - timedelta(seconds=figures.remedy_threshold_seconds)
    overdue = [t for t in line.waiting if t.clock_from < overdue_from]
    if overdue:
        return _choice(min(overdue, key=_clock), OVERDUE, now)
    first = min(line.waiting, key=_place_with(timedelta(seconds=figures.priority_head_start_seconds)))
    if first.priority is not PRIORITY:
        return _choice(first, CAME.get(first.came, LONGEST), now)
    if run >= figures.priority_run_limit:
        ordinary = [t for t in line.waiting if t.priority is not PRIORITY]
        if ordinary:
            return _choice(min(ordinary, key=_place_with(timedelta(0))), AFTER_RUN, now, run=run)
    return _choice(first, HEAD_START, now, nth=run + 1)


def _clock(ticket: Ticket) -> Place:
    return ticket.clock_from, ticket.issued_at, ticket.ordinal, ticket.number


def _place_with(head_start: timedelta) -> Callable[[Ticket], Place]:
    def place(ticket: Ticket) -> Place:
        at = ticket.place_at - head_start if ticket.priority is PRIORITY else ticket.place_at
        return at, ticket.issued_at, ticket.ordinal, ticket.number

    return place


def _choice(ticket: Ticket, why: Text, now: datetime, **places: int) -> Choice:
    minutes, seconds = divmod(int(ticket.wait_at(now).total_seconds()), 60)
    return Choice(ticket, why, {"wait": f"{minutes}:{seconds:02}", **places})
