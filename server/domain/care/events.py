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
    """Something one of `roles` should do now is on their lists."""

    task: str
    kind: str
    ticket: str
    number: str
    roles: tuple[str, ...]
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTaken(Event):
    """Somebody said that they see to it; it stays until it has ended."""

    task: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskEnded(Event):
    """Done, or no longer needed."""

    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitExplained(Event):
    """A customer was told why it takes so long; `script` is the version of the words that were shown."""

    ticket: str
    script: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterGiven(Event):
    """A waiting customer was brought water; `script` as in `WaitExplained`."""

    ticket: str
    script: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMoved(Event):
    """A step in a case's life; `lifecycle` says from where to where."""

    ticket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened(CaseMoved):
    """A wait went past the threshold (R05): a remedy is due, whoever leads the shift answers for it."""

    case: str
    number: str
    service: str
    due_at: datetime
    threshold_seconds: int
    leader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOffered(CaseMoved):
    """Staff said they are sorry, by version `script` of the words, and offered what the hall has."""

    where: str
    script: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftGiven(CaseMoved):
    """The remedy was taken: one piece leaves the stock, and the case is settled."""

    gift: str
    cost_fen: int
    where: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftDeclined(CaseMoved):
    """The customer wanted no gift; the case is settled as well."""

    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMissed(CaseMoved):
    """The customer left, or was served to the end, without it; listed by the name of who led the shift."""

    reason: str
    leader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseWaived(CaseMoved):
    """A leader decided that none is due, with the reason."""

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
    """So many pieces of a gift were counted; it replaces what was reckoned."""

    gift: str
    pieces: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftLed(Event):
    """From here on this person answers for missed remedies."""

    by: str
