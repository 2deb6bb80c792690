"""Everything that can be asked about slips, receipts, devices and alerts."""

from dataclasses import dataclass

from server.domain.command import Command
from server.domain.hall import SlipState

CALL_FOR_HELP = "guide_called"  # the only alert people and kiosks raise; it can be repeated


@dataclass(frozen=True, slots=True, kw_only=True)
class ReprintSlip(Command):
    """Print the slip again, marked 补打; `printer` defaults to the one of the first slip.

    One of which nothing was sent yet is moved to `printer` instead.
    """

    ticket: str
    printer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSlip(Command):
    """A printer line says how far a job has come. Late news of an older job is refused."""

    ticket: str
    job: str
    state: SlipState
    detail: str = ""
    printer: str = ""  # who says so; what was moved to another printer is no longer this one's to report


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveSlip(Command):
    """Let another printer print a slip of which nothing was sent yet."""

    ticket: str
    job: str
    printer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordShown(Command):
    """A screen says that it shows a call."""

    call: str
    screen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSpoken(Command):
    """A speaker says what became of an announcement: played, blocked, failed or superseded."""

    call: str
    announcement: int  # 1 is the call, 2 the first recall
    outcome: str
    detail: str = ""
    voice: str = ""  # the kind of voice that spoke, joined by "+" where there were several
    speaker: str = ""  # which board played it, or the server's own


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDevice(Command):
    """A device's health, told when it changes: ok, warn or down; gone when the hall no longer has it."""

    device: str
    kind: str
    state: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseAlert(Command):
    """Ask for a person's attention; the same kind and subject again changes nothing."""

    kind: str
    subject: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgeAlert(Command):
    """Somebody looks after it; `by` is the actor where it is empty."""

    alert: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearAlert(Command):
    alert: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAccess(Command):
    """Keep in the journal that a person or a device was let in, changed or shut out; never a secret."""

    what: str  # "person_added", "device_revoked", …
    subject: str
    detail: str = ""
