"""What several figures ask of visits alike, so that a row and its list can mean no two things."""

from sqlalchemy import ColumnElement, and_, or_, select, tuple_

from server.domain.guidance.returning import RETURNED, UNSERVED
from server.visits.past import CONTACT, LEG, VISIT

__all__ = ["ENQUIRY", "FIRST_TIME", "OPEN", "PREPARED", "RESOLVED", "RETURN", "SENT", "WROTE"]

Condition = ColumnElement[bool]
UNDONE = ("ended_by_system", RETURNED, UNSERVED)  # outcomes that leave something to do


def _came_back() -> Condition:
    """Its notice or pass has brought its holder back: whatever is left is the next visit's."""
    given, used = CONTACT.alias("given"), CONTACT.alias("used")
    same = (given.c.hall_id == used.c.hall_id) & (given.c.notice == used.c.notice)
    brought = (
        select(given.c.hall_id, given.c.ticket)
        .join_from(given, used, same)
        .where(given.c.what.in_(("notice", "pass")), used.c.what == "returned")
    )
    return tuple_(VISIT.c.hall_id, VISIT.c.ticket).in_(brought)


SENT = CONTACT.c.what.in_(("diverted", "other_way"))
PREPARED = VISIT.c.prepared > 0
WROTE = VISIT.c.form_seconds > 0
ENQUIRY = LEG.c.enquiry & LEG.c.handling_seconds.is_not(None)
RETURN = VISIT.c.came == "return"
CAME_BACK = _came_back()
# A second visit is no first time, however it ends.
RESOLVED = VISIT.c.solved.is_not(None) & ~RETURN
FIRST_TIME = and_(VISIT.c.solved.is_(True), ~RETURN, ~CAME_BACK)
# Who missed their call has left; whoever waited to the end of the day has not (E11).
OPEN = and_(
    VISIT.c.owner != "",
    ~CAME_BACK,
    or_(
        VISIT.c.ended_at.is_(None),
        VISIT.c.solved.is_(False),
        VISIT.c.outcome.in_(UNDONE),
        (VISIT.c.outcome == "expired") & (VISIT.c.no_shows == 0),
    ),
)
