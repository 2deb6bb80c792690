"""Night by night, at once, torn off or anew: the rows say the same, and never more than is over."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from server.domain.queue import commands as c
from server.insight.learning.sums import NOTHING, OCCUPIED, Key, Sums, bin_of, mean_seconds
from server.tables import HistorySourceRow, HistoryVisitRow
from server.visits import lessons
from server.visits.keeping import EVENT, Elsewhere
from server.visits.lessons import HABIT, KEPT, Lessons, forget, learn, learned_so_far
from server.visits.rows import table
from tests.builders import ZONE, Story, a_config
from tests.reports.lived import HALL, a_database, recorded, written

CONFIG = a_config()


def a_past(days: int = 6) -> Story:
    story = Story()
    for _ in range(days):
        story.at("09:00").do(c.OpenCounter(counter="3", staff="s3"))
        for _ in range(8):
            story.issue()
            story.later(seconds=30).serve("3", seconds=200)
        story.at("16:00").do(c.CloseDay(reason="now"))
        story.later(days=1)
    return story


def today(story: Story) -> date:
    return story.now.astimezone(ZONE).date()


def taught(db: Connection, day: date) -> Lessons:
    *_, last = learn(db, HALL, CONFIG, day)
    return last


def a_journal(story: Story) -> Connection:
    db = a_database()
    written(db, recorded(story))
    return db


def close(one: Sums, other: Sums) -> bool:
    return one.keys() == other.keys() and all(sum_ == pytest.approx(other[key]) for key, sum_ in one.items())


def test_night_by_night_or_at_once() -> None:
    story = a_past()
    at_once, nightly = a_journal(story), a_journal(story)
    whole = taught(at_once, today(story))
    for n in range(7):
        known = taught(nightly, today(story) - timedelta(days=6 - n))
        assert known.days == n
    assert (known.days, known.day, known.worked) == (whole.days, whole.day, whole.worked)
    assert close(known.sums, whole.sums)
    kept = learned_so_far(nightly, HALL, CONFIG)
    assert kept is not None
    assert close(kept.sums, whole.sums)


def test_what_is_learned_is_true() -> None:
    story = a_past(6)
    known = taught(a_journal(story), today(story))
    assert known.sums[Key(OCCUPIED, "bill", bin_of(230))].weight > 40  # and the clerk's gap
    assert [(w.opens, w.closes) for w in known.worked] == [(540, 960)] * 6


def test_today_is_not_over() -> None:
    story = a_past(1)
    story.later(days=-1)
    assert taught(a_journal(story), today(story)) == replace(Lessons(), seq=0)


def test_a_hall_without_history_has_learned_nothing() -> None:
    db = a_database()
    assert learned_so_far(db, HALL, CONFIG) is None
    assert taught(db, date(2026, 3, 2)).days == 0
    assert taught(db, date(2026, 3, 3)).sums == {}


def test_torn_off_at_any_portion_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lessons, "PORTION", 20)
    monkeypatch.setattr(lessons, "TOGETHER", 2)
    story = a_past(5)
    whole = taught(a_journal(story), today(story))
    for torn in range(1, 26, 8):
        db = a_journal(story)
        for _, _ in zip(range(torn), learn(db, HALL, CONFIG, today(story)), strict=False):
            pass
        again = taught(db, today(story))
        assert again.days == 5
        assert close(again.sums, whole.sums)


def test_two_that_learn_at_once_do_not_count_a_day_twice() -> None:
    story = a_past(2)
    db = a_journal(story)
    slow = learn(db, HALL, CONFIG, today(story))
    next(slow)
    whole = taught(db, today(story))
    with pytest.raises(Elsewhere):
        list(slow)
    kept = learned_so_far(db, HALL, CONFIG)
    assert kept is not None
    assert close(kept.sums, whole.sums)


def test_what_is_forgotten_is_learned_anew() -> None:
    story = a_past(3)
    db = a_journal(story)
    known = taught(db, today(story))
    forget(db, HALL)
    assert learned_so_far(db, HALL, CONFIG) is None
    assert close(taught(db, today(story)).sums, known.sums)


def test_another_zone_or_journal_is_learned_anew() -> None:
    story = a_past(3)
    db = a_journal(story)
    taught(db, today(story))
    assert learned_so_far(db, HALL, replace(CONFIG, timezone="UTC")) is None
    db.execute(update(EVENT).values(epoch=2))
    assert learned_so_far(db, HALL, CONFIG) is None
    assert taught(db, today(story)).days == 3


def test_a_torn_entry_and_a_hole_cost_what_they_tell() -> None:
    story = a_past(3)
    db = a_journal(story)
    calls = db.execute(select(EVENT.c.seq).where(EVENT.c.kind == "TicketCalled")).scalars().all()
    db.execute(update(EVENT).where(EVENT.c.seq == calls[3]).values(body="{"))
    db.execute(delete(EVENT).where(EVENT.c.seq.between(calls[9], calls[12])))
    known = taught(db, today(story))
    assert known.days == 3
    assert mean_seconds(known.sums, "bill", 200) == pytest.approx(230, abs=5)


def test_a_day_that_a_clock_put_forward_noted_is_no_day() -> None:
    """The next year's events are left, and what came after them is learned."""
    story = a_past(2)
    db = a_journal(story)
    middle = len(story.log) // 2
    ahead = (story.now + timedelta(days=400)).isoformat()
    db.execute(update(EVENT).where(EVENT.c.seq.between(middle, middle + 2)).values(at=ahead))
    assert taught(db, today(story)).days >= 2
    assert (
        list(learn(db, HALL, CONFIG, today(story)))[-1].seq == len(story.log) - 1
    )  # all but the day's own closing


def test_what_another_system_counted_is_learned_first() -> None:
    db = a_database()
    story = Story("3")
    source = {"hall_id": HALL, "source": "旧", "imported_at": story.now, "sha256": "x", "whole": True}
    days = {"first_day": today(story), "last_day": today(story), "taken": 30, "left": 0}
    old = story.now - timedelta(days=3)
    rows = [
        {
            "hall_id": HALL,
            "source": "旧",
            "line": n,
            "issued_at": old + timedelta(minutes=n),
            "day": old.astimezone(ZONE).date(),
            "minute": 0,
            "service": "bill",
            "number": "",
            "called_at": old + timedelta(minutes=n, seconds=30),
            "started_at": None,
            "ended_at": old + timedelta(minutes=n, seconds=430),
            "counter": "",
            "staff": "",
        }
        for n in range(30)
    ]
    before = taught(db, today(story))
    db.execute(insert(table(HistoryVisitRow)), rows)
    assert taught(db, today(story)).days == 0  # not whole yet
    db.execute(insert(table(HistorySourceRow)), [{**source, **days}])
    known = taught(db, today(story))
    assert (before.days, known.days) == (0, 1)
    assert mean_seconds(known.sums, "bill", 400) == pytest.approx(400, abs=20)
    assert sum(one.weight for key, one in known.sums.items() if key.kind == OCCUPIED) == 30
    assert known.sums.get(Key("comes"), NOTHING) == NOTHING
    assert db.execute(select(KEPT.c.days)).scalar() == 1
    assert db.execute(select(HABIT.c.kind).distinct()).scalars().all()
