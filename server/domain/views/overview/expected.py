"""The waits that every screen, slip and voice shows: what is promised, else what is foreseen."""

from datetime import datetime, timedelta

from server.domain.hall import Hall
from server.domain.promises.nouns import Ahead, Foresight, Promise, Why
from server.domain.promises.rules import DOUBT, UNLIKELY
from server.domain.views.parts import TOO_LATE, Until, Waits

SAID_FOR = timedelta(minutes=10)  # why it changed, behind the change


def expected(hall: Hall, foresight: Foresight, now: datetime) -> Waits:
    """By queue and by ticket in line, from now on; None where nobody serves the queue today.

    A promise whose time is up says nothing any more where nobody is foreseen to call.
    """
    if hall.config is None:
        return {}
    figures, passed = hall.config.figures, (now - foresight.at).total_seconds()
    band, risk, seen = figures.wait_band, figures.risk_share, foresight.tickets
    joins = {
        q.id: _foreseen(ahead, passed, band) if (ahead := foresight.joins.get((q.id, False))) else None
        for q in hall.config.queues
    }
    waiting = {ticket: _foreseen(ahead, passed, band) for ticket, ahead in seen.items()}
    promised = {
        ticket: _promised(p, now, band) if ticket in seen or p.latest > now else None
        for ticket, p in hall.promises.newest.items()
    }
    waits = joins | waiting | promised | dict.fromkeys(foresight.too_late, TOO_LATE)
    at_risk = (ticket for ticket, ahead in seen.items() if ahead.over >= risk)
    return waits | {ticket: until._replace(at_risk=True) for ticket in at_risk if (until := waits[ticket])}


def _foreseen(ahead: Ahead, passed: float, band: bool) -> Until:
    high = max(ahead.high - passed, 0.0)
    return Until(
        max(ahead.low - passed, 0.0) if band else high,
        high,
        "",
        ahead.unserved >= DOUBT,
        ahead.unserved >= UNLIKELY,
    )


def _promised(promise: Promise, now: datetime, band: bool) -> Until:
    high = max((promise.latest - now).total_seconds(), 0.0)
    low = max((promise.earliest - now).total_seconds(), 0.0) if band else high
    changed = promise.why is not Why.FIRST and now - promise.made_at < SAID_FOR
    return Until(low, high, promise.why.value if changed else "", promise.doubtful)
