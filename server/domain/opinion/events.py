"""Everything that can have happened to a question on an evaluator."""

from dataclasses import dataclass

from server.domain.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationAsked(Event):
    """The evaluator lights; bound to the finished leg and its clerk."""

    counter: str
    evaluation: str
    ticket: str
    number: str
    staff: str
    service: str
    ask_wait: bool
    remedied: bool
    cared: bool
    waited_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated(Event):
    """The service of the finished leg; `flagged` says why it may not be meant so."""

    counter: str
    evaluation: str
    ticket: str
    staff: str
    level: int
    flagged: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitRated(Event):
    """The wait, which is asked apart from the service (E02)."""

    counter: str
    evaluation: str
    ticket: str
    level: int
    remedied: bool
    cared: bool
    waited_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonsGiven(Event):
    """Why a low rating was given; a follow-up is due."""

    counter: str
    evaluation: str
    ticket: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationClosed(Event):
    """`rated` false is unrated, which is not satisfied."""

    counter: str
    evaluation: str
    ticket: str
    rated: bool
    wait_asked: bool
    wait_rated: bool
