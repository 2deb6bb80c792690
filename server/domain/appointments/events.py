"""Everything that can have happened to appointments."""

from dataclasses import dataclass
from datetime import datetime

from server.domain.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentBooked(Event):
    """A time is promised."""

    code: str
    service: str
    slot: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentMoved(Event):
    """A step in an appointment's life; `lifecycle` says from where to where."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentCancelled(AppointmentMoved):
    """Given up in time."""

    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentKept(AppointmentMoved):
    """Its holder is here and has a number."""

    ticket: str
    late_seconds: float  # behind the slot; negative before it


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentMissed(AppointmentMoved):
    """Nobody came in time."""
