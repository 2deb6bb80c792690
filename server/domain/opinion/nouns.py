"""The nouns of opinion: a question, and what is kept of answers; frozen, made only by `evolve`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from server.domain.values import quick


@quick
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """Everything of opinion that is true now."""

    evaluations: Mapping[str, Evaluation] = field(default_factory=dict)  # counter -> the newest
    recent_levels: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # counter -> newest ratings
    rated: int = 0  # today, for the three-do line (Q31)
    satisfied: int = 0
