"""Open the visit's remedy case and tell who can settle it, at the counter or in the zone (R05, R08)."""

from collections.abc import Sequence
from datetime import datetime

from server.domain.care.commands import OpenCase, RaiseTask
from server.domain.care.remedies import drawn
from server.domain.command import Command
from server.domain.config.config import Rung
from server.domain.hall import Hall, Ticket
from server.domain.text import Text

TITLE = Text("服务补救", "Remedy")


def propose(hall: Hall, ticket: Ticket, rung: Rung, now: datetime) -> Sequence[Command]:
    """Nothing where remedies are switched off or the lot has decided otherwise (R09)."""
    config = hall.config
    if config is None or not config.remedies_on or not drawn(ticket.token, config.remedy_share):
        return []
    return [OpenCase(ticket=ticket.id), RaiseTask(kind="remedy", subject=ticket.id, roles=rung.tells)]
