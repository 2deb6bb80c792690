"""A foresight by usual times alone, for as long as nothing better is at hand: one figure and no interval."""

from datetime import datetime, timedelta
from math import erf, sqrt

from server.domain.config.hours import serves_until
from server.domain.hall import Hall
from server.domain.promises.nouns import Ahead, Foresight
from server.insight.waits import estimate

SPREAD = 0.4  # of the estimate: as far as it has been off, seen over simulated days
LEAST_SPREAD = 60.0  # s


def by_usual_times(hall: Hall, now: datetime) -> Foresight:
    """Of queues that nobody serves it knows nothing."""
    waits = estimate(hall, now)
    config = hall.config
    if config is None:
        return Foresight(at=now, seq=hall.seq, simple=True)
    threshold = timedelta(seconds=config.figures.remedy_threshold_seconds)
    last = serves_until(config, now)
    left = (last - now).total_seconds() if last and now < last else None

    def ahead(seconds: float, waited: timedelta) -> Ahead:
        return Ahead(
            low=seconds,
            high=seconds,
            over=_beyond((threshold - waited).total_seconds(), seconds),
            unserved=0.0 if left is None else _beyond(left, seconds),
        )

    tickets = {
        t.id: ahead(seconds, t.wait_at(now))
        for t in hall.waiting()
        if (seconds := waits.get(t.id)) is not None
    }
    joins = {
        (q.id, False): ahead(seconds, timedelta(0))
        for q in config.queues
        if (seconds := waits.get(q.id)) is not None
    }
    return Foresight(at=now, seq=hall.seq, tickets=tickets, joins=joins, simple=True)


def _beyond(limit: float, seconds: float) -> float:
    """The share of futures that take longer than the limit."""
    return (1 - erf((limit - seconds) / (SPREAD * seconds + LEAST_SPREAD) / sqrt(2))) / 2
