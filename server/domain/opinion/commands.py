"""Everything that customers say of the hall, and what ends the asking."""

from dataclasses import dataclass
from typing import Literal

from server.domain.command import Command

LowReason = Literal["等候", "态度", "效率", "规定", "其他"]  # as the evaluator asks and the journal keeps it


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Command):
    """A customer's tap on the evaluator (E01): 5 very satisfied … 1 very dissatisfied."""

    counter: str
    evaluation: str
    level: int
    reaction_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RateWait(Command):
    """The second question: satisfied with the waiting time? (E02)"""

    counter: str
    evaluation: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveReasons(Command):
    """Why the rating was low; optional, may come after it."""

    counter: str
    evaluation: str
    reasons: tuple[LowReason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseEvaluation(Command):
    """The time for an answer is over; what is unanswered stays unrated."""

    counter: str
    evaluation: str
