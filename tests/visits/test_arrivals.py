"""Arrivals counted by the database: our own by the hall's clock, other systems' beside them."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import insert

from server.tables import HistorySourceRow, HistoryVisitRow
from server.visits.arrivals import arrivals, newest
from server.visits.past import Past
from server.visits.rows import table
from tests.builders import Story
from tests.reports.lived import HALL, kept

START, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC)
OLD = datetime(2026, 2, 2, 6, 40, tzinfo=UTC)  # 14:40 in Shanghai


def foreign(story: Story, *, whole: bool = True, n: int = 3) -> Past:
    db = kept(story)
    source = {
        "hall_id": HALL,
        "source": "旧",
        "imported_at": OLD,
        "sha256": "",
        "first_day": OLD.date(),
        "last_day": OLD.date(),
        "taken": n,
        "left": 0,
        "whole": whole,
    }
    db.execute(insert(table(HistorySourceRow)), [source])
    rows = [
        {
            "hall_id": HALL,
            "source": "旧",
            "line": line,
            "issued_at": OLD,
            "day": OLD.date(),
            "minute": 14 * 60 + 40,
            "service": "bill",
            "number": "",
            "called_at": None,
            "started_at": None,
            "ended_at": None,
            "counter": "",
            "staff": "",
        }
        for line in range(n)
    ]
    db.execute(insert(table(HistoryVisitRow)), rows)
    return Past(db, [HALL])


def a_story() -> Story:
    """Two at 9:00 and one at 9:31 in the hall."""
    story = Story("1")
    story.issue()
    story.later(minutes=29).issue()
    story.later(minutes=2).issue()
    return story


def test_own_and_foreign_customers_by_the_halls_half_hours() -> None:
    story = a_story()
    service = next(iter(story.hall.tickets.values())).service
    came = sorted(arrivals(foreign(story), START, END, "Asia/Shanghai"), key=str)
    day = date(2026, 3, 2)
    assert came == sorted(
        [(service, day, 18, 2), (service, day, 19, 1), ("bill", date(2026, 2, 2), 29, 3)], key=str
    )


def test_what_was_interrupted_counts_for_nothing() -> None:
    came = arrivals(foreign(a_story(), whole=False), START, END, "Asia/Shanghai")
    assert {day for _, day, _, _ in came} == {date(2026, 3, 2)}


def test_the_newest_number_is_our_own() -> None:
    story = a_story()
    assert newest(foreign(story), START) == story.now
    assert newest(foreign(story), story.now + timedelta(days=1)) is None
