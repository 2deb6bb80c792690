"""What is looked up about notices: what a visit came back with, and what it was given to come back with."""

from server.domain.guidance.nouns import Notice
from server.domain.hall import Hall, Ticket


def came_with(hall: Hall, ticket: Ticket) -> Notice | None:
    """The notice or the pass that brought its holder back (B09)."""
    return hall.guidance.notices.get(hall.guidance.returned.get(ticket.id, ""))


def way_back(hall: Hall, ticket: str) -> Notice | None:
    """What a visit was given and has not used; it never has two."""
    unused = (n for n in hall.guidance.notices.values() if n.ticket == ticket and not n.used_by)
    return next(unused, None)
