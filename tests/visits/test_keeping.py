"""However the journal comes to the keeper, at once, in bits, torn, or anew: the visits are the same."""

import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, func, select, update
from sqlalchemy.pool import NullPool

from server.domain.opinion.commands import Rate
from server.domain.queue.commands import UndoLast
from server.domain.queue.events import TicketIssued
from server.domain.setup.commands import ConfigureHall
from server.journal.connecting import connect
from server.journal.opening import open_database
from server.visits import keeping
from server.visits.keeping import EVENT, KEPT, Elsewhere, Keeper
from server.visits.nouns import Visit
from server.visits.past import VISIT
from server.visits.rows import read
from tests.builders import Story, a_config
from tests.reports.conftest import BusyHall
from tests.reports.lived import HALL, a_database, recorded, written


def visits(db: Connection) -> dict[str, Visit]:
    return read(db, HALL, list(db.execute(select(VISIT.c.ticket)).scalars()))


def caught_up(db: Connection, keeper: Keeper | None = None) -> dict[str, Visit]:
    keeper = keeper or Keeper(HALL)
    while keeper.catch_up(db):
        pass
    return visits(db)


def events_of(busy: BusyHall) -> list[keeping.Recorded]:
    rows = busy.db.execute(select(*keeping.COLUMNS).order_by(EVENT.c.seq)).all()
    return [found for row in rows if (found := keeping.decoded(row)) is not None]


@pytest.mark.parametrize("seed", range(2))
def test_in_bits_of_any_length_or_at_once(busy: BusyHall, seed: int) -> None:
    chance, told, db = random.Random(seed), events_of(busy), a_database()
    keeper = Keeper(HALL)
    while told:
        n = chance.randrange(1, 400)
        some, told = told[:n], told[n:]
        written(db, some)
        luck = chance.random()
        if luck < 0.3:
            keeper = Keeper(HALL)  # a restart
        if luck > 0.6 or not keeper.take(db, some):
            caught_up(db, keeper)
    assert caught_up(db) == visits(busy.db)


def test_what_comes_late_corrects_the_row() -> None:
    story, db = Story("1"), a_database()
    story.issue()
    story.serve("1")
    written(db, recorded(story))
    [visit] = caught_up(db).values()
    assert (visit.leg.outcome, visit.ended_at, visit.leg.opinion.level) == ("done", story.now, 0)  # type: ignore[union-attr]
    for command in (
        Rate(counter="1", evaluation=story.hall.opinion.evaluations["1"].id, level=2, reaction_ms=900),
        UndoLast(counter="1"),
    ):
        before = len(story.log)
        story.do(command)
        written(db, recorded(story)[before:])
        caught_up(db)
    row = db.execute(VISIT.select()).one()
    assert (row.rating, row.ended_at, row.outcome) == (2, None, "")


def test_news_that_does_not_follow_is_not_taken() -> None:
    story, db, keeper = Story("1"), a_database(), Keeper(HALL)
    story.issue_many(3)
    told = recorded(story)
    assert not keeper.take(db, told)  # it has not looked yet
    written(db, told[:2])
    caught_up(db, keeper)
    assert not keeper.take(db, told[3:])
    assert not keeper.take(db, [])  # others may have written
    written(db, told[2:])
    assert keeper.take(db, told[2:])
    assert len(visits(db)) == 3


def test_another_shape_a_lost_place_and_another_zone_make_all_anew() -> None:
    story, db = Story("1"), a_database()
    story.at("9:30").issue()
    written(db, recorded(story))
    whole = caught_up(db)
    for odd in ({"shape": "0"}, {"seq": 999}, {"epoch": 7}):
        db.execute(update(VISIT).values(number="Z9"))
        db.execute(update(KEPT).values(**odd))
        assert caught_up(db) == whole
    keeper = Keeper(HALL)
    caught_up(db, keeper)
    before = len(story.log)
    story.do(ConfigureHall(config=replace(a_config(), timezone="America/New_York")))
    written(db, recorded(story)[before:])
    caught_up(db, keeper)
    assert db.execute(select(VISIT.c.day)).scalar_one().isoformat() == "2026-03-01"


def test_a_fold_that_has_changed_makes_all_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    story, db = Story("1"), a_database()
    story.issue()
    written(db, recorded(story))
    whole = caught_up(db)
    db.execute(update(VISIT).values(number="Z9"))
    assert caught_up(db) != whole
    monkeypatch.setattr(keeping, "FOLD", keeping.FOLD + 1)
    assert caught_up(db) == whole


def test_an_entry_that_cannot_be_read_costs_itself_alone() -> None:
    story, db = Story("1"), a_database()
    story.issue_many(3)
    written(db, recorded(story))
    torn = next(r.seq for r in recorded(story) if getattr(r.event, "number", "") == "A002")
    db.execute(update(EVENT).where(EVENT.c.seq == torn).values(body="{"))
    assert sorted(v.number for v in caught_up(db).values()) == ["A001", "A003"]


@contextmanager
def two_processes(path: Path) -> Iterator[tuple[Connection, Connection]]:
    open_database(path).close()
    engine = create_engine("sqlite://", creator=lambda: connect(path), poolclass=NullPool)
    with engine.connect() as one, engine.connect() as other:
        yield one, other


def test_two_who_keep_the_same_hall_do_not_keep_it_twice(tmp_path: Path) -> None:
    story = Story("1")
    story.issue_many(2)
    with two_processes(tmp_path / "hall.sqlite3") as (db, there):
        n = next(r.seq for r in recorded(story) if type(r.event) is TicketIssued)
        written(db, recorded(story)[:n])
        one, other = Keeper(HALL), Keeper(HALL)
        assert len(caught_up(db, one)) == len(caught_up(there, other)) == 1
        written(db, recorded(story)[n:])
        caught_up(db, one)
        with pytest.raises(Elsewhere):
            other.take(there, recorded(story)[n:])
        other.forget()
        assert len(caught_up(there, other)) == 2


def test_nothing_half_is_written(tmp_path: Path) -> None:
    story = Story("1")
    story.issue_many(2)
    path = tmp_path / "hall.sqlite3"
    with two_processes(path) as (db, there):
        written(db, recorded(story))
        db.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON visit_leg BEGIN SELECT raise(ABORT, 'full'); END"
        )
        with pytest.raises(Exception, match="full"):
            caught_up(db)
        db.rollback()
        assert there.execute(select(func.count()).select_from(VISIT)).scalar() == 0
        db.exec_driver_sql("DROP TRIGGER full")
        assert len(caught_up(db)) == 2
    with closing(open_database(path)) as again:
        assert again.execute("SELECT seq FROM visits_kept").fetchone() == (len(story.log),)
