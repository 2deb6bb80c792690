"""The nouns of appointments; frozen, made only by `evolve`. Nothing personal: a code is all that is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from server.domain.values import quick


class Standing(StrEnum):
    """How far an appointment has come."""

    BOOKED = "booked"
    CHECKED_IN = "checked_in"
    CANCELLED = "cancelled"
    MISSED = "missed"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One business at one time; `code` checks in."""

    code: str
    service: str
    slot: datetime
    standing: Standing = Standing.BOOKED
    booked_at: datetime
    booked_by: str
    ticket: str = ""  # that it became
    papers: int = 0  # how often it was printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointments:
    """Those of today and of days to come, by code."""

    booked: Mapping[str, Appointment] = field(default_factory=dict)
