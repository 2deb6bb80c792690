"""Call whoever came first; priority counts for nothing."""

import math
from datetime import datetime

from server.domain.config.figures import Figures
from server.domain.hall import Counter, Ticket
from server.domain.line import Choice, Line, Order
from server.domain.text import Text

TITLE = Text("先到先叫", "Oldest first")
WHY = Text("最早到达，等候 {wait}", "First to arrive, waited {wait}")


def order(figures: Figures) -> Order:
    """What `pick` goes by: the place alone."""
    return Order(head_start=0, run_limit=math.inf, overdue_after=math.inf)


def pick(line: Line, counter: Counter, now: datetime) -> Choice | None:
    if not line.waiting:
        return None
    ticket = min(line.waiting, key=_place)
    return Choice(ticket, WHY, {"wait": _wait(ticket, now)})


def _place(ticket: Ticket) -> tuple[datetime, datetime, int, str]:
    return ticket.place_at, ticket.issued_at, ticket.ordinal, ticket.number


def _wait(ticket: Ticket, now: datetime) -> str:
    minutes, seconds = divmod(int(ticket.wait_at(now).total_seconds()), 60)
    return f"{minutes}:{seconds:02}"
