"""A visit goes into rows and comes back the same; what is written again takes the place of what was."""

import random

import pytest
from sqlalchemy import func, select

from server.visits.rows import TABLES, VISIT, forget, keep, read
from tests.builders import ZONE, Story
from tests.reports.conftest import BusyHall
from tests.reports.lived import HALL, a_database, every


def test_writing_again_takes_the_place_of_what_was(busy: BusyHall) -> None:
    tickets = list(busy.db.execute(select(VISIT.c.ticket)).scalars())
    visits, db = read(busy.db, HALL, tickets), a_database()
    some = random.Random(3).choices(list(visits.values()), k=300)
    for portion in (some[:100], some[50:], some):
        keep(db, {v.ticket: v for v in portion}.values(), ZONE)
    wanted = {v.ticket: v for v in some}
    assert read(db, HALL, tickets) == wanted
    assert db.execute(select(func.count()).select_from(VISIT)).scalar() == len(wanted)


def test_a_visit_that_is_forgotten_leaves_no_row(busy: BusyHall) -> None:
    tickets = list(busy.db.execute(select(VISIT.c.ticket)).scalars())
    visits, db = read(busy.db, HALL, tickets), a_database()
    keep(db, visits.values(), ZONE)
    forget(db, HALL, tickets)
    assert [db.execute(select(func.count()).select_from(of)).scalar() for of in TABLES] == [0] * len(TABLES)


def test_what_an_owner_reads_in_a_row(busy: BusyHall) -> None:
    story = Story("1")
    story.issue()
    story.later(minutes=3).call_and_start("1")
    [visit] = every(story)
    db = a_database()
    keep(db, [visit], ZONE)
    row = db.execute(VISIT.select()).one()
    assert (row.number, row.day.isoformat(), row.waited_seconds, row.ended_at, row.outcome) == (
        "A001",
        "2026-03-02",
        180,
        None,
        "",
    )
    assert (row.called_at, row.started_at, row.counter, row.staff) == (story.now, story.now, "1", "s1")


@pytest.mark.parametrize("of", TABLES, ids=lambda of: of.name)
def test_no_row_holds_a_token_or_a_private_reason(of: object) -> None:
    named = {column.name for column in of.c}  # type: ignore[attr-defined]
    assert not named & {"token", "priority_reason", "name", "phone"}
