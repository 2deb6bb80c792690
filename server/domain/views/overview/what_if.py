"""What would become of the hall, today beside what is supposed: for the half-hour and the hour ahead."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """`now`, `then`: on average; `low`, `high`: between them the difference lies in four futures of five."""

    now: float
    then: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBeside:
    """Of who waits in a line or joins it within the time; `queue` is "" for all of them together.

    `in_time`: called before the hall's threshold; `over`: who has waited longer than that; `longest`: the
    longest wait, in seconds; `waiting`: who still waits at the end.
    """

    queue: str
    in_time: Beside
    over: Beside
    longest: Beside
    waiting: Beside


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanAhead:
    minutes: int
    all: LineBeside
    queues: tuple[LineBeside, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """`comers`: so many are expected within the last span; `learned`: from earlier days, not from today."""

    at: datetime
    threshold_seconds: float
    spans: tuple[SpanAhead, ...]
    comers: float
    learned: bool
