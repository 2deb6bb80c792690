"""The notice or card that a customer at a counter waits for, until it is on paper."""

from dataclasses import dataclass

from server.domain.codes import grouped
from server.domain.guidance.nouns import CARD
from server.domain.hall import SlipState, Ticket
from server.domain.kept import once
from server.domain.values import quick

ON_PAPER = (SlipState.PRINTED, SlipState.SENT)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ClerkPaper:
    """`code` can be written down instead; a card has none."""

    ticket: str
    number: str
    state: str
    code: str


def clerk_paper(ticket: Ticket | None) -> ClerkPaper | None:
    """Whoever stands here waits for it, though their number may have ended."""
    slip = ticket.slip if ticket else None
    if ticket is None or slip is None or not slip.notice or slip.state in ON_PAPER:
        return None
    code = "" if slip.notice == CARD else grouped(slip.notice)
    return once(ClerkPaper, ticket=ticket.id, number=ticket.number, state=slip.state, code=code)
