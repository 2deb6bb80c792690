"""SQLModel tables and nothing else. `hall_id` is in every key, so that a region can hold many halls."""

from datetime import date, datetime

from sqlalchemy import Index, LargeBinary, Text, text
from sqlmodel import Field, SQLModel


class HallRow(SQLModel, table=True):
    """Where a hall's journal stands; the writers' lock."""

    __tablename__ = "hall"

    hall_id: str = Field(primary_key=True)
    epoch: int
    seq: int
    silent: int = 0  # requests answered that led to nothing: who does not know of one is behind, too


class SnapshotRow(SQLModel, table=True):
    """A whole hall at a place in its journal, compressed; where it is wrong, the events tell the hall."""

    __tablename__ = "snapshot"

    hall_id: str = Field(primary_key=True)
    seq: int = Field(primary_key=True)
    epoch: int
    at: str
    stamp: str  # of the shapes it is of
    body: bytes = Field(sa_type=LargeBinary)


# What the history of the set-up shows: rare, so that an index of its own costs the hot path nothing.
CLOCK = "kind = 'ClockSettled'"  # rarer still: where the journal's times go back
SETTING_UP = "kind IN ('HallConfigured', 'SetupPlanned', 'PlanDropped', 'AccessNoted')"


class EventRow(SQLModel, table=True):
    """The journal. Its key is the last guard against two writers."""

    __tablename__ = "event"
    __table_args__ = (
        Index("event_setting_up", "hall_id", "seq", sqlite_where=text(SETTING_UP)),
        Index("event_clock", "hall_id", "seq", sqlite_where=text(CLOCK)),
    )

    hall_id: str = Field(primary_key=True)
    seq: int = Field(primary_key=True)
    epoch: int = Field(primary_key=True)
    at: str
    kind: str
    actor: str
    body: str = Field(sa_type=Text)
    request: str = ""  # what it followed from: asked again within a day, it is answered by this


class RequestRow(SQLModel, table=True):
    """The name of a request that led to nothing: no event bears it (kept at least 24 hours)."""

    __tablename__ = "request"

    hall_id: str = Field(primary_key=True)
    name: str = Field(primary_key=True)
    kind: str
    epoch: int
    first_seq: int
    last_seq: int  # before first_seq: nothing happened
    at: str


class PersonRow(SQLModel, table=True):
    """Somebody who works here. Passwords and PINs are argon2 hashes."""

    __tablename__ = "person"
    __table_args__ = (Index("person_folded", "hall_id", "folded", unique=True),)

    hall_id: str = Field(primary_key=True)
    login: str = Field(primary_key=True)  # the staff number, e.g. 1207
    name: str
    role: str
    password_hash: str
    pin_hash: str = ""
    failures: int = 0
    locked_until: datetime | None = None
    folded: str  # the number in lower case, which nobody else has; of doubles from before, one has its own
    language: str = ""  # the person's own choice, wherever they log in; "" until they have made one


class DeviceRow(SQLModel, table=True):
    """A paired screen or machine, or a script's token; only the token's hash is kept."""

    __tablename__ = "device"

    hall_id: str = Field(primary_key=True)
    device_id: str = Field(primary_key=True)
    name: str
    role: str
    place: str = ""  # a counter, a zone or a printer
    token_hash: str = Field(index=True)
    paired_at: datetime
    paired_by: str
    revoked_at: datetime | None = None


class DeviceSeenRow(SQLModel, table=True):
    """When a device was last connected, so that a list knows it after a restart; written once a minute."""

    __tablename__ = "device_seen"

    hall_id: str = Field(primary_key=True)
    device_id: str = Field(primary_key=True)
    seen_at: datetime
    build: str = ""  # of the page it showed
    address: str = ""


class SessionRow(SQLModel, table=True):
    """A log-in; only the token's hash is kept."""

    __tablename__ = "session"

    hall_id: str = Field(primary_key=True)
    token_hash: str = Field(primary_key=True)
    login: str
    place: str = ""
    opened_at: datetime
    ends_at: datetime


class DoorRow(SQLModel, table=True):
    """From where a person has tried to log in: wrong tries count there; who once got in is known there."""

    __tablename__ = "door"

    hall_id: str = Field(primary_key=True)
    login: str = Field(primary_key=True)
    source: str = Field(primary_key=True)  # "at:10.0.0.7", "browser:" and a hash, "device:k1"
    failures: int = 0
    locked_until: datetime | None = None
    known_since: datetime | None = None
    tried_at: datetime


class AccessRow(SQLModel, table=True):
    """Who came in, was refused, or read about people, and from where; never a secret."""

    __tablename__ = "access_record"

    hall_id: str = Field(primary_key=True)
    seq: int = Field(primary_key=True)
    at: datetime
    last_at: datetime
    what: str
    who: str  # a staff number or an actor; "" for a name nobody here has
    address: str
    detail: str = ""
    times: int = 1


class VisitRow(SQLModel, table=True):
    """A customer's stay under one number, from the number on; `ended_at` is empty while it lasts.

    Derived from the journal (`server/visits/`). Times are moments; a `day` and a `minute` are the hall's own.
    """

    __tablename__ = "visit"
    __table_args__ = (Index("visit_issued", "hall_id", "issued_at"),)

    hall_id: str = Field(primary_key=True)
    ticket: str = Field(primary_key=True)
    seq: int  # where in the journal it begins
    number: str
    service: str  # as issued
    queue: str
    channel: str
    priority: bool
    day: date
    issued_at: datetime
    called_at: datetime | None  # first
    started_at: datetime | None  # first
    ended_at: datetime | None
    outcome: str  # of its last leg: done, walkout, cancelled, expired, ended_by_system …; "" while it lasts
    counter: str  # the last one
    staff: str
    legs: int
    calls: int
    recalls: int
    no_shows: int
    transfers: int
    waited_seconds: float | None  # as it was stored at the last call
    handled_seconds: float
    parked_seconds: float
    parked_at: datetime | None  # since when, while it is parked
    lot: float
    explained_at: datetime | None
    explained_by: str
    watered_at: datetime | None
    watered_by: str
    remedy: str  # where its case stands: open, offered, given, declined, missed, waived; "" without one
    remedy_due_at: datetime | None
    remedy_day: date | None  # on which it was due
    remedy_at: datetime | None
    remedy_number: str
    remedy_service: str
    remedy_leader: str
    remedy_by: str
    remedy_reason: str
    gift: str
    cost_fen: int
    rating: int  # the last that was given, 5 … 1; 0: none
    wait_rating: int
    issued_by: str  # a person's number or a device's id
    came: str  # "return", "appointment"; "" as everybody
    offered: bool  # another way was shown first, and the customer wanted a number
    mistyped: bool  # taken for another business than its first leg was then of
    owner: str  # who met them first and answers for it until it is closed
    solved: bool | None  # nobody needs to come again for it; empty until it is finished
    prepared: int  # steps done while waiting
    prepared_at: datetime | None  # first
    prepared_by: str
    form_seconds: float  # spent on forms, up to each return to the line
    form_at: datetime | None  # since when one is written, or was when the visit ended
    promised_at: datetime | None  # when the first wait was promised; empty where none was before the call
    promised_low: float  # seconds from then on to the call, as promised
    promised_high: float
    promised_wait: float | None  # as it came; empty until the first call
    promises: int  # made until the first call


class VisitLegRow(SQLModel, table=True):
    """One trip of a visit through a queue to a counter, and what was asked and said of it."""

    __tablename__ = "visit_leg"
    __table_args__ = (Index("visit_leg_issued", "hall_id", "issued_at"),)

    hall_id: str = Field(primary_key=True)
    ticket: str = Field(primary_key=True)
    n: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    issued_at: datetime  # of the visit
    service: str
    queue: str
    entered_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    counter: str
    staff: str
    done: str  # the business that was done, when served
    served: bool
    outcome: str
    handling_seconds: float | None
    in_standard: bool  # by the standard that was in force
    calls: int
    called_at: datetime | None  # last
    called_day: date | None
    called_minute: int | None  # of the day
    waited_seconds: float | None
    within_goal: bool  # by the goal that was in force
    asked_at: datetime | None
    asked_day: date | None
    remedied: bool
    cared: bool
    wait_asked: bool
    asked_waited_seconds: float
    ask_share: float
    lot: bool | None
    rating: int
    satisfied: bool
    flagged: str
    wait_rating: int
    wait_satisfied: bool
    prepared: int  # steps done while it waited
    enquiry: bool  # of a business that was an enquiry when it ended


class VisitCallRow(SQLModel, table=True):
    """One call of a visit, with the reason that was stored."""

    __tablename__ = "visit_call"
    __table_args__ = (Index("visit_call_issued", "hall_id", "issued_at"),)

    hall_id: str = Field(primary_key=True)
    ticket: str = Field(primary_key=True)
    n: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    leg: int
    issued_at: datetime  # of the visit
    at: datetime
    number: str
    service: str  # of the leg
    priority: bool
    counter: str
    staff: str
    kind: str
    reason_zh: str = Field(sa_type=Text)
    reason_en: str = Field(sa_type=Text)
    waited_seconds: float
    within_goal: bool


class VisitRungRow(SQLModel, table=True):
    """A rung of the ladder that a visit has reached."""

    __tablename__ = "visit_rung"
    __table_args__ = (Index("visit_rung_issued", "hall_id", "issued_at"),)

    hall_id: str = Field(primary_key=True)
    ticket: str = Field(primary_key=True)
    act: str = Field(primary_key=True)
    issued_at: datetime  # of the visit
    at: datetime
    after_seconds: int


class ContactRow(SQLModel, table=True):
    """What was done at the door, one row an act: with a ticket or without. Derived, as visits are."""

    __tablename__ = "contact"
    __table_args__ = (Index("contact_at", "hall_id", "at"),)

    hall_id: str = Field(primary_key=True)
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})  # of its event
    at: datetime
    what: str  # greeted, diverted, other_way, notice, pass, returned
    way: str  # of a diversion
    service: str
    ticket: str  # of "returned": the new one
    number: str
    person: str  # who did it; of "other_way" the device that showed it
    place: str  # a counter, "zone" or ""
    topic_zh: str
    topic_en: str
    notice: str  # ties a return to its notice; a hash, no code that brings anybody back


class HistorySourceRow(SQLModel, table=True):
    """A file of another system that was taken in; undone by its name."""

    __tablename__ = "history_source"

    hall_id: str = Field(primary_key=True)
    source: str = Field(primary_key=True)  # what the owner calls it
    imported_at: datetime
    sha256: str  # of the file
    first_day: date
    last_day: date
    taken: int
    left: int
    whole: bool  # false: it was interrupted, and counts for nothing


class HistoryVisitRow(SQLModel, table=True):
    """One customer as another system counted it. Never derived from the journal, never rebuilt from it."""

    __tablename__ = "history_visit"
    __table_args__ = (Index("history_visit_issued", "hall_id", "issued_at"),)

    hall_id: str = Field(primary_key=True)
    source: str = Field(primary_key=True)
    line: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})  # of its file
    issued_at: datetime
    day: date  # the hall's own, as the minute
    minute: int
    service: str
    number: str
    called_at: datetime | None
    started_at: datetime | None
    ended_at: datetime | None
    counter: str
    staff: str


class VisitsKeptRow(SQLModel, table=True):
    """How far the journal has been made into visits; another `shape` and they are all made anew."""

    __tablename__ = "visits_kept"

    hall_id: str = Field(primary_key=True)
    epoch: int
    seq: int
    set_up_seq: int  # where the set-up in force lies
    shape: str


class HabitRow(SQLModel, table=True):
    """A sum over the days of a hall, faded (`insight/learning/sums.py`); made anew from the journal."""

    __tablename__ = "habit"

    hall_id: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)  # a business, a person, a reason
    slot: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})  # a bin, a half-hour
    weight: float
    total: float


class HabitWorkedRow(SQLModel, table=True):
    """When a counter was open, in minutes of the hall's day; of the last weeks."""

    __tablename__ = "habit_worked"

    hall_id: str = Field(primary_key=True)
    day: date = Field(primary_key=True)
    counter: str = Field(primary_key=True)
    opens: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    closes: int
    profile: str
    staff: str


class HabitsKeptRow(SQLModel, table=True):
    """How far the hall has been learned; another `shape` and all is learned anew."""

    __tablename__ = "habits_kept"

    hall_id: str = Field(primary_key=True)
    epoch: int
    seq: int
    day: date | None  # the last that was learned
    days: int
    shape: str
