"""A visit comes back from its rows the same."""

from sqlalchemy import select

from server.visits.rows import VISIT, keep, read
from tests.builders import ZONE
from tests.reports.conftest import BusyHall
from tests.reports.lived import HALL, a_database


def test_whatever_a_busy_week_makes_of_visits_comes_back_the_same(busy: BusyHall) -> None:
    tickets = list(busy.db.execute(select(VISIT.c.ticket)).scalars())
    visits = read(busy.db, HALL, tickets)
    assert len(visits) == len(tickets) > 100
    db = a_database()
    keep(db, visits.values(), ZONE)
    assert read(db, HALL, tickets) == visits
    assert any(v.parked_seconds for v in visits.values())
    assert any(len(v.legs) > 1 for v in visits.values())
    assert any(v.case and v.rungs for v in visits.values())
