"""What several screens see alike: waits, hours, numbers at a glance."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.domain.hall import Counter, CounterState, Hall
from server.domain.text import Text

# queue -> seconds somebody joining now would wait, None: nobody serves it;
# ticket in line -> seconds until it is called
Waits = Mapping[str, float | None]

SOON = 120
BANDED_FROM = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitView:
    """An estimate as it may be shown (3.2): "soon", rounded "minutes", or "unknown"."""

    state: str
    minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueView:
    queue: str
    letter: str
    name: Text
    zone: Text
    waiting: int
    longest_from: datetime | None
    wait: WaitView


def wait_view(seconds: float | None) -> WaitView:
    """Round up: to one minute below ten, to five above; under two minutes is "soon"."""
    if seconds is None:
        return WaitView(state="unknown")
    if seconds < SOON:
        return WaitView(state="soon")
    step = 60 if seconds <= BANDED_FROM else 300
    return WaitView(state="minutes", minutes=int(-(-seconds // step) * step // 60))


class _Newest:
    """The last answer: six consoles and a board ask the same of one hall, one after another."""

    asked: tuple[Hall, Waits] | None = None
    answer: tuple[QueueView, ...] = ()


def queue_views(hall: Hall, waits: Waits) -> tuple[QueueView, ...]:
    """Made anew only for another hall or other estimates; both are values, so the same is the same."""
    asked = _Newest.asked
    if asked is None or asked[0] is not hall or asked[1] is not waits:
        _Newest.asked, _Newest.answer = (hall, waits), _queue_views(hall, waits)
    return _Newest.answer


def _queue_views(hall: Hall, waits: Waits) -> tuple[QueueView, ...]:
    config = hall.config
    assert config is not None
    waiting: dict[str, list[datetime]] = {q.id: [] for q in config.queues}
    for ticket in hall.waiting():
        waiting.setdefault(ticket.leg.queue, []).append(ticket.clock_from)
    return tuple(
        QueueView(
            queue=q.id,
            letter=q.letter,
            name=q.name,
            zone=config.zone[q.zone].name,
            waiting=len(waiting[q.id]),
            longest_from=min(waiting[q.id], default=None),
            wait=wait_view(waits.get(q.id)),
        )
        for q in config.queues
    )


def counter_profile(hall: Hall, counter: Counter) -> str:
    """The profile in force, or the one its place is furnished with."""
    assert hall.config is not None
    return counter.profile or hall.config.counter[counter.id].profile


def serving_queues(hall: Hall, counter: Counter) -> frozenset[str]:
    assert hall.config is not None
    profile = hall.config.profile[counter_profile(hall, counter)]
    return frozenset((*profile.queues, *profile.helps))


def open_counters(hall: Hall) -> list[Counter]:
    shut = (CounterState.CLOSED, CounterState.PAUSED)
    return [c for c in hall.counters.values() if c.state not in shut]


def overdue(seconds: float, limit: int) -> bool:
    """Strictly more than the limit (R05): 20:00 is not overdue, 20:00.001 is."""
    return timedelta(seconds=seconds) > timedelta(seconds=limit)
