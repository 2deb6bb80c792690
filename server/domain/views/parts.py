"""What several screens see alike: waits, hours, numbers at a glance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from math import inf
from typing import NamedTuple, Protocol

from server.domain.config.config import HallConfig, Profile, Queue
from server.domain.hall import Counter, CounterState, Hall
from server.domain.kept import FEW, MANY, kept, together
from server.domain.promises.outward import outward, step_of
from server.domain.text import Text
from server.domain.values import quick
from server.domain.views.glance import Sorted, glance


class Until(NamedTuple):
    """Seconds until a call, from and to; `why` it is another than was said before, if it is."""

    low: float
    high: float
    why: str = ""
    doubtful: bool = False  # the hall may close before
    unlikely: bool = False  # and more probably than not does
    at_risk: bool = False  # will probably wait past the threshold (R12)


# queue -> how long somebody joining now would wait, None: nobody serves it;
# ticket in line -> how long until it is called
Waits = Mapping[str, float | Until | None]

SOON = 120
WIDE = 4  # times: a wider span says less than its later end alone
NOT_TODAY = 86_400.0  # s: behind every closing
TOO_LATE = Until(inf, inf, "", True, True)  # nobody is called before closing who is as far behind


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitView:
    """An estimate as it may be shown (3.2): "soon", rounded "minutes", or "unknown".

    `low` is 0 where one figure says it, else the wait is shown as from `low` to `minutes`.
    """

    state: str
    minutes: int = 0
    low: int = 0
    why: str = ""
    doubtful: bool = False


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class QueueView:
    queue: str
    letter: str
    name: Text
    zone: Text
    waiting: int
    longest_from: datetime | None
    wait: WaitView


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    id: str
    name: Text


class HasName(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> Text: ...


@kept()
def named(things: Sequence[HasName]) -> tuple[Named, ...]:
    """Businesses, queues, counters, profiles of a set-up, to choose from."""
    return tuple(Named(id=thing.id, name=thing.name) for thing in things)


def wait_view(wait: float | Until | None) -> WaitView:
    """Outward: up to one minute below ten, to five above, and down alike; under two minutes is "soon"."""
    if wait is None:
        return _wait("unknown", 0, 0, "", False)
    low, high, why, doubtful, *_ = wait if isinstance(wait, Until) else Until(wait, wait)
    if high == inf:
        return _wait("unknown", 0, 0, why, doubtful)
    if high < SOON:
        return _wait("soon", 0, 0, why, doubtful)
    below = step_of(low)
    to, from_ = outward(high), low // below * below
    one = low >= high or from_ >= to or from_ * WIDE < to
    return _wait("minutes", int(to // 60), 0 if one else int(from_ // 60), why, doubtful)


def seconds_at_most(wait: float | Until | None) -> float | None:
    high = wait.high if isinstance(wait, Until) else wait
    return None if high == inf else high


def at_risk(wait: float | Until | None) -> bool:
    return isinstance(wait, Until) and wait.at_risk


def until_closing(wait: float | Until | None) -> float | None:
    """The wait as it is held against the end of the day, which a forward run never passes."""
    return NOT_TODAY if isinstance(wait, Until) and wait.unlikely else seconds_at_most(wait)


@lru_cache(maxsize=MANY)
def _wait(state: str, minutes: int, low: int, why: str, doubtful: bool) -> WaitView:
    return WaitView(state=state, minutes=minutes, low=low, why=why, doubtful=doubtful)


def queue_views(hall: Hall, waits: Waits) -> tuple[QueueView, ...]:
    return _queue_views(hall.setup, glance(hall).by_queue, waits)


@kept(FEW)
def _queue_views(config: HallConfig, standing: Sorted, waits: Waits) -> tuple[QueueView, ...]:
    return together(
        _queue_view(
            q,
            config,
            len(standing.get(q.id, ())),
            standing[q.id][0].clock_from if q.id in standing else None,
            wait_view(waits.get(q.id)),
        )
        for q in config.queues
    )


@kept()
def _queue_view(
    queue: Queue, config: HallConfig, waiting: int, longest_from: datetime | None, wait: WaitView
) -> QueueView:
    return QueueView(
        queue=queue.id,
        letter=queue.letter,
        name=queue.name,
        zone=config.zone[queue.zone].name,
        waiting=waiting,
        longest_from=longest_from,
        wait=wait,
    )


def counter_profile(hall: Hall, counter: Counter) -> str:
    """The profile in force, or the one its place is furnished with."""
    return counter.profile or hall.setup.counter[counter.id].profile


def serving_queues(hall: Hall, counter: Counter) -> frozenset[str]:
    return queues_of(hall.setup.profile[counter_profile(hall, counter)])


@kept()
def queues_of(profile: Profile) -> frozenset[str]:
    """Its own, and those it helps with."""
    return frozenset((*profile.queues, *profile.helps))


def open_counters(hall: Hall) -> Sequence[Counter]:
    return at_work(hall.counters)


@kept(FEW)
def at_work(counters: Mapping[str, Counter]) -> tuple[Counter, ...]:
    shut = (CounterState.CLOSED, CounterState.PAUSED)
    return tuple(c for c in counters.values() if c.state not in shut)


def overdue(seconds: float, limit: int) -> bool:
    """Strictly more than the limit (R05): 20:00 is not overdue, 20:00.001 is."""
    return timedelta(seconds=seconds) > timedelta(seconds=limit)
