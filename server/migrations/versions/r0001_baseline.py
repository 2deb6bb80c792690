"""The tables as they were when their history began; what made halls before then had some of them."""

from alembic import op
from sqlalchemy import Column, DateTime, Index, Integer, MetaData, String, Table, Text, text

from server.migrations.lacking import add_what_lacks

revision = "0001"
down_revision = None

BASELINE = MetaData()
TIME = DateTime(timezone=True)


def _key(name: str) -> Column[str]:
    return Column(name, String, primary_key=True)


def _words(name: str, default: str | None = None) -> Column[str]:
    return Column(name, String, nullable=False, default=default)


def _long(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str, default: int | None = None) -> Column[int]:
    return Column(name, Integer, nullable=False, default=default)


Table("hall", BASELINE, _key("hall_id"), _number("epoch"), _number("seq"), _long("config"), _long("body"))
Table(
    "ticket",
    BASELINE,
    _key("hall_id"),
    _key("ticket_id"),
    _words("number"),
    _words("queue"),
    _words("state"),
    _words("issued_at"),
    _long("body"),
)
Table("counter", BASELINE, _key("hall_id"), _key("counter_id"), _words("state"), _long("body"))
EVENT = Table(
    "event",
    BASELINE,
    _key("hall_id"),
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _words("at"),
    _words("kind"),
    _words("actor"),
    _long("body"),
)
for name, rows in {
    "event_setting_up": text("kind IN ('HallConfigured', 'SetupPlanned', 'PlanDropped', 'AccessNoted')"),
    "event_clock": text("kind = 'ClockSettled'"),
}.items():
    Index(name, EVENT.c.hall_id, EVENT.c.seq, sqlite_where=rows, postgresql_where=rows)
Table(
    "request",
    BASELINE,
    _key("hall_id"),
    _key("name"),
    _words("kind"),
    _number("epoch"),
    _number("first_seq"),
    _number("last_seq"),
    _words("at"),
)
Table(
    "person",
    BASELINE,
    _key("hall_id"),
    _key("login"),
    _words("name"),
    _words("role"),
    _words("password_hash"),
    _words("pin_hash", ""),
    _number("failures", 0),
    Column("locked_until", TIME),
)
Table(
    "device",
    BASELINE,
    _key("hall_id"),
    _key("device_id"),
    _words("name"),
    _words("role"),
    _words("place", ""),
    Column("token_hash", String, nullable=False, index=True),
    Column("paired_at", TIME, nullable=False),
    _words("paired_by"),
    Column("revoked_at", TIME),
)
Table(
    "device_seen",
    BASELINE,
    _key("hall_id"),
    _key("device_id"),
    Column("seen_at", TIME, nullable=False),
    _words("build", ""),
    _words("address", ""),
)
Table(
    "session",
    BASELINE,
    _key("hall_id"),
    _key("token_hash"),
    _words("login"),
    _words("place", ""),
    Column("opened_at", TIME, nullable=False),
    Column("ends_at", TIME, nullable=False),
)
Table(
    "door",
    BASELINE,
    _key("hall_id"),
    _key("login"),
    _key("source"),
    _number("failures", 0),
    Column("locked_until", TIME),
    Column("known_since", TIME),
    Column("tried_at", TIME, nullable=False),
)
Table(
    "access_record",
    BASELINE,
    _key("hall_id"),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", TIME, nullable=False),
    Column("last_at", TIME, nullable=False),
    _words("what"),
    _words("who"),
    _words("address"),
    _words("detail", ""),
    _number("times", 1),
)


def upgrade() -> None:
    add_what_lacks(op.get_bind(), BASELINE)
