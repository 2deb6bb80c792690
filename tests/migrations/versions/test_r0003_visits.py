"""A hall of an earlier version has rows for every visit of its past, as soon as somebody keeps them."""

from contextlib import closing
from pathlib import Path

from sqlalchemy import create_engine, func, select
from sqlalchemy.pool import NullPool

from server.journal.connecting import connect
from server.journal.opening import open_database
from server.visits.keeping import EVENT, Keeper
from server.visits.past import VISIT
from tests.test_old_halls import JOURNALS, laid_out


def test_the_visits_of_an_earlier_hall_are_made_from_its_journal(tmp_path: Path) -> None:
    file = laid_out(JOURNALS[0], tmp_path / "hall") / "hall.sqlite3"
    with closing(open_database(file)) as db:
        assert db.execute("SELECT count(*) FROM visit").fetchone() == (0,)
    engine, keeper = (
        create_engine("sqlite://", creator=lambda: connect(file), poolclass=NullPool),
        Keeper("hall"),
    )
    with engine.connect() as db:
        while keeper.catch_up(db):
            pass
        given = select(func.count()).where(EVENT.c.kind == "TicketIssued")
        assert db.execute(select(func.count()).select_from(VISIT)).scalar() == db.execute(given).scalar() > 10
        assert db.execute(select(func.count()).where(VISIT.c.ended_at.is_not(None))).scalar() > 5
