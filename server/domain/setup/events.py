"""Everything that can have happened to the hall's set-up."""

from dataclasses import dataclass
from datetime import date

from server.domain.config.changes.changes import Change
from server.domain.config.config import HallConfig
from server.domain.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class HallConfigured(Event):
    """The whole set-up from here on, and what of it differs from the one before."""

    config: HallConfig
    changes: tuple[Change, ...] = ()
    by: str = ""
    note: str = ""
    undoes: int = 0
    plan: str = ""  # the plan that came due


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupPlanned(Event):
    """A change that shall hold from a later day."""

    plan: str
    base: HallConfig
    config: HallConfig
    valid_from: date
    changes: tuple[Change, ...]
    by: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDropped(Event):
    """A planned change will not come."""

    plan: str
