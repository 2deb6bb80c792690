"""A visit as reports see it: its legs, its calls, its care, its remedy, what was said of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from server.domain.care.nouns import CaseState
from server.domain.text import Text

SERVED = "served"  # of a leg: finished, or finished with another service added


@dataclass(frozen=True, slots=True, kw_only=True)
class CallMade:
    at: datetime
    number: str
    counter: str
    staff: str
    kind: str  # "next", "specific" or "direct"
    reason: Text
    waited_seconds: float  # as it was stored at the call
    within_goal: bool  # by the goal that was in force


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What was asked after a leg, and answered; level 0 is unrated, which is not satisfied."""

    asked_at: datetime
    remedied: bool
    cared: bool
    wait_asked: bool
    waited_seconds: float  # of the whole visit, the clock the ladder goes by
    ask_share: float  # how likely the question was: certain for remedied and cared, else the hall's sample
    lot: bool | None = None  # whether the lot was for the remedy; None: no lot in force
    level: int = 0
    satisfied: bool = False
    flagged: str = ""
    wait_level: int = 0
    wait_satisfied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One trip through a queue to a counter."""

    service: str
    queue: str
    entered_at: datetime
    calls: tuple[CallMade, ...] = ()
    started_at: datetime | None = None
    ended_at: datetime | None = None
    counter: str = ""  # where it ended
    staff: str = ""  # who ended it
    done: str = ""  # the business that was done, when served
    handling_seconds: float | None = None
    in_standard: bool = False  # by the standard that was in force
    served: bool = False
    outcome: str = ""
    opinion: Opinion | None = None
    prepared: int = 0  # steps done while it waited (Q23)
    enquiry: bool = False  # by the catalogue that was in force (Q29)

    @property
    def last_call(self) -> CallMade | None:
        return self.calls[-1] if self.calls else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A remedy and what became of it."""

    due_at: datetime
    number: str
    service: str
    leader: str
    state: CaseState = CaseState.OPEN
    cost_fen: int = 0
    gift: str = ""
    settled_by: str = ""
    settled_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    at: datetime
    after_seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A customer's stay under one number."""

    hall: str
    ticket: str
    number: str
    service: str  # as issued
    issued_at: datetime
    channel: str
    priority: bool
    legs: tuple[Leg, ...]
    seq: int  # where in the journal it begins: of two numbers given in one moment, the first
    lot: float  # drawn once; a hall that gives its remedy by lot compares it with its share
    ended_at: datetime | None = None
    recalls: int = 0
    no_shows: int = 0
    parked_at: datetime | None = None
    parked_seconds: float = 0.0
    rungs: Mapping[str, Rung] = field(default_factory=dict)
    explained_at: datetime | None = None
    explained_by: str = ""
    watered_at: datetime | None = None
    watered_by: str = ""
    case: Case | None = None
    issued_by: str = ""
    came: str = ""
    offered: bool = False
    owner: str = ""  # who met them first (E11)
    solved: bool | None = None  # None until it is finished (E12)
    prepared_at: datetime | None = None  # the first step
    prepared_by: str = ""
    form_seconds: float = 0.0
    form_at: datetime | None = None  # since when they write
    promised_at: datetime | None = None  # first
    promised_low: float = 0.0  # seconds from then on
    promised_high: float = 0.0
    promises: int = 0  # until the first call

    @property
    def prepared(self) -> int:
        return sum(leg.prepared for leg in self.legs)

    @property
    def mistyped(self) -> bool:
        """Issued for another business than its first leg was then of; put back, it is no error (Q16)."""
        return self.legs[0].service != self.service

    @property
    def leg(self) -> Leg:
        return self.legs[-1]

    @property
    def calls(self) -> tuple[CallMade, ...]:
        return tuple(call for leg in self.legs for call in leg.calls)
