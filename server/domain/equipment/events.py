"""Everything that can have happened to slips, receipts, devices and alerts."""

from dataclasses import dataclass

from server.domain.event import Event
from server.domain.hall import SlipState


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipQueued(Event):
    """A slip is owed to a customer; the job exists before its first byte."""

    ticket: str
    job: str
    nth: int
    printer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipMoved(Event):
    ticket: str
    job: str
    state: SlipState
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipRerouted(Event):
    """Another printer has the slip now."""

    ticket: str
    job: str
    printer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallShown(Event):
    ticket: str
    call: str
    screen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSpoken(Event):
    ticket: str
    call: str
    announcement: int
    outcome: str
    detail: str
    voice: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceReported(Event):
    device: str
    kind: str
    state: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRaised(Event):
    alert: str
    kind: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertAcknowledged(Event):
    alert: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertCleared(Event):
    alert: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessNoted(Event):
    what: str
    subject: str
    detail: str
