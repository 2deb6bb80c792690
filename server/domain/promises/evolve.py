"""What each event of promises makes of the hall, and what ends a promise."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from server.domain.area import Move, Observe
from server.domain.event import Event
from server.domain.hall import Hall
from server.domain.promises import events as e
from server.domain.promises.levels import Level, band_of, learned
from server.domain.promises.nouns import Promise, Promises, Risk, Seen
from server.domain.queue import events as q
from server.domain.values import replace


def _promised(hall: Hall, event: e.WaitPromised) -> Hall:
    known = hall.promises.newest.get(event.ticket)
    promise = Promise(
        queue=event.queue,
        version=event.version,
        made_at=event.at,
        earliest=event.at + timedelta(seconds=event.low),
        latest=event.at + timedelta(seconds=event.latest),
        over=event.over,
        doubtful=event.doubtful,
        why=event.why,
        counters=event.counters,
        ahead=event.ahead,
        first=known.first if known else _seen(event),
    )
    return _with(hall, newest={**hall.promises.newest, event.ticket: promise})


def _seen(event: e.WaitPromised) -> Seen | None:
    if event.middle is None:
        return None
    low, high = timedelta(seconds=event.low), timedelta(seconds=event.high)
    return Seen(earliest=event.at + low, latest=event.at + high, middle=event.middle)


def _at_risk(hall: Hall, event: e.LineAtRisk) -> Hall:
    known = hall.promises.at_risk.get(event.queue)
    risk = Risk(since=known.since if known else event.at, people=event.people)
    return _with(hall, at_risk={**hall.promises.at_risk, event.queue: risk})


def _calm(hall: Hall, event: e.LineCalm) -> Hall:
    calm = replace(hall.promises.at_risk[event.queue], calm_since=event.at)
    return _with(hall, at_risk={**hall.promises.at_risk, event.queue: calm})


def _over(hall: Hall, event: e.RiskOver) -> Hall:
    left = {queue: r for queue, r in hall.promises.at_risk.items() if queue != event.queue}
    return _with(hall, at_risk=left)


def _called(hall: Hall, event: q.TicketCalled) -> Hall:
    promise = hall.promises.newest.get(event.ticket)
    if promise is None:
        return hall
    scored, kept = hall.promises.scored + 1, hall.promises.kept + (event.at <= promise.latest)
    levels = _taught(hall.promises.levels, promise.first, event.at)
    return _with(_forgotten(hall, event), scored=scored, kept=kept, levels=levels)


def _taught(levels: tuple[Level, ...], first: Seen | None, at: datetime) -> tuple[Level, ...]:
    if first is None:
        return levels
    band = band_of(first.middle)
    taught = learned(levels[band], before=at < first.earliest, behind=at > first.latest)
    return (*levels[:band], taught, *levels[band + 1 :])


def _forgotten(hall: Hall, event: q.TicketMoved) -> Hall:
    if event.ticket not in hall.promises.newest:
        return hall
    return _with(hall, newest={t: p for t, p in hall.promises.newest.items() if t != event.ticket})


def _new_day(hall: Hall, event: q.DayOpened) -> Hall:
    return replace(hall, promises=Promises(levels=hall.promises.levels))


def _with(hall: Hall, **changes: Any) -> Hall:
    return replace(hall, promises=replace(hall.promises, **changes))


MOVES: Mapping[type[Event], Move] = {
    e.WaitPromised: _promised,
    e.LineAtRisk: _at_risk,
    e.LineCalm: _calm,
    e.RiskOver: _over,
}
OBSERVE: Mapping[type[Event], Observe] = {
    q.DayOpened: _new_day,
    q.TicketCalled: _called,
    q.TicketParked: _forgotten,
    **dict.fromkeys(q.ENDINGS, _forgotten),
}
