"""The noun of opinion: a question; frozen, made only by `evolve`."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """A question on a counter's evaluator, bound to a finished leg and its clerk (E01, E02)."""

    id: str  # ticket.leg
    ticket: str
    number: str
    counter: str
    staff: str
    service: str
    asked_at: datetime
    ask_wait: bool
    remedied: bool
    cared: bool
    waited_seconds: float
    level: int = 0  # 5..1; 0: not answered yet
    wait_level: int = 0
    flagged: str = ""  # "hasty", "series"
