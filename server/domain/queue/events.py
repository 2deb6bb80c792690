"""Everything that can have happened in the queue. A `TicketMoved` moves a ticket along its life."""

from dataclasses import dataclass
from datetime import date, datetime

from server.domain.event import Event
from server.domain.hall import ParkKind, PriorityClass
from server.domain.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSuspended(Event):
    """No numbers for it any more; whoever holds one is served."""

    service: str
    reason: Text
    until: str
    ends_at: datetime | None = None  # when it ends by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRestored(Event):
    """Numbers again."""

    service: str
    by_itself: bool = False  # its time had come


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOpened(Event):
    """Numbers start anew."""

    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DayClosed(Event):
    """Whoever was still here has been ended, every counter has closed."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HallRestored(Event):
    """The hall is back from a copy. What it did between the copy and now is not known here (C02)."""

    copied_at: datetime  # the last thing the copy knows
    day: date
    first_ordinal: int  # no number of the day below it is given any more
    epoch: int = 0  # that begins with it; 0 where it began before


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockSettled(Event):
    """From here on the journal's times go on from `at`, earlier or later than `was`; a new epoch begins."""

    was: datetime
    since: datetime  # what was noted from this moment on was noted by the clock that is left
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersLeased(Event):
    """From `first` to `last` only this device gives numbers on this day, in every series."""

    device: str
    day: date
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherWayTaken(Event):
    """Somebody read how else the business is done and left without a number; `device` showed it (Q17)."""

    service: str
    device: str = ""
    way: str = ""  # "self_service" where the hall's terminals are the only one; "" is an e-channel


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketIssued(Event):
    """A customer holds a number; their first leg begins."""

    ticket: str
    token: str
    number: str
    ordinal: int
    service: str
    queue: str
    channel: str
    language: str
    segment: str
    priority: PriorityClass
    priority_reason: str
    taken_at: datetime | None = None  # when a kiosk without a server gave it (D2)
    by: str = ""  # who gave it: a person's number or a device's id
    offered: bool = False  # another way was shown first, and the customer wanted a number (Q17)
    came: str = ""  # "return" with a notice or pass; "" as everybody; see `came_with`
    place_at: datetime | None = None  # the instant that counts in line, where it is another one
    waits_from: datetime | None = None  # what the wait is counted from, where it is another moment (Q22)
    person: str = ""  # a keyed hash that dies with the day (Q39)
    booked_for: datetime | None = None  # the time of the appointment that it keeps (Q22)
    away: bool = False  # its holder is not in the hall yet (Q42)

    @property
    def came_with(self) -> str:
        """What `came` says; who has a time came for it."""
        return "appointment" if self.booked_for else self.came

    @property
    def since(self) -> datetime:
        """When the customer has held the number from."""
        return self.taken_at or self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketMoved(Event):
    """A step in a ticket's life; `lifecycle` says from where to where."""

    ticket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AtCounter(TicketMoved):
    """A step that happens at a counter; `lifecycle` says what it makes of the counter."""

    counter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketCalled(AtCounter):
    """One customer to one counter, with the reason why this one and not another."""

    call: str
    number: str
    staff: str
    kind: str  # "next" or "specific"
    reason: Text
    waited_seconds: float
    within_goal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketRecalled(AtCounter):
    """The same call once more; `nth` counts from one."""

    call: str
    nth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceStarted(AtCounter):
    """The customer stands at the counter: the wait is over."""

    since: datetime  # the moment handling counts from


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketFinished(AtCounter):
    """Everything asked for is done; the last leg ends."""

    outcome: str
    services_done: tuple[str, ...]
    handling_seconds: float
    solved: bool = True  # nobody needs to come again for it (E12)


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketNoShow(AtCounter):
    """Called, and nobody came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketReturned(AtCounter):
    """Back to the old place in line (recycle)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoShowUndone(AtCounter):
    """The clerk took it back in time: the customer is called as before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishUndone(AtCounter):
    """The clerk took it back in time: the customer is being served as before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketRequeued(TicketMoved):
    """A missed customer is in line again, behind as many calls of the queue."""

    lets_pass_until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketGaveWay(TicketMoved):
    """Asked for a moment: as many calls of the queue go first."""

    lets_pass_until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketArrived(TicketMoved):
    """Whoever took a number from elsewhere is here: they may be called, and their wait begins (Q42).

    `lets_pass_until`: their turn was over before, so as many calls of the queue go first.
    """

    number: str
    how: str  # "hall_network", "door_code", or on whose screen it was told
    lets_pass_until: int = 0
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketWalkedOut(TicketMoved):
    """Left by themselves, as somebody saw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketCancelled(TicketMoved):
    """Given up by staff, as the customer asked or never came to be."""

    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketExpired(TicketMoved):
    """Nobody is expected to come with it any more."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketEnded(TicketMoved):
    """Ended by the system in the middle of service, with the reason."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormStarted(TicketMoved):
    """Writes a form: waits, and is passed over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormEnded(TicketMoved):
    """Back from it, at the old place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceChanged(TicketMoved):
    """Who waits or is served is here for `service` after all; number, place and wait so far stay (Q16)."""

    service: str
    queue: str
    was: str  # the service it was taken for
    typed_by: str = ""  # who had given the number
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketFreed(TicketMoved):
    """No longer bound to one counter or person; its place and its priority stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketParked(AtCounter):
    """Set aside in the middle of service; the counter is free."""

    kind: ParkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketResumed(AtCounter):
    """A parked customer is at a counter again."""

    staff: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketWaitsAgain(TicketMoved):
    """A parked customer is back in line, first in the queue."""

    place_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketTransferred(AtCounter):
    """This leg ends, the next begins in `queue`; the waiting credit is kept."""

    service: str
    queue: str
    only_counter: str | None
    only_staff: str | None
    position: str
    place_at: datetime
    handling_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAdded(AtCounter):
    """This leg is finished, one for `service` begins in its queue on the same number (Q32)."""

    service: str
    queue: str
    place_at: datetime
    services_done: tuple[str, ...]
    handling_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAddedHere(AtCounter):
    """This leg is finished, one for `service` begins at the same counter at once (Q32)."""

    service: str
    queue: str
    services_done: tuple[str, ...]
    handling_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterMoved(Event):
    """A step of a counter without a customer."""

    counter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterOpened(CounterMoved):
    """Somebody sits there and calls by this profile."""

    staff: str
    profile: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterClosed(CounterMoved):
    """Nobody sits there; the profile is the usual one again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterPaused(CounterMoved):
    """Calls nobody for a while; the reason is shown to the leader."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterResumed(CounterMoved):
    """Calls again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileChanged(Event):
    """Which queues a counter calls; its state stays."""

    counter: str
    profile: str


# A missed number may come back, and its case with it.
ENDINGS: tuple[type[TicketMoved], ...] = (
    TicketFinished,
    TicketWalkedOut,
    TicketCancelled,
    TicketExpired,
    TicketEnded,
)
