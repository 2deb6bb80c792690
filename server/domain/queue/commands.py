"""Everything the queue can be asked."""

from dataclasses import dataclass
from typing import Literal

from server.domain.command import Command
from server.domain.hall import ParkKind, PriorityClass
from server.domain.said import Reason, ReasonInTwo

Ending = Literal[
    "done", "returned_missing_items"
]  # what whoever serves may say; ways and passes say their own
Position = Literal["keep_arrival", "first", "last"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspendService(Command):
    """Stop giving numbers for a service (5.1); tickets already given stay valid."""

    service: str
    reason: ReasonInTwo
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreService(Command):
    service: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDay(Command):
    """End the day (day_close): every open ticket ends with the reason, every counter closes."""

    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnDay(Command):
    """Midnight has passed in a hall that is open through it: a new day begins and nobody is sent away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoOnRestored(Command):
    """The hall is back from an earlier moment (C02): a new epoch, and the day's numbers far enough on."""

    epoch: int  # above every one that this hall has ever had, wherever that is known
    last: int = 0  # the day's last number as read elsewhere, or as the owner names it


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleClock(Command):
    """Say that the machine's clock is right: the hall goes on from its time, be it earlier or later."""

    to: float | None = None  # seconds since 1970, as the machine says; both filled in by the server
    since: float | None = None  # from when on the hall went by the clock that is left
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueTicket(Command):
    """Take a number (Q01). `printer` names the device that shall print the slip, if any.

    `offered`: another way to do it was shown first, and the customer wants a number all the same (Q17).
    `person` is what the customer said to be known by, of which the hall keeps a keyed hash at most.
    """

    service: str
    channel: str = "kiosk"
    language: str = "zh"
    segment: str = ""
    priority: PriorityClass = PriorityClass.ORDINARY
    priority_reason: Reason = ""
    printer: str = ""
    expected_wait_seconds: float | None = None  # as estimated when asked, for the end of the day
    offered: bool = False
    person: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtCounter(Command):
    """A key pressed for the customer at a counter; `ticket` is the one whom the presser saw there.

    "" is nobody. Refused with `moved_on` when another one is there: a stale key hits nobody. Whoever asks
    from outside says it (`api/asking/wire.py`); None is the program's own hand.
    """

    counter: str
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaseNumbers(Command):
    """Keep numbers of the day for the device `by`, to give while it cannot reach the server (D2)."""

    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeOffline(Command):
    """A number that the device `by` gave from its block `ago_seconds` ago comes into the line (D2).

    `instead_of`: the same tap was asked of the server before and got no answer, under this request's name.
    The desk finds out whether it was given all the same; in the hall it is that ticket's id, or "".
    """

    service: str
    ordinal: int
    ago_seconds: float
    instead_of: str = ""
    language: str = "zh"
    priority: PriorityClass = PriorityClass.ORDINARY
    priority_reason: Reason = ""
    by: str = ""
    printer: str = ""  # beside the kiosk: where its slip comes out if the customer can still be there


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOtherWay(Command):
    """A customer goes without a number, to do this business in another way that the kiosk told of (Q17)."""

    service: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNext(Command):
    counter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSpecific(Command):
    """Call a ticket by its number (指呼); out of order it takes a reason, which is kept and reported."""

    counter: str
    ticket: str
    reason: Reason = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall(AtCounter):
    """Call the customer once more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartService(AtCounter):
    """The customer stands at the counter (arrive)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishTicket(AtCounter):
    """End the service. `services_done` defaults to what the leg was for; `solved`: it is settled (E12)."""

    outcome: Ending = "done"
    services_done: tuple[str, ...] = ()
    solved: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkNoShow(AtCounter):
    """The customer did not come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnToQueue(AtCounter):
    """Put a called customer back to wait at the old place (recycle)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoLast(AtCounter):
    """Take back the no-show or finish made at this counter a few seconds ago (5.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequeueTicket(Command):
    """Restore a missed number (过号恢复): within `requeue_tolerance`, after `requeue_after` others."""

    ticket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveWay(Command):
    """A customer who needs a moment lets the next few pass (稍后, 5.10): once, and the place is kept."""

    ticket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkWalkout(Command):
    """The customer left before the call."""

    ticket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelTicket(Command):
    """Void a ticket; `by` is who does it, or "customer" with the ticket's own token."""

    ticket: str
    by: str = "staff"


@dataclass(frozen=True, slots=True, kw_only=True)
class StartFormFilling(Command):
    """The customer fills in a form (Q20): skipped softly, keeps the place."""

    ticket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndFormFilling(Command):
    ticket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeService(Command):
    """The number was taken for another business than the customer came for (Q16): same number, same wait.

    Who waits keeps the place in the line of time; who is being served stays where they are.
    """

    ticket: str
    service: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeTicket(Command):
    """Who was sent to one counter or person goes back to everybody's line, in the same place."""

    ticket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkTicket(AtCounter):
    """Set the customer aside without ending the service; the time is not handling time."""

    kind: ParkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeTicket(Command):
    """Take a parked customer back: to `counter` at once, or without one into the line, first."""

    ticket: str
    counter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferTicket(AtCounter):
    """Send the customer on (转移). Exactly one destination."""

    to_queue: str | None = None
    to_counter: str | None = None
    to_staff: str | None = None
    position: Position = "keep_arrival"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddService(AtCounter):
    """One more service on the same number (Q32): here and now, or as a further leg in its queue."""

    service: str
    here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkDirect(Command):
    """Serve somebody who has no number (无票接待)."""

    counter: str
    service: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCounter(Command):
    """Sit down at a counter; `staff` is the clerk's number, from the log-in where it is empty."""

    counter: str
    staff: str = ""
    profile: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCounter(Command):
    counter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseCounter(Command):
    """Put up the pause sign (Q27); the reason is required."""

    counter: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeCounter(Command):
    counter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeProfile(Command):
    """Let a counter call other queues from its next call on (Q12)."""

    counter: str
    profile: str
