"""Rules for promises: who is told what, when it is told anew and why, which line is at risk.

What was told is kept: an estimate moves with every call, and who reads their phone twice wants to read the
same minute. So a promise is the minute as it is read, rounded outward, and is renewed only when the call
would now come so much earlier or later that a person would plan otherwise, when its time is up, or when the
hall may close before; and then it says why. It is not put off while it will more probably be kept than not,
and what is told earlier is told so that it lasts: who was called back from a coffee is not sent out again.
The reason is read from what the promise was told on: how many counters worked for the queue, how many stood
before.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from server.domain.event import Event
from server.domain.hall import Counter, CounterState, Hall, Ticket, TicketState
from server.domain.line import Now
from server.domain.promises import events as e
from server.domain.promises.commands import LookAhead
from server.domain.promises.nouns import Ahead, Foresight, Promise, Why
from server.domain.promises.outward import outward
from server.domain.queue import events as q
from server.domain.queue.line import how_many_wait, standing

DOUBT = 0.3  # from this share of futures on the hall says that it may close before
UNLIKELY = 0.5  # and from this on that it will
AT_WORK = frozenset({CounterState.OPEN_IDLE, CounterState.CALLING, CounterState.SERVING})
NEAR = 60.0  # s: who is called within this is not told anew


def look_ahead(hall: Hall, command: LookAhead, now: Now) -> tuple[Event, ...]:
    foresight = now.foresee()
    if hall.config is None or foresight is None:
        return ()
    renewed = (
        _promise(hall, ticket, ahead, foresight, now.at)
        for ticket in hall.waiting()
        if (ahead := foresight.tickets.get(ticket.id)) is not None
    )
    return (*(p for p in renewed if p is not None), *_risks(hall, foresight, now.at))


def with_the_number(hall: Hall, event: q.TicketIssued, now: Now) -> tuple[Event, ...]:
    """The slip's own promise, in the number's commit; whose place is another one is told by the next look.

    Who is still at home is promised nothing before they are here.
    """
    foresight = now.foresee()
    if foresight is None or event.place_at is not None or event.away:
        return ()
    ahead = foresight.joins.get((event.queue, event.priority.value == "priority"))
    if ahead is None:
        return ()
    return (
        e.WaitPromised(
            at=now.at,
            ticket=event.ticket,
            queue=event.queue,
            version=1,
            low=ahead.low,
            high=ahead.high,
            over=ahead.over,
            why=Why.FIRST,
            doubtful=ahead.unserved >= DOUBT,
            simple=foresight.simple,
            counters=working(hall, event.queue),
            ahead=how_many_wait(hall, event.queue),
            until=outward(ahead.high),
            middle=ahead.middle,
        ),
    )


def working(hall: Hall, queue: str) -> int:
    """Counters at work that take from it."""
    return sum(_takes(hall, c, queue) for c in hall.counters.values() if c.state in AT_WORK)


def _takes(hall: Hall, counter: Counter, queue: str) -> bool:
    profile = hall.setup.profile.get(counter.profile)
    return profile is not None and queue in (*profile.queues, *profile.helps)


def _promise(
    hall: Hall, ticket: Ticket, ahead: Ahead, foresight: Foresight, at: datetime
) -> e.WaitPromised | None:
    promise, queue = hall.promises.newest.get(ticket.id), ticket.leg.queue
    passed = (at - foresight.at).total_seconds()
    doubtful = ahead.unserved >= DOUBT
    low, high = max(ahead.low - passed, 0.0), max(ahead.high - passed, 0.0)
    until = high
    if promise is not None and (promise.queue, promise.doubtful) == (queue, doubtful):
        anew = _anew(hall, (promise.latest - at).total_seconds(), ahead, passed)
        if anew is None:
            return None
        until = anew
    new = e.WaitPromised(
        at=at,
        ticket=ticket.id,
        queue=queue,
        version=promise.version + 1 if promise else 1,
        low=low,
        high=high,
        over=ahead.over,
        why=Why.FIRST,
        doubtful=doubtful,
        simple=foresight.simple,
        counters=working(hall, queue),
        ahead=standing(hall, ticket)[0],
        until=outward(until),
        middle=None if ahead.middle is None else max(ahead.middle - passed, 0.0),
    )
    return replace(new, why=_why(hall, promise, new)) if promise else new


def _anew(hall: Hall, left: float, ahead: Ahead, passed: float) -> float | None:
    """Until when the call is promised anew; None while a person would still plan as they were told.

    `left`: of what was told, in seconds; `passed`: since `ahead` was seen.
    """
    figures = hall.setup.figures
    high = max(ahead.high - passed, 0.0)
    if left < 0:
        return high if high > NEAR else None
    most = max(figures.promise_change_seconds, figures.promise_change_share * left)
    middle, late = (ahead.high if s is None else s for s in (ahead.middle, ahead.late))
    if high - left >= most:
        return high if middle - passed > left else None
    sure = max(late - passed, 0.0)
    return sure if left - sure >= most else None


def _why(hall: Hall, promise: Promise, new: e.WaitPromised) -> Why:
    queue = new.queue
    if promise.queue != queue:
        return Why.MOVED
    if new.at + timedelta(seconds=new.until) <= promise.latest:
        return Why.COUNTER_OPENED if new.counters > promise.counters else Why.QUICKER
    if new.counters < promise.counters:
        paused = [c for c in hall.counters.values() if c.state is CounterState.PAUSED]
        return Why.COUNTER_PAUSED if any(_takes(hall, c, queue) for c in paused) else Why.COUNTER_CLOSED
    return Why.OTHERS_FIRST if new.ahead > promise.ahead else Why.LONGER


def _risks(hall: Hall, foresight: Foresight, at: datetime) -> Iterator[Event]:
    figures = hall.setup.figures
    people = expected_over(hall, foresight, at)
    for queue in hall.setup.queues:
        n, known = people.get(queue.id, 0.0), hall.promises.at_risk.get(queue.id)
        if n >= figures.risk_people - HALF and (known is None or known.calm_since is not None):
            yield e.LineAtRisk(at=at, queue=queue.id, people=round(n, 1))
        elif known is None or n >= figures.risk_people / 2:
            continue
        elif known.calm_since is None:
            yield e.LineCalm(at=at, queue=queue.id)
        elif at - known.calm_since >= timedelta(seconds=figures.risk_calm_seconds):
            yield e.RiskOver(at=at, queue=queue.id)


HALF = 0.5  # of a person: what is expected is read in whole ones
SCORED = 30  # calls before a day is judged by them


def kept_share(hall: Hall) -> float | None:
    """Of today's calls, those within what was said last; None while there are too few."""
    scored = hall.promises.scored
    return hall.promises.kept / scored if scored >= SCORED else None


def expected_over(hall: Hall, foresight: Foresight, at: datetime) -> dict[str, float]:
    """How many of each queue are expected to pass the threshold yet: everybody's share, added up.

    Of the unlikely ones, too: four of whom each second one will are two, and seen sooner than who is sure.
    """
    people: dict[str, float] = {}
    threshold = timedelta(seconds=hall.setup.figures.remedy_threshold_seconds)
    for ticket_id, ahead in foresight.tickets.items():
        ticket = hall.tickets.get(ticket_id)
        if ticket is None or ticket.state is not TicketState.WAITING or ticket.wait_at(at) > threshold:
            continue
        people[ticket.leg.queue] = people.get(ticket.leg.queue, 0.0) + ahead.over
    return people
