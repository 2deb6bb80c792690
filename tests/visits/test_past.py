"""Visits of one hall or of many, read in portions."""

from sqlalchemy import select

from server.visits.keeping import Keeper
from server.visits.past import LEG, PORTION, VISIT, Past
from server.visits.rows import keep
from tests.builders import ZONE, Story
from tests.reports.lived import a_database, every, recorded, today, written


def a_story(n: int) -> Story:
    story = Story("1")
    story.issue_many(n)
    return story


def test_halls_are_read_alone_or_together() -> None:
    db = a_database()
    for hall, n in (("north", 2), ("south", 3)):
        written(db, recorded(a_story(n)), hall)
        while Keeper(hall).catch_up(db):
            pass
    day = today(a_story(1))
    for halls, n in ((["north"], 2), (["south"], 3), (["north", "south"], 5), ([], 0)):
        past = Past(db, halls)
        asked = select(VISIT.c.ticket).where(past.issued(VISIT, day.start, day.end))
        assert len(list(past.rows(asked))) == n


def test_a_time_begins_with_its_first_moment_and_ends_before_its_last() -> None:
    story = a_story(1)
    [visit] = every(story)
    db, at = a_database(), story.now
    keep(db, [visit], ZONE)
    past = Past(db, ["hall"])

    def n(start: object, end: object) -> int:
        return len(list(past.rows(select(LEG.c.n).where(past.issued(LEG, start, end)))))  # type: ignore[arg-type]

    later = story.later(seconds=1).now
    assert (n(at, later), n(later, later), n(at, at)) == (1, 0, 0)


def test_more_rows_than_a_portion_all_come() -> None:
    db = a_database()
    story = a_story(1)
    [visit] = every(story)
    from dataclasses import replace

    many = [replace(visit, ticket=f"x{n}", seq=n) for n in range(PORTION + 7)]
    keep(db, many, ZONE)
    past = Past(db, ["hall"])
    found = [row.seq for row in past.rows(select(VISIT.c.seq).order_by(VISIT.c.seq))]
    assert found == list(range(PORTION + 7))
