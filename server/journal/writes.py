"""What one append writes, in order, as data: every store says it in one transaction of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from server.domain.hall import Hall
from server.journal import Entry, codec
from server.journal.codec import Row
from server.journal.statements import Statement, Statements


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """A statement and the rows it is said for; a `guard` must meet its row, or somebody else has written."""

    statement: Statement
    rows: Sequence[Row]
    guard: bool = False


def writes(sql: Statements, before: Hall, after: Hall, entries: Sequence[Entry]) -> Iterator[Write]:
    """The hall's own row first: it is the lock that other writers wait for or lose."""
    yield from _hall(sql, before, after)
    here, touched = {"hall_id_": after.id}, codec.touched(before, after, entries)
    if touched.new_day:
        yield Write(statement=sql.drop_tickets, rows=[here])
    events = [codec.event_row(after.id, r) for entry in entries for r in entry.recorded]
    for statement, rows in (
        (sql.drop_counter, [{**here, "counter_id_": gone} for gone in touched.gone_counters]),
        (sql.add_event, events),
        (sql.add_request, [codec.request_row(after, entry) for entry in entries]),
        (sql.put_ticket, [codec.ticket_row(after.id, t) for t in touched.tickets]),
        (sql.put_counter, [codec.counter_row(after.id, c) for c in touched.counters]),
    ):
        if rows:
            yield Write(statement=statement, rows=rows)


def _hall(sql: Statements, before: Hall, after: Hall) -> Iterator[Write]:
    row = codec.hall_row(after)
    if before.seq == 0:  # nothing is there; a hall that has come since makes the insert fail
        yield Write(statement=sql.new_hall, rows=[{**row, "config": codec.setup_json(after)}])
        return
    expected = {"hall_id_": row.pop("hall_id"), "epoch_": before.epoch, "seq_": before.seq}
    yield Write(statement=sql.advance, rows=[row | expected], guard=True)
    if after.config is not before.config or after.plans is not before.plans:
        config = {"hall_id_": after.id, "config": codec.setup_json(after)}
        yield Write(statement=sql.set_config, rows=[config])
