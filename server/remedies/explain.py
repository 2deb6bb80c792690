"""Ask a guide to tell the customer why it takes so long (Q30)."""

from collections.abc import Sequence
from datetime import datetime

from server.domain.care.commands import RaiseTask
from server.domain.command import Command
from server.domain.config.config import Rung
from server.domain.hall import Hall, Ticket
from server.domain.text import Text

TITLE = Text("解释等候", "Explain the wait")


def propose(hall: Hall, ticket: Ticket, rung: Rung, now: datetime) -> Sequence[Command]:
    return [RaiseTask(kind="explain", subject=ticket.id, roles=rung.tells)]
