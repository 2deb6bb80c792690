"""A short story read by a report."""

from collections.abc import Iterable

from sqlalchemy import Connection, create_engine, insert, select
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel

from server.journal import Recorded, codec
from server.reports.opening import Told
from server.reports.period import Period, period_of
from server.reports.report import Cells, Report
from server.visits.keeping import EVENT, Keeper
from server.visits.nouns import Visit
from server.visits.past import VISIT, Past
from server.visits.rows import read
from tests.builders import ZONE, Story

HALL = "hall"


def recorded(story: Story) -> list[Recorded]:
    return [Recorded(epoch=1, seq=n, actor="test", event=e) for n, e in enumerate(story.log, 1)]


def a_database() -> Connection:
    """In memory, with the tables of a hall and nothing in them."""
    db = create_engine(
        "sqlite://", poolclass=StaticPool, connect_args={"isolation_level": None, "check_same_thread": False}
    ).connect()
    SQLModel.metadata.create_all(db)
    return db


def written(db: Connection, events: Iterable[Recorded], hall: str = HALL) -> None:
    rows = [codec.event_row(hall, one, "asked") for one in events]
    if rows:
        db.execute(insert(EVENT), rows)


def kept(story: Story) -> Connection:
    """What the observer makes of the journal."""
    db, keeper = a_database(), Keeper(HALL)
    written(db, recorded(story))
    while keeper.catch_up(db):
        pass
    return db


def past(story: Story) -> Past:
    return Past(kept(story), [HALL])


def today(story: Story, kind: str = "day") -> Period:
    return period_of(kind, story.now.astimezone(ZONE).date(), str(ZONE))


def every(story: Story) -> list[Visit]:
    """As their rows tell them, in the order of their numbers."""
    db = kept(story)
    found = read(db, HALL, [row.ticket for row in db.execute(select(VISIT.c.ticket))])
    return sorted(found.values(), key=lambda visit: visit.seq)


def seen(story: Story) -> dict[str, Visit]:
    """Today's visits by their numbers."""
    day = today(story)
    return {v.number: v for v in every(story) if day.start <= v.issued_at < day.end}


def told(story: Story, report: Report, kind: str = "day") -> Told:
    assert story.hall.config is not None
    period = today(story, kind)
    day = story.now.astimezone(ZONE).date()
    return Told(report=report, past=past(story), period=period, config=story.hall.config, today=day)


def table(story: Story, report: Report, sheet: str) -> list[Cells]:
    assert story.hall.config is not None
    rows = report.rows(past(story), today(story), story.hall.config)
    return [row.cells for row in rows if row.sheet == sheet]
