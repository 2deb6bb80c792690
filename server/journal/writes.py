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


def writes(
    sql: Statements, before: Hall, after: Hall, entries: Sequence[Entry], silent: int
) -> Iterator[Write]:
    """The hall's place first: it is the lock that other writers wait for or lose. Nothing that grows.

    `silent`: how many requests have led to nothing, as the writer knows it.
    """
    nothing = [codec.silent_row(after, entry) for entry in entries if not entry.recorded]
    place = {"epoch": after.epoch, "seq": after.seq, "silent": silent + len(nothing)}
    if before.seq == 0:  # nothing is there; a hall that has come since makes the insert fail
        yield Write(statement=sql.new_hall, rows=[{"hall_id": after.id, **place}])
    else:
        expected = {"hall_id_": after.id, "epoch_": before.epoch, "seq_": before.seq, "silent_": silent}
        yield Write(statement=sql.advance, rows=[{**place, **expected}], guard=True)
    events = [codec.event_row(after.id, r, entry.request) for entry in entries for r in entry.recorded]
    if events:
        yield Write(statement=sql.add_event, rows=events)
    if nothing:
        yield Write(statement=sql.add_silent, rows=nothing)
