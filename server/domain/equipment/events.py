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
    notice: str = ""  # what it is to say, where it is no number: the notice's code


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipMoved(Event):
    """What is known of a paper has changed; `lifecycle` says from what to what."""

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
    """The first screen that is about the call had it on its glass."""

    ticket: str
    call: str
    screen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSpoken(Event):
    """What became of one announcement of a call, by which voice and from which loudspeaker."""

    ticket: str
    call: str
    announcement: int
    outcome: str
    detail: str
    voice: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceReported(Event):
    """A printer, board or voice is in another state than it was."""

    device: str
    kind: str
    state: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRaised(Event):
    """Something a person should look at; once more where it stands already, with the newest `detail`."""

    alert: str
    kind: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertAcknowledged(Event):
    """Somebody has seen it; it stands until it is cured."""

    alert: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertCleared(Event):
    """Cured, or taken away by hand."""

    alert: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessNoted(Event):
    """People, devices or the record of either were changed or read; `what` is the code of what was done."""

    what: str
    subject: str
    detail: str
