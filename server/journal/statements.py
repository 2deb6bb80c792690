"""The hot path's SQL, written once from the tables when the module is imported.

Building a statement costs twenty times what running it does, so it is built here, compiled for the
dialect, and handed to the driver as text.
"""

from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    FromClause,
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

from server.tables import CLOCK, SETTING_UP, EventRow, HallRow, RequestRow, SnapshotRow

HALL: Table = HallRow.__table__  # type: ignore[attr-defined]  # SQLModel sets it on table classes
EVENT: Table = EventRow.__table__  # type: ignore[attr-defined]
REQUEST: Table = RequestRow.__table__  # type: ignore[attr-defined]
SNAPSHOT: Table = SnapshotRow.__table__  # type: ignore[attr-defined]

ALL = 2**62  # as a limit: no limit
FEW = 3  # snapshots that are kept whatever their day


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """SQL text for a driver and the order in which it takes its values."""

    sql: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    new_hall: Statement
    advance: Statement
    add_event: Statement
    add_silent: Statement
    hall: Statement
    last: Statement
    events: Statement
    events_between: Statement
    setting_up: Statement
    names: Statement
    silent_names: Statement
    forget: Statement
    snapshots: Statement
    snapshot: Statement
    snapshot_before: Statement
    add_snapshot: Statement
    drop_snapshot: Statement
    keep_few: Statement


def statements(dialect: Dialect) -> Statements:
    """Everything a store says, in its dialect."""

    of_the_hall = HALL.c.hall_id == bindparam("hall_id_")
    expected = (
        (HALL.c.epoch == bindparam("epoch_"))
        & (HALL.c.seq == bindparam("seq_"))
        & (HALL.c.silent == bindparam("silent_"))
    )

    def made(clause: ClauseElement) -> Statement:
        compiled = clause.compile(dialect=dialect)
        names = getattr(compiled, "positiontup", None) or tuple(compiled.params)
        return Statement(sql=str(compiled), names=tuple(names))

    def of_hall(table: FromClause) -> ColumnElement[bool]:
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

    event = (EVENT.c.epoch, EVENT.c.seq, EVENT.c.kind, EVENT.c.actor, EVENT.c.body)
    named = EVENT.c.request != literal_column("''")
    # Of each day the first, for two weeks, and the newest of all.
    kept = SNAPSHOT.alias("kept")
    newest = select(kept.c.seq).where(of_hall(kept)).order_by(kept.c.seq.desc())
    newest = newest.limit(literal_column(str(FEW))).offset(literal_column("0"))
    of_days = select(func.min(kept.c.seq)).where(of_hall(kept), kept.c.at >= bindparam("at_"))
    of_days = of_days.group_by(func.substr(kept.c.at, literal_column("1"), literal_column("10")))
    return Statements(
        new_hall=made(insert(HALL)),
        advance=made(
            update(HALL)
            .where(of_the_hall, expected)
            .values(epoch=bindparam("epoch"), seq=bindparam("seq"), silent=bindparam("silent"))
        ),
        add_event=made(insert(EVENT)),
        add_silent=made(insert(REQUEST)),
        hall=made(select(HALL.c.epoch, HALL.c.seq, HALL.c.silent).where(of_the_hall)),
        last=made(
            select(EVENT.c.epoch, EVENT.c.seq, EVENT.c.at)
            .where(of_hall(EVENT))
            .order_by(EVENT.c.seq.desc(), EVENT.c.epoch.desc())
            .limit(literal_column("1"))
            .offset(literal_column("0"))
        ),
        events=made(
            select(*event)
            .where(of_hall(EVENT), EVENT.c.seq > bindparam("seq_"))
            .order_by(EVENT.c.seq, EVENT.c.epoch)
            .limit(bindparam("limit_"))
            .offset(literal_column("0"))  # else SQLite's dialect makes a value of it that nobody gives
        ),
        events_between=made(
            select(*event)
            .where(
                of_hall(EVENT),
                EVENT.c.at < bindparam("end_"),
                (EVENT.c.at >= bindparam("start_")) | (EVENT.c.seq == set_up_before),
            )
            .order_by(EVENT.c.seq)
        ),
        setting_up=made(
            select(*event)
            .where(of_hall(EVENT), text(SETTING_UP))
            .order_by(EVENT.c.seq.desc())
            .limit(bindparam("limit_"))
            .offset(literal_column("0"))
        ),
        names=made(
            select(EVENT.c.request, EVENT.c.epoch, func.min(EVENT.c.seq), func.max(EVENT.c.seq))
            .where(of_hall(EVENT), EVENT.c.seq >= bindparam("seq_"), EVENT.c.at >= bindparam("at_"), named)
            .group_by(EVENT.c.epoch, EVENT.c.request)
        ),
        silent_names=made(
            select(REQUEST.c.name, REQUEST.c.epoch, REQUEST.c.first_seq, REQUEST.c.last_seq).where(
                of_hall(REQUEST), REQUEST.c.last_seq >= bindparam("seq_")
            )
        ),
        forget=made(delete(REQUEST).where(of_hall(REQUEST), REQUEST.c.at < bindparam("at_"))),
        snapshots=made(
            select(SNAPSHOT.c.seq, SNAPSHOT.c.stamp).where(of_hall(SNAPSHOT)).order_by(SNAPSHOT.c.seq.desc())
        ),
        snapshot=made(select(SNAPSHOT.c.body).where(of_hall(SNAPSHOT), SNAPSHOT.c.seq == bindparam("seq_"))),
        snapshot_before=made(
            select(func.max(SNAPSHOT.c.seq)).where(of_hall(SNAPSHOT), SNAPSHOT.c.at < bindparam("at_"))
        ),
        add_snapshot=made(insert(SNAPSHOT)),
        drop_snapshot=made(delete(SNAPSHOT).where(of_hall(SNAPSHOT), SNAPSHOT.c.seq == bindparam("seq_"))),
        keep_few=made(
            delete(SNAPSHOT).where(
                of_hall(SNAPSHOT), SNAPSHOT.c.seq.not_in(newest), SNAPSHOT.c.seq.not_in(of_days)
            )
        ),
    )
