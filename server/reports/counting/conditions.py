"""What several figures ask of visits alike, so that a row and its list can mean no two things."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, and_, or_, select

from server.domain.guidance.returning import RETURNED, UNSERVED
from server.visits.past import CONTACT, LEG, VISIT

Condition = ColumnElement[bool]
UNDONE = ("ended_by_system", RETURNED, UNSERVED)  # outcomes that leave something to do
USED = CONTACT.alias("used")
# Lists, not joins: a database makes each once, and needs no index that a hall would pay for at every act.
BROUGHT_BACK = CONTACT.c.notice.in_(select(USED.c.notice).where(USED.c.what == "returned"))
GIVEN = CONTACT.c.what.in_(("notice", "pass"))
# Its notice or pass has brought its holder back: whatever is left is the next visit's.
CAME_BACK = VISIT.c.ticket.in_(select(CONTACT.c.ticket).where(GIVEN, BROUGHT_BACK))
SENT = CONTACT.c.what.in_(("diverted", "other_way"))
PREPARED = VISIT.c.prepared > 0
WROTE = VISIT.c.form_seconds > 0
ENQUIRY = LEG.c.enquiry & LEG.c.handling_seconds.is_not(None)
PROMISED = VISIT.c.promised_wait.is_not(None)  # and called
RETURN = VISIT.c.came == "return"
# A second visit is no first time, however it ends.
RESOLVED = VISIT.c.solved.is_not(None) & ~RETURN
# Served to the end, with all their stops; who took the number at home was not in the hall from then on.
STAYED = VISIT.c.solved.is_not(None) & (VISIT.c.channel != "phone")
BY_STOPS: Mapping[str, Condition] = {
    "one": VISIT.c.legs == 1,
    "two": VISIT.c.legs == 2,  # noqa: PLR2004  # as it says
    "more": VISIT.c.legs > 2,  # noqa: PLR2004  # as it says
}
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
