"""What care makes of queue events, in the same transaction: a case missed, a script skipped."""

from collections.abc import Mapping

from server.domain.area import Follow
from server.domain.care import events as e
from server.domain.care.lifecycle import UNSETTLED
from server.domain.care.nouns import CaseState
from server.domain.care.tasks import LAPSING
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.line import Now
from server.domain.queue import events as q


def _script_skipped(hall: Hall, event: q.ServiceStarted, now: Now) -> tuple[Event, ...]:
    case = hall.care.cases.get(event.ticket)
    if case is None or case.state is not CaseState.OPEN:
        return ()
    staff = hall.counters[event.counter].staff
    return (e.ScriptSkipped(at=now.at, ticket=event.ticket, counter=event.counter, staff=staff),)


def _wait_is_over(hall: Hall, event: q.TicketMoved, now: Now) -> tuple[Event, ...]:
    return tuple(ended for kind in LAPSING for ended in _end(hall, f"{kind}/{event.ticket}", now))


def _end(hall: Hall, task: str, now: Now) -> tuple[Event, ...]:
    return (e.TaskEnded(at=now.at, task=task),) if task in hall.care.tasks else ()


def _settled(hall: Hall, event: e.CaseMoved, now: Now) -> tuple[Event, ...]:
    return _end(hall, f"remedy/{event.ticket}", now)


def _outgrown(hall: Hall, event: e.TaskRaised, now: Now) -> tuple[Event, ...]:
    """A later rung says more to the same people and ends what it outgrew; a remedy stays owed."""
    tasks, roles = hall.care.tasks, set(event.roles)
    if not event.ticket or event.kind not in LAPSING:
        return ()
    names = [f"{kind}/{event.ticket}" for kind in LAPSING if kind not in (event.kind, "remedy")]
    return tuple(
        e.TaskEnded(at=now.at, task=name)
        for name in names
        if name in tasks and roles >= set(tasks[name].roles)
    )


def _missed(hall: Hall, event: q.TicketMoved, now: Now) -> tuple[Event, ...]:
    case = hall.care.cases.get(event.ticket)
    if case is None or case.state not in UNSETTLED:
        return ()
    reason = type(event).__name__
    return (e.CaseMissed(at=now.at, ticket=event.ticket, reason=reason, leader=hall.care.leader),)


def _left(hall: Hall, event: q.TicketMoved, now: Now) -> tuple[Event, ...]:
    return (*_wait_is_over(hall, event, now), *_missed(hall, event, now))


FOLLOW: Mapping[type[Event], Follow] = {
    q.ServiceStarted: _script_skipped,
    q.TicketCalled: _wait_is_over,
    **dict.fromkeys(q.ENDINGS, _left),
    e.TaskRaised: _outgrown,
    e.GiftGiven: _settled,
    e.GiftDeclined: _settled,
    e.CaseWaived: _settled,
}
