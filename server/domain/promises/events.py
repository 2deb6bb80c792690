"""Everything that can have happened to promises."""

from dataclasses import dataclass

from server.domain.event import Event
from server.domain.promises.nouns import Why


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitPromised(Event):
    """Told to who waits: called between `low` and `until` seconds from now; scored at the call (3.2).

    In four futures of five the call lies between `low` and `high`.
    """

    ticket: str
    queue: str
    version: int  # 1 is what the slip says
    low: float
    high: float
    over: float  # share of futures whose wait passes the threshold
    why: Why
    doubtful: bool = False  # perhaps not served today
    simple: bool = False  # by usual times alone
    counters: int = 0  # at work for the queue
    ahead: int = 0
    until: float = 0.0  # what was told instead of `high`: outward, as it is read; 0 is `high` itself
    middle: float | None = None  # by then half of the futures had called; None where nobody ran them

    @property
    def latest(self) -> float:
        """Seconds: what was told is kept by a call until then."""
        return self.until or self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAtRisk(Event):
    """So many of a queue are expected to pass the threshold if nobody does anything."""

    queue: str
    people: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCalm(Event):
    """It does not look so any more; the episode ends when it stays calm."""

    queue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskOver(Event):
    """It stayed calm."""

    queue: str
