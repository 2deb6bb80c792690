"""Other systems' days: what is missing teaches nothing, and only whole imports count."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert

from server.tables import HistorySourceRow, HistoryVisitRow
from server.visits.foreign_days import LOOKED_BACK, days_of, foreign_day, sources_of
from server.visits.rows import table
from tests.builders import ZONE
from tests.reports.lived import HALL, a_database

NINE = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def a_past(*rows: dict[str, Any], whole: bool = True) -> Connection:
    db = a_database()
    source = {"hall_id": HALL, "source": "旧", "imported_at": NINE, "sha256": "x", "whole": whole}
    account = {"first_day": NINE.date(), "last_day": NINE.date(), "taken": len(rows), "left": 0}
    db.execute(insert(table(HistorySourceRow)), [{**source, **account}])
    usual = {
        "hall_id": HALL,
        "source": "旧",
        "issued_at": NINE,
        "day": NINE.date(),
        "minute": 540,
        "service": "bill",
        "number": "",
        "called_at": None,
        "started_at": None,
        "ended_at": None,
        "counter": "",
        "staff": "",
    }
    db.execute(insert(table(HistoryVisitRow)), [{**usual, "line": n, **row} for n, row in enumerate(rows)])
    return db


def after(**minutes: float) -> dict[str, datetime]:
    return {name: NINE + timedelta(minutes=n) for name, n in minutes.items()}


def seconds(db: Connection) -> list[float]:
    return [one.seconds for one in foreign_day(db, HALL, ZONE, NINE.date()).occupied]


def test_what_is_missing() -> None:
    assert seconds(a_past(after(called_at=5, ended_at=9))) == [240]
    assert seconds(a_past(after(started_at=5, ended_at=9))) == [270]  # and the walk there
    assert seconds(a_past(after(called_at=5), after(ended_at=9), after(called_at=9, ended_at=5), {})) == []


def test_the_gap_where_the_counter_is_known() -> None:
    one = {"counter": "1", "staff": "s1", **after(called_at=0, ended_at=4)}
    other = {"counter": "1", "staff": "s1", **after(called_at=5, ended_at=7)}
    assert seconds(a_past(one, other)) == [300, 180]


def test_only_what_was_taken_in_whole() -> None:
    db = a_past(after(called_at=5, ended_at=9), whole=False)
    assert (days_of(db, HALL), sources_of(db, HALL), seconds(db)) == ([], [], [])


def test_what_is_forgotten_is_not_read() -> None:
    old = {"day": NINE.date() - timedelta(days=LOOKED_BACK)}
    assert days_of(a_past(old, {}, {}), HALL) == [NINE.date()]
