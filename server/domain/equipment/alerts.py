"""Alerts are few: a hall holds so many and no more, whoever raises how many."""

from collections import Counter

from server.domain.equipment import events as e
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.said import DETAIL, fitting

MOST = 100  # more than any person looks at; a view of them stays small
LONGEST = 400  # letters of a subject


def raised(
    hall: Hall, now: Now, kind: str, subject: str, detail: str = ""
) -> tuple[e.AlertRaised | e.AlertCleared, ...]:
    """The alert, and room for it where there is none: the oldest of the kind there are most of goes."""
    subject, detail = subject[:LONGEST], fitting(detail, DETAIL)
    alert = f"{kind}/{subject}"
    alert_raised = e.AlertRaised(at=now.at, alert=alert, kind=kind, subject=subject, detail=detail)
    if alert in hall.alerts or len(hall.alerts) < MOST:
        return (alert_raised,)
    most = Counter(a.kind for a in hall.alerts.values()).most_common(1)[0][0]
    oldest = min((a for a in hall.alerts.values() if a.kind == most), key=lambda a: a.raised_at)
    return (e.AlertCleared(at=now.at, alert=oldest.id), alert_raised)
