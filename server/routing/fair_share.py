"""The hall's default (3.3): a head start for priority, with a limit, and nobody overdue is passed over.

The bound nobody waits beyond: an ordinary ticket with `k` ordinary tickets and `p` priority tickets ahead of
it when it was issued is called at the latest as number (limit + 1) * (k + 1) + p among the calls made by
counters that may call it. Between two ordinary calls there are at most `limit` priority calls while it waits,
and those that are past the threshold before it were issued before it. (Restored, resumed and transferred
tickets come back to a place they had and are counted among those ahead.)
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from server.domain.hall import Counter, PriorityClass, Ticket
from server.domain.line import Choice, Line
from server.domain.text import Text

TITLE = Text("公平叫号", "Fair share")

PRIORITY = PriorityClass.PRIORITY

LONGEST = Text("等候最长 {wait}", "Longest wait, {wait}")
OVERDUE = Text("补救超时，已等候 {wait}", "Past the remedy threshold, waited {wait}")
HEAD_START = Text("优先，第 {nth} 次，等候 {wait}", "Priority, number {nth} in a row, waited {wait}")
AFTER_RUN = Text(
    "已连续优先 {run} 次，轮到普通，等候 {wait}", "After {run} priority calls an ordinary turn, waited {wait}"
)

Order = tuple[datetime, datetime, int, str]


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
        return _choice(first, LONGEST, now)
    if run >= figures.priority_run_limit:
        ordinary = [t for t in line.waiting if t.priority is not PRIORITY]
        if ordinary:
            return _choice(min(ordinary, key=_place_with(timedelta(0))), AFTER_RUN, now, run=run)
    return _choice(first, HEAD_START, now, nth=run + 1)


def _clock(ticket: Ticket) -> Order:
    return ticket.clock_from, ticket.issued_at, ticket.ordinal, ticket.number


def _place_with(head_start: timedelta) -> Callable[[Ticket], Order]:
    def place(ticket: Ticket) -> Order:
        ahead = head_start if ticket.priority is PRIORITY else timedelta(0)
        return ticket.place_at - ahead, ticket.issued_at, ticket.ordinal, ticket.number

    return place


def _choice(ticket: Ticket, why: Text, now: datetime, **places: int) -> Choice:
    minutes, seconds = divmod(int(ticket.wait_at(now).total_seconds()), 60)
    return Choice(ticket, why.fill(wait=f"{minutes}:{seconds:02}", **places))
