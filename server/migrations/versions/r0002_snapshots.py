"""Rows of a hall's state give way to snapshots; an event bears the name of what it followed from."""

import json
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from alembic import op
from sqlalchemy import Column, Connection, Index, Integer, LargeBinary, MetaData, String, Table, Text, text

revision = "0002"
down_revision = "0001"

SETTING_UP = text("kind IN ('HallConfigured', 'SetupPlanned', 'PlanDropped', 'AccessNoted')")
CLOCK = text("kind = 'ClockSettled'")
ENDED = ("finished", "walkout", "cancelled", "expired", "ended_by_system")
KEY = ["hall_id", "seq", "epoch"]  # by place first: the tail is read by it


def upgrade() -> None:
    connection = op.get_bind()
    op.create_table(
        "snapshot",
        Column("hall_id", String, primary_key=True),
        Column("seq", Integer, primary_key=True, autoincrement=False),
        Column("epoch", Integer, nullable=False),
        Column("at", String, nullable=False),
        Column("stamp", String, nullable=False),
        Column("body", LargeBinary, nullable=False),
    )
    for row in list(_last_rows(connection)):
        connection.execute(
            text("INSERT INTO snapshot VALUES (:hall_id, :seq, :epoch, :at, :stamp, :body)"), row
        )
    if connection.dialect.name == "sqlite":
        _renew_on_sqlite(connection)
    else:
        op.drop_constraint("event_pkey", "event")
        op.create_primary_key("event_pkey", "event", KEY)
        op.add_column("event", Column("request", String, nullable=False, server_default=""))
        op.alter_column("event", "request", server_default=None)
    _name_events(connection)
    op.drop_table("ticket")
    op.drop_table("counter")
    with op.batch_alter_table("hall") as hall:
        hall.drop_column("config")
        hall.drop_column("body")
        hall.add_column(Column("silent", Integer, nullable=False, server_default="0"))
    with op.batch_alter_table("hall") as hall:
        hall.alter_column("silent", existing_type=Integer(), server_default=None)


def _last_rows(connection: Connection) -> Iterator[dict[str, Any]]:
    """What the rows knew: where a journal is not whole, it is all there is."""
    halls = connection.execute(text("SELECT hall_id, epoch, seq, config, body FROM hall"))
    for hall_id, epoch, seq, config, body in halls.fetchall():
        with suppress(ValueError, TypeError, AttributeError):
            state, setup = json.loads(body), json.loads(config)
            stamp = state.pop("stamp", "")
            planned = setup if isinstance(setup, dict) and "plans" in setup else {"config": setup}
            tickets = _bodies(connection, "ticket", "ticket_id", hall_id)
            counters = _bodies(connection, "counter", "counter_id", hall_id)
            hall = {
                "id": hall_id,
                "epoch": epoch,
                "seq": seq,
                **planned,
                **state,
                "tickets": {i: t for i, state, t in tickets if state not in ENDED},
                "ended": {i: t for i, state, t in tickets if state in ENDED},
                "counters": {i: counter for i, _, counter in counters},
            }
            whole = zlib.compress(json.dumps(hall, ensure_ascii=False).encode())
            yield {
                "hall_id": hall_id,
                "seq": seq,
                "epoch": epoch,
                "at": state.get("at", ""),
                "stamp": stamp,
                "body": whole,
            }


def _bodies(connection: Connection, table: str, key: str, hall_id: str) -> list[tuple[str, str, Any]]:
    order = "issued_at, ticket_id" if table == "ticket" else key
    asked = text(f"SELECT {key}, state, body FROM {table} WHERE hall_id = :hall_id ORDER BY {order}")
    rows = connection.execute(asked, {"hall_id": hall_id})
    return [(i, state, json.loads(body)) for i, state, body in rows]


def _renew_on_sqlite(connection: Connection) -> None:
    """A key cannot be changed there: the events go over into a table of their own."""
    op.rename_table("event", "event_before")
    for name in ("event_setting_up", "event_clock"):
        connection.execute(text(f"DROP INDEX IF EXISTS {name}"))
    event = Table(
        "event",
        MetaData(),
        *(Column(name, Integer if name != "hall_id" else String, primary_key=True) for name in KEY),
        *(Column(name, String, nullable=False) for name in ("at", "kind", "actor")),
        Column("body", Text, nullable=False),
        Column("request", String, nullable=False),
    )
    Index("event_setting_up", event.c.hall_id, event.c.seq, sqlite_where=SETTING_UP)
    Index("event_clock", event.c.hall_id, event.c.seq, sqlite_where=CLOCK)
    event.create(connection)
    columns = "hall_id, seq, epoch, at, kind, actor, body"
    connection.execute(
        text(f"INSERT INTO event SELECT {columns}, '' FROM event_before ORDER BY hall_id, seq, epoch")
    )
    op.drop_table("event_before")


def _name_events(connection: Connection) -> None:
    named = connection.execute(
        text("SELECT hall_id, name, first_seq, last_seq FROM request WHERE last_seq >= first_seq")
    )
    rows = [row._asdict() for row in named]
    if rows:
        connection.execute(
            text(
                "UPDATE event SET request = :name"
                " WHERE hall_id = :hall_id AND seq BETWEEN :first_seq AND :last_seq"
            ),
            rows,
        )
    connection.execute(text("DELETE FROM request WHERE last_seq >= first_seq"))
