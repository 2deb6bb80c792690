"""Other systems' days: what is missing teaches nothing, and only whole imports count."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert

from server.insight.forward.habits import usual_habits
from server.insight.learning.knowing import Learned
from server.insight.learning.pace import Pace
from server.insight.learning.sums import with_day
from server.tables import HistorySourceRow, HistoryVisitRow
from server.visits.foreign_days import LOOKED_BACK, days_of, foreign_day, sources_of
from server.visits.rows import table
from tests.builders import ZONE, a_hall
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


CAME = after(called_at=6, started_at=7, ended_at=12)


def people(*rows: dict[str, Any]) -> tuple[list[tuple[float, bool]], list[tuple[float, bool]]]:
    lived = foreign_day(a_past(*rows), HALL, ZONE, NINE.date())
    return sorted(lived.calls), sorted(lived.waits)


def test_who_was_called_and_did_not_come_is_told_by_the_service_that_is_missing() -> None:
    missed = after(called_at=10, ended_at=11)  # old systems write an end when they skip a number
    calls, waits = people(CAME, CAME, missed)
    assert calls == [(360, False), (360, False), (600, True)]
    assert waits == []
    lived = foreign_day(a_past(CAME, CAME, missed), HALL, ZONE, NINE.date())
    assert len(lived.occupied) == 2  # a number that was skipped took nobody's time


def test_without_a_column_of_starts_the_missing_end_tells() -> None:
    served = after(called_at=5, ended_at=9)
    assert people(served, served, after(called_at=8))[0] == [(300, False), (300, False), (480, True)]


def test_a_column_that_is_hardly_kept_or_full_tells_nobody_apart() -> None:
    assert people(after(called_at=5), after(called_at=6), CAME)[0] == []
    assert people(CAME, CAME) == ([], [])


def test_who_left_is_told_by_an_end_without_a_call() -> None:
    _, waits = people(CAME, CAME, after(ended_at=25), {})  # of the last nobody knows when they left
    assert waits == [(360, False), (360, False), (1500, True)]


def test_a_list_without_calls_says_nothing_of_who_left() -> None:
    assert people(after(ended_at=9), after(ended_at=12)) == ([], [])


def test_what_waited_too_long_to_be_true_is_not_learned() -> None:
    late = after(called_at=5 * 60, started_at=5 * 60 + 1, ended_at=5 * 60 + 3)
    assert people(CAME, CAME, late, after(ended_at=300), after(called_at=7)) == (
        [(360, False), (360, False), (420, True)],
        [(360, False), (360, False), (420, False)],
    )


def test_imported_walk_outs_and_no_shows_change_what_the_hall_foresees() -> None:
    """From the rows to the habits: where a third never came, the forward run counts on it."""
    left = after(ended_at=7)
    lived = foreign_day(
        a_past(*[CAME] * 40, *[after(called_at=6)] * 40, *[left] * 40), HALL, ZONE, NINE.date()
    )
    known = Learned(with_day({}, lived, {}), days=1)
    standing = a_hall("1")
    habits, usual = known.habits(standing, NINE, Pace()), usual_habits(standing)
    assert habits.no_show[1] > 5 * usual.no_show[1]
    assert habits.stays[2] < usual.stays[2] - 0.2
