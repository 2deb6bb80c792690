"""The nouns of care: case, task; frozen, made only by `evolve`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from server.domain.values import quick

HARD_CAP_FEN = 200  # R07: no setting raises it


class CaseState(StrEnum):
    """How far a remedy has come."""

    OPEN = "open"
    OFFERED = "offered"
    GIVEN = "given"
    DECLINED = "declined"
    MISSED = "missed"
    WAIVED = "waived"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyCase:
    """One over-wait and what became of it; at most one a visit."""

    id: str
    ticket: str
    number: str
    service: str
    state: CaseState
    due_at: datetime  # when the threshold was passed
    threshold_seconds: int
    leader: str  # who led the shift when it was due
    offered_by: str = ""
    where: str = ""  # a counter, or "zone"
    script: int = 0  # the version acknowledged; 0: none
    gift: str = ""
    cost_fen: int = 0
    settled_by: str = ""
    settled_at: datetime | None = None
    reason: str = ""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something a person should do now; told again until somebody takes it."""

    id: str  # kind/ticket, or kind/zone
    # "explain", "pre_alert", "remedy", "call_manager", "water", "internal_work", "low_rating", "open_counter"
    # "umbrella_stand", "wet_floor", "pause_in_need", "later_break", "long_service"
    kind: str
    ticket: str
    number: str
    roles: tuple[str, ...]
    raised_at: datetime
    detail: str = ""
    taken_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """Everything of care that is true now; what is over lives in the journal."""

    # Of the day's visits, ended ones too: a finish can be taken back, and a rung is reached once.
    reached: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # acts
    explained: Mapping[str, datetime] = field(default_factory=dict)
    watered: Mapping[str, datetime] = field(default_factory=dict)
    cases: Mapping[str, RemedyCase] = field(default_factory=dict)  # of this day, by ticket
    tasks: Mapping[str, Task] = field(default_factory=dict)  # not done
    stock: Mapping[str, int] = field(default_factory=dict)  # gift -> pieces
    leader: str = ""  # of the shift
    led_on: date | None = None  # the day that shift is of
    # Today, for the three-do line (Q31) and the peak's share (Q04).
    peak_called: int = 0
    peak_within: int = 0
    at_once: int = 0  # called within a minute
    finished: int = 0
    in_standard: int = 0
