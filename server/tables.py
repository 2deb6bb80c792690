"""SQLModel tables and nothing else. `hall_id` is in every key, so that a region can hold many halls."""

from datetime import datetime

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
        Index(
            "event_setting_up",
            "hall_id",
            "seq",
            sqlite_where=text(SETTING_UP),
            postgresql_where=text(SETTING_UP),
        ),
        Index("event_clock", "hall_id", "seq", sqlite_where=text(CLOCK), postgresql_where=text(CLOCK)),
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

    hall_id: str = Field(primary_key=True)
    login: str = Field(primary_key=True)  # the staff number, e.g. 1207
    name: str
    role: str
    password_hash: str
    pin_hash: str = ""
    failures: int = 0
    locked_until: datetime | None = None


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
