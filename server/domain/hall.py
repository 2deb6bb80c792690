"""The nouns of a hall: ticket, leg, call, slip, counter, hall. Frozen; only `evolve` makes new ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from server.domain.appointments.nouns import Appointments
from server.domain.care.nouns import Care
from server.domain.config.changes.changes import Change
from server.domain.config.config import HallConfig
from server.domain.guidance.nouns import Guidance
from server.domain.opinion.nouns import Opinion
from server.domain.promises.nouns import Promises
from server.domain.proposals.nouns import Proposals
from server.domain.refusals import NO_HALL
from server.domain.remote.nouns import Remote
from server.domain.roster.nouns import Roster
from server.domain.text import Text
from server.domain.values import quick

DAWN = datetime(2000, 1, 1, tzinfo=UTC)


class TicketState(StrEnum):
    """Where a ticket's current leg stands."""

    AWAY = "away"  # taken from elsewhere, and not here yet
    WAITING = "waiting"
    FORM_FILLING = "form_filling"
    CALLED = "called"
    SERVING = "serving"
    PARKED = "parked"
    NO_SHOW = "no_show"
    FINISHED = "finished"
    WALKOUT = "walkout"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    ENDED_BY_SYSTEM = "ended_by_system"


class CounterState(StrEnum):
    """What a counter does."""

    CLOSED = "closed"
    OPEN_IDLE = "open_idle"
    CALLING = "calling"
    SERVING = "serving"
    PAUSED = "paused"


class PriorityClass(StrEnum):
    """Whether a customer is called with a head start (Q39)."""

    ORDINARY = "ordinary"
    PRIORITY = "priority"


class ParkKind(StrEnum):
    """Why a customer is away from the counter."""

    CUSTOMER_AWAY = "customer_away"  # resumes at any counter of the business
    DOCUMENTS_HELD = "documents_held"  # resumes at the same counter only
    WAITING_STEP = "waiting_step"  # waits for a back-office step; any counter of the business


class SlipState(StrEnum):
    """What is known of a piece of paper."""

    QUEUED = "queued"
    HELD = "held"  # the printer is not ready; nothing was sent
    SENDING = "sending"
    PRINTED = "printed"  # the printer said so
    SENT = "sent"  # to a printer that cannot say so; it was well afterwards, no more is known
    UNKNOWN = "unknown"  # something was sent and no answer came: ask, never re-send
    DROPPED = "dropped"  # the customer no longer needs it


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One trip through a queue to a counter, with one outcome."""

    service: str
    queue: str
    entered_at: datetime
    called_at: datetime | None = None  # the last call before service
    started_at: datetime | None = None
    ended_at: datetime | None = None
    counter: str | None = None
    staff: str | None = None
    waited_seconds: float = 0.0  # up to the last call; parked, form and away time are no wait
    parked_seconds: float = 0.0
    form_seconds: float = 0.0
    outcome: str = ""
    services_done: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One invitation to a counter, with what is known of its being seen and heard."""

    id: str
    counter: str
    at: datetime
    reason: Text
    kind: str  # "next" or "specific"
    recalls: int = 0
    announced_at: datetime  # of the newest announcement
    shown: bool = False
    spoken: str = ""  # "", "played", "blocked", "failed" or "superseded", of the newest announcement
    voice: str = ""  # the kind of voice that spoke the newest announcement


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """The newest print job of a ticket."""

    job: str
    nth: int  # 1 is the first slip; more is a reprint
    printer: str
    state: SlipState
    at: datetime
    detail: str = ""
    moved_from: str = ""  # the printer it was meant for, when another one has it
    since: datetime | None = None  # in this state; None before its first step
    notice: str = ""  # the code of the notice it says, where it is no number

    @property
    def reprints(self) -> int:
        """How often the same was printed before: its job's name counts."""
        return int(self.job.rpartition("-")[2]) - 1


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """A customer's visit under one number; `leg` is the current one."""

    id: str
    token: str  # opens the customer's own page; dies with the day
    number: str
    ordinal: int
    issued_at: datetime
    channel: str
    service: str  # as issued; `leg.service` is what is being done
    language: str
    segment: str
    priority: PriorityClass
    priority_reason: str  # private
    state: TicketState
    since: datetime  # in this state
    place_at: datetime  # the instant that counts in line
    clock_from: datetime  # now - clock_from is the wait so far, over all legs
    leg: Leg
    past: tuple[Leg, ...] = ()
    call: Call | None = None
    calls: int = 0
    called_as: int = 0  # how many calls its queue had made, with its own
    lets_pass_until: int = 0  # calls its queue must have made before this ticket is in line again
    requeues: int = 0
    gave_way: bool = False  # once, at the customer's own wish
    only_counter: str | None = None
    only_staff: str | None = None
    park: ParkKind | None = None
    offline: bool = False  # given by a kiosk that could not reach the server
    issued_by: str = ""
    came: str = ""  # "return", "appointment" or as everybody
    booked_for: datetime | None = None  # the time of its appointment
    person: str = ""  # a keyed hash, of who is known by something (Q39)
    slip: Slip | None = None
    remote: bool = False  # taken from elsewhere (Q42)
    arrived_at: datetime | None = None  # of such a one, once its holder is here

    def wait_at(self, now: datetime) -> timedelta:
        """The wait so far, or up to the call; nobody waits at home."""
        if self.never_came:
            return timedelta(0)
        end = self.leg.called_at if self.state in AT_COUNTER and self.leg.called_at else now
        return max(end - self.clock_from, timedelta(0))

    @property
    def never_came(self) -> bool:
        return self.remote and self.arrived_at is None

    @property
    def has_ended(self) -> bool:
        return self.state in ENDED

    @property
    def at_counter(self) -> str | None:
        return self.leg.counter if self.state in AT_COUNTER else None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What is printed for somebody who has no number of today: an appointment, a notice of another day."""

    id: str
    number: str  # what people call it by
    slip: Slip
    language: str = "zh"
    has_ended: bool = False  # whoever asked for it waits for it


AT_COUNTER = frozenset({TicketState.CALLED, TicketState.SERVING})
ENDED = frozenset(
    {
        TicketState.FINISHED,
        TicketState.WALKOUT,
        TicketState.CANCELLED,
        TicketState.EXPIRED,
        TicketState.ENDED_BY_SYSTEM,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """A service point today."""

    id: str
    state: CounterState = CounterState.CLOSED
    since: datetime = DAWN
    profile: str = ""
    staff: str = ""
    ticket: str | None = None
    pause_reason: str = ""
    last_ticket: str | None = None  # the one that left last, for undo
    served: int = 0


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Waited:
    at: datetime  # called
    seconds: float


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What one service has seen today."""

    issued: int = 0
    called: int = 0
    within_goal: int = 0
    finished: int = 0
    handled_seconds: float = 0.0
    no_shows: int = 0
    walkouts: int = 0
    lately: tuple[Waited, ...] = ()  # of the calls in the half-hour before the last one (Q04)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class RecentCall:
    """A line of the lobby board; carries nothing personal."""

    call: str
    number: str
    counter: str
    at: datetime
    announcement: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """A service that cannot be had for a while, and why."""

    service: str
    reason: Text
    until: str = ""  # "11:00", as it is shown
    ends_at: datetime | None = None

    def holds(self, now: datetime) -> bool:
        return self.ends_at is None or now < self.ends_at


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceHealth:
    """What is known of a device."""

    id: str
    kind: str  # "printer", "voice", "kiosk", "lobby", "window", "counter"
    state: str  # "ok", "warn" or "down"
    detail: str = ""
    since: datetime
    worked: bool = False  # it has once; it is only off since


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """The hall is back from a copy: what it did after `copied_at` is not known."""

    at: datetime
    copied_at: datetime
    day: date
    first_ordinal: int  # in every series of that day


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A change of the set-up that waits for its day."""

    id: str
    base: HallConfig
    config: HallConfig
    valid_from: date
    changes: tuple[Change, ...]
    by: str
    note: str
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """Numbers of a day that one device alone gives, in every series."""

    device: str
    day: date
    first: int
    last: int


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Something a person should look at."""

    id: str  # kind/subject
    kind: str
    subject: str
    detail: str
    raised_at: datetime
    acknowledged_by: str = ""
    times: int = 1  # told, since it was last cleared


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Yesterday's series of a letter that today went on with, so that no number is alive twice."""

    first: int  # the first ordinal that was given, or would be, today
    last: int | None = None  # the last one; None while it goes on


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall:
    """Everything true of a hall at one moment of its journal."""

    id: str = "hall"
    epoch: int = 1
    seq: int = 0
    at: datetime = DAWN  # of the last event
    config: HallConfig | None = None
    plans: Mapping[str, Plan] = field(default_factory=dict)
    day: date | None = None  # None between closing and opening
    numbered_on: date | None = None  # the day the series belong to: a hall reopened on it goes on counting
    tickets: Mapping[str, Ticket] = field(default_factory=dict)  # not ended
    ended: Mapping[str, Ticket] = field(default_factory=dict)  # of this day
    counters: Mapping[str, Counter] = field(default_factory=dict)
    issued: Mapping[str, int] = field(default_factory=dict)  # letter -> last ordinal
    carried: Mapping[str, Carried] = field(default_factory=dict)  # letter -> yesterday's series
    series: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # day -> letter -> last
    calls: Mapping[str, int] = field(default_factory=dict)  # queue -> calls made
    priority_run: Mapping[str, int] = field(default_factory=dict)  # queue -> priority calls in a row
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    recent: tuple[RecentCall, ...] = ()
    suspended: Mapping[str, Suspension] = field(default_factory=dict)
    devices: Mapping[str, DeviceHealth] = field(default_factory=dict)
    alerts: Mapping[str, Alert] = field(default_factory=dict)
    papers: Mapping[str, Paper] = field(default_factory=dict)  # of no number of today
    care: Care = field(default_factory=Care)
    opinion: Opinion = field(default_factory=Opinion)
    guidance: Guidance = field(default_factory=Guidance)
    appointments: Appointments = field(default_factory=Appointments)
    promises: Promises = field(default_factory=Promises)
    proposals: Proposals = field(default_factory=Proposals)
    remote: Remote = field(default_factory=Remote)
    roster: Roster = field(default_factory=Roster)
    restored: Restored | None = None  # the newest time
    leases: Mapping[str, Lease] = field(default_factory=dict)  # device -> its numbers of the day

    @property
    def setup(self) -> HallConfig:
        """The set-up; refuses with `no_hall` where there is none yet."""
        if self.config is None:
            raise NO_HALL()
        return self.config

    def waiting(self) -> Iterator[Ticket]:
        """Those who could be called, in the order they were issued."""
        waits = TicketState.WAITING
        return (t for t in self.tickets.values() if t.state is waits)

    def suspension(self, service: str, now: datetime) -> Suspension | None:
        """Why a service cannot be had now, if it cannot; one whose time is over holds no longer."""
        suspended = self.suspended.get(service)
        return suspended if suspended is not None and suspended.holds(now) else None

    def ticket(self, ticket: str) -> Ticket | None:
        return self.tickets.get(ticket) or self.ended.get(ticket)

    def owes(self, of: str) -> Ticket | Paper | None:
        """Whose slip it is that is printed."""
        return self.ticket(of) or self.papers.get(of)
