"""The hot path's SQL, written once from the tables when the module is imported.

Building a statement costs twenty times what running it does, so it is built here, compiled for the
dialect, and handed to the driver as text.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Insert,
    Table,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    text,
    update,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.sql import ClauseElement

from server.tables import CLOCK, SETTING_UP, CounterRow, EventRow, HallRow, RequestRow, TicketRow

HALL: Table = HallRow.__table__  # type: ignore[attr-defined]  # SQLModel sets it on table classes
EVENT: Table = EventRow.__table__  # type: ignore[attr-defined]
REQUEST: Table = RequestRow.__table__  # type: ignore[attr-defined]
TICKET: Table = TicketRow.__table__  # type: ignore[attr-defined]
COUNTER: Table = CounterRow.__table__  # type: ignore[attr-defined]


ALL = 2**62  # as a limit: no limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """SQL text for a driver and the order in which it takes its values."""

    sql: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    new_hall: Statement
    advance: Statement
    set_config: Statement
    add_event: Statement
    add_request: Statement
    put_ticket: Statement
    put_counter: Statement
    drop_tickets: Statement
    drop_counter: Statement
    hall: Statement
    tickets: Statement
    counters: Statement
    events: Statement
    events_between: Statement
    setting_up: Statement
    names: Statement
    forget: Statement


def statements(dialect: Dialect, insert_or: Callable[[Table], Any]) -> Statements:
    """Everything a store says, in its dialect; `insert_or(table)` is its insert that can also update."""

    def upsert(table: Table, key: list[str]) -> Insert:
        wanted = insert_or(table)
        rest = {c.name: wanted.excluded[c.name] for c in table.c if c.name not in key}
        made: Insert = wanted.on_conflict_do_update(index_elements=key, set_=rest)
        return made

    here = HALL.c.hall_id == bindparam("hall_id_")
    expected = (HALL.c.epoch == bindparam("epoch_")) & (HALL.c.seq == bindparam("seq_"))

    def made(clause: ClauseElement) -> Statement:
        compiled = clause.compile(dialect=dialect)
        names = getattr(compiled, "positiontup", None) or tuple(compiled.params)
        return Statement(sql=str(compiled), names=tuple(names))

    def of_hall(table: Table) -> ColumnElement[bool]:
        return table.c.hall_id == bindparam("hall_id_")

    is_set_up = EVENT.c.kind == literal_column("'HallConfigured'")
    began = EVENT.c.at < bindparam("start_")
    settled_before = select(func.max(EVENT.c.seq)).where(of_hall(EVENT), text(CLOCK), began).scalar_subquery()
    # What was set up by a clock that was ahead bears a later time, and holds all the same once it is settled.
    set_up_before = (
        select(func.max(EVENT.c.seq))
        .where(of_hall(EVENT), is_set_up, began | (EVENT.c.seq < settled_before))
        .scalar_subquery()
    )

    return Statements(
        new_hall=made(insert(HALL)),
        advance=made(
            update(HALL)
            .where(here, expected)
            .values(epoch=bindparam("epoch"), seq=bindparam("seq"), body=bindparam("body"))
        ),
        set_config=made(update(HALL).where(here).values(config=bindparam("config"))),
        add_event=made(insert(EVENT)),
        add_request=made(insert(REQUEST)),
        put_ticket=made(upsert(TICKET, ["hall_id", "ticket_id"])),
        put_counter=made(upsert(COUNTER, ["hall_id", "counter_id"])),
        drop_tickets=made(delete(TICKET).where(of_hall(TICKET))),
        drop_counter=made(
            delete(COUNTER).where(of_hall(COUNTER), COUNTER.c.counter_id == bindparam("counter_id_"))
        ),
        hall=made(select(HALL.c.epoch, HALL.c.seq, HALL.c.config, HALL.c.body).where(here)),
        tickets=made(
            select(TICKET.c.body).where(of_hall(TICKET)).order_by(TICKET.c.issued_at, TICKET.c.ticket_id)
        ),
        counters=made(select(COUNTER.c.body).where(of_hall(COUNTER))),
        events=made(
            select(EVENT.c.epoch, EVENT.c.seq, EVENT.c.kind, EVENT.c.actor, EVENT.c.body)
            .where(of_hall(EVENT), EVENT.c.seq > bindparam("seq_"))
            .order_by(EVENT.c.seq)
            .limit(bindparam("limit_"))
            .offset(literal_column("0"))  # else SQLite's dialect makes a value of it that nobody gives
        ),
        events_between=made(
            select(EVENT.c.epoch, EVENT.c.seq, EVENT.c.kind, EVENT.c.actor, EVENT.c.body)
            .where(
                of_hall(EVENT),
                EVENT.c.at < bindparam("end_"),
                (EVENT.c.at >= bindparam("start_")) | (EVENT.c.seq == set_up_before),
            )
            .order_by(EVENT.c.seq)
        ),
        setting_up=made(
            select(EVENT.c.epoch, EVENT.c.seq, EVENT.c.kind, EVENT.c.actor, EVENT.c.body)
            .where(of_hall(EVENT), text(SETTING_UP))
            .order_by(EVENT.c.seq.desc())
            .limit(bindparam("limit_"))
            .offset(literal_column("0"))
        ),
        names=made(
            select(
                REQUEST.c.name, REQUEST.c.kind, REQUEST.c.epoch, REQUEST.c.first_seq, REQUEST.c.last_seq
            ).where(of_hall(REQUEST), REQUEST.c.last_seq >= bindparam("seq_"))
        ),
        forget=made(delete(REQUEST).where(of_hall(REQUEST), REQUEST.c.at < bindparam("at_"))),
    )
