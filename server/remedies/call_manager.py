"""Ask the hall manager to see to it in person (R12)."""

from collections.abc import Sequence
from datetime import datetime

from server.domain.care.commands import RaiseTask
from server.domain.command import Command
from server.domain.config.config import Rung
from server.domain.hall import Hall, Ticket
from server.domain.text import Text

TITLE = Text("请经理处理", "Call the manager")


def propose(hall: Hall, ticket: Ticket, rung: Rung, now: datetime) -> Sequence[Command]:
    return [RaiseTask(kind="call_manager", subject=ticket.id, roles=rung.tells)]
