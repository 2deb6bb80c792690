"""Stays as flat rows on the hall's own clock; the file itself: tests/command/work/test_tickets.py."""

from server.visits.rows import VISIT
from server.visits.tickets import COLUMNS


def test_every_column_is_one_of_a_visits_and_of_a_known_kind() -> None:
    assert {column.name for column in COLUMNS} <= {column.name for column in VISIT.columns}
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)
    assert {column.kind for column in COLUMNS} == {"text", "day", "moment", "count", "seconds", "flag"}
