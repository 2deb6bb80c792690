"""Who of the staff met a visit first, and so answers for it until it is closed (E11)."""

from server.domain.hall import Hall, Ticket

BY_STAFF = frozenset({"guide_tablet", "counter", "staff"})  # channels


def first_contact(hall: Hall, ticket: Ticket) -> str:
    """Their number, "" while nobody has. A transfer is no new contact: whoever was first stays it."""
    if ticket.channel in BY_STAFF and ticket.issued_by:
        return ticket.issued_by
    met = hall.guidance.owners.get(ticket.id)
    served = (leg.staff for leg in (*ticket.past, ticket.leg) if leg.started_at and leg.staff)
    return met or next(served, "") or ""
