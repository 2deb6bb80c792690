"""A hall comes back from its snapshot the same value, however large, and not from a torn one."""

import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.domain.equipment import commands as ec
from server.domain.hall import Hall
from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from server.journal import Journal
from server.journal.snapshots import LEAST, MOST, is_due, kept_since, taken, unpacked
from server.journal.sqlite import SqliteJournal
from server.journal.stamp import stamp
from tests.builders import MORNING, Story, a_config
from tests.journal.stores import Store, kept


@pytest.fixture
def story() -> Story:
    """One waits, one is served, many have gone; a printer is down."""
    story = Story("1", "2")
    story.issue_many(200, every=0.333333)
    story.issue("install", segment="企业“甲”\n<&>😀", printer="K1")
    for _ in range(70):
        story.serve("1", seconds=61.7)
    story.call("2")
    story.do(ec.ReportDevice(device="K1", kind="printer", state="down", detail="缺纸"))
    return story


def test_a_hall_comes_back_from_its_snapshot(story: Story) -> None:
    snapshot = taken(story.hall)
    again = unpacked(snapshot.body, "hall", story.hall.seq)
    assert again == story.hall
    assert list(again.tickets) == list(story.hall.tickets), "in the same order"
    assert (snapshot.seq, snapshot.epoch, snapshot.stamp) == (story.hall.seq, 1, stamp())
    assert len(snapshot.body) < 200 * 271


def test_an_empty_hall_comes_back_too() -> None:
    assert unpacked(taken(Hall(id="h")).body, "h", 0) == Hall(id="h")


def test_a_microsecond_is_not_lost() -> None:
    at = datetime(2026, 3, 2, 1, 0, 0, 1, tzinfo=UTC)
    assert unpacked(taken(replace(Hall(), at=at)).body, "hall", 0).at == at


@pytest.mark.parametrize(
    "body",
    [b"", b"x", zlib.compress(b"{"), zlib.compress(b'{"id":1}'), taken(Hall(id="h", seq=8)).body],
)
def test_what_is_none_is_refused(body: bytes) -> None:
    with pytest.raises((ValueError, zlib.error)):
        unpacked(body, "h", 7)


def test_the_next_is_due_after_some_hundred_events_and_later_in_a_large_hall() -> None:
    assert not is_due(LEAST - 1, 0)
    assert is_due(LEAST, 0)
    assert not is_due(LEAST, 200_000)
    assert is_due(3400, 200_000)
    assert is_due(MOST, 10**9)


@pytest.fixture
def journal(store: Store) -> Journal:
    return store.open()


async def test_the_tail_is_told_upon_the_newest_one(store: Store, journal: Journal) -> None:
    book = await kept(journal)
    await book.do(ConfigureHall(config=a_config()))
    await book.do(c.IssueTicket(service="bill"))
    await journal.keep(taken(book.hall), kept_since(book.hall))
    await journal.keep(taken(book.hall), kept_since(book.hall))  # twice is once
    await book.do(c.IssueTicket(service="bill"))
    assert await store.open().load() == await journal.replay() == book.hall


@pytest.mark.parametrize(
    "wrong",
    [
        {"body": b"torn"},
        {"body": zlib.compress(b'{"id":"h"}')},
        {"stamp": "another", "body": b"of another shape"},
    ],
)
async def test_one_that_cannot_be_read_leaves_the_older_one_and_the_events(
    store: Store, journal: Journal, wrong: dict[str, object]
) -> None:
    book = await kept(journal)
    await book.do(ConfigureHall(config=a_config()))
    await journal.keep(taken(book.hall), "")
    await book.do(c.IssueTicket(service="bill"))
    await journal.keep(replace(taken(book.hall), **wrong), "")  # type: ignore[arg-type]
    assert await store.open().load() == book.hall


async def test_one_that_knows_more_than_the_hall_has_lived_is_not_believed(
    store: Store, journal: Journal
) -> None:
    book = await kept(journal)
    await book.do(ConfigureHall(config=a_config()))
    future = replace(book.hall, seq=book.hall.seq + 5, epoch=9)
    await journal.keep(taken(future), "")
    assert await store.open().load() == book.hall


async def test_the_newest_few_and_the_first_of_each_day_are_kept_for_a_fortnight(tmp_path: Path) -> None:
    journal, made = SqliteJournal(tmp_path / "hall.sqlite3"), {}
    for n in range(80):
        hall = Hall(at=MORNING + timedelta(hours=6 * n), seq=n)
        made[n] = hall.at
        await journal.keep(replace(taken(hall), body=b"x"), kept_since(hall))
    await journal.close()
    with closing(sqlite3.connect(tmp_path / "hall.sqlite3")) as db:
        left = [seq for (seq,) in db.execute("SELECT seq FROM snapshot ORDER BY seq")]
    first = {at.date(): n for n, at in sorted(made.items(), reverse=True)}.values()
    fortnight = {n for n in first if made[79] - made[n] <= timedelta(days=14)}
    assert len(fortnight) == 14
    assert left == sorted(fortnight | {77, 78, 79})
