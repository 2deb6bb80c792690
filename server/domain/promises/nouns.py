"""The nouns of promises; frozen, made only by `evolve`. `Foresight` comes from outside, by `Now.foresee`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from server.domain.promises.levels import LEVELS, Level
from server.domain.values import quick


class Why(StrEnum):
    """Why a promise is another one than before."""

    FIRST = "first"
    COUNTER_PAUSED = "counter_paused"
    COUNTER_CLOSED = "counter_closed"
    COUNTER_OPENED = "counter_opened"
    OTHERS_FIRST = "others_first"  # priority, appointments, who comes back: more stand before one now
    LONGER = "longer"  # services take longer than usual
    QUICKER = "quicker"
    MOVED = "moved"  # another business, another line


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """Seconds until the call: in four futures of five between `low` and `high`.

    `over` is the share of futures in which the whole wait passes the over-wait threshold, `unserved` of those
    in which the hall closes before the call. By `middle` half of them have called, by `late` nearly all; who
    knows one figure alone leaves both to `high`.
    """

    low: float
    high: float
    over: float = 0.0
    unserved: float = 0.0
    middle: float | None = None
    late: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Foresight:
    """The hall run forward from `at`: whom of those in line awaits what, and who would join each queue now.

    `joins` by (queue, whether with priority); a queue that nobody serves any more today is not in it.
    `too_late`: tickets and queues that somebody serves, and yet nobody calls them before the hall closes.
    `simple`: reckoned by usual times alone, because nothing better is at hand.
    """

    at: datetime
    seq: int
    tickets: Mapping[str, Ahead] = field(default_factory=dict)
    joins: Mapping[tuple[str, bool], Ahead] = field(default_factory=dict)
    simple: bool = False
    too_late: frozenset[str] = frozenset()


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Between when and when four futures of five called, as it was seen first: what levels learn from."""

    earliest: datetime
    latest: datetime
    middle: float  # s


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What one in line was told, newest; `counters` and `ahead` are what it was told on."""

    queue: str
    version: int
    made_at: datetime
    earliest: datetime
    latest: datetime
    over: float
    doubtful: bool
    why: Why
    counters: int
    ahead: int
    first: Seen | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """A queue of which some will wait too long; `calm_since`: not any more, as it looks."""

    since: datetime
    people: float  # expected to pass the threshold
    calm_since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """By ticket in line, by queue at risk; how many of today's calls kept what was said last.

    `levels`: by the band of waits, learned over all days.
    """

    newest: Mapping[str, Promise] = field(default_factory=dict)
    at_risk: Mapping[str, Risk] = field(default_factory=dict)
    scored: int = 0
    kept: int = 0
    levels: tuple[Level, ...] = LEVELS
