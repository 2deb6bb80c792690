"""Everything that can have happened in care."""

from dataclasses import dataclass
from datetime import datetime

from server.domain.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class RungReached(Event):
    """Exactly once a visit and act."""

    ticket: str
    number: str
    act: str
    after_seconds: int  # the figure that was in force
    waited_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRaised(Event):
    task: str
    kind: str
    ticket: str
    number: str
    roles: tuple[str, ...]
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTaken(Event):
    task: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskEnded(Event):
    """Done, or no longer needed."""

    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitExplained(Event):
    ticket: str
    script: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterGiven(Event):
    ticket: str
    script: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMoved(Event):
    """A step in a case's life; `lifecycle` says from where to where."""

    ticket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened(CaseMoved):
    case: str
    number: str
    service: str
    due_at: datetime
    threshold_seconds: int
    leader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOffered(CaseMoved):
    where: str
    script: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftGiven(CaseMoved):
    gift: str
    cost_fen: int
    where: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftDeclined(CaseMoved):
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMissed(CaseMoved):
    """The customer left, or was served to the end, without it; listed by the name of who led the shift."""

    reason: str
    leader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseWaived(CaseMoved):
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptSkipped(Event):
    """Service started before the remedy's script was acknowledged (R06)."""

    ticket: str
    counter: str
    staff: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StockSet(Event):
    gift: str
    pieces: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftLed(Event):
    by: str
