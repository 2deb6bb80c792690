"""C44 and its kind: a journal or snapshots damaged in any way are found at the start, healed or told."""

import json
import re
import sqlite3
import zlib
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from server.api.health.safety import Safety
from server.domain.queue import commands as c
from server.domain.queue.commands import GoOnRestored
from server.domain.queue.events import TicketIssued
from server.domain.setup.commands import ConfigureHall
from server.journal import JournalDamaged
from server.journal.files import DataGone
from server.journal.snapshots import taken
from server.journal.sqlite import SqliteJournal
from server.safekeeping.going_on import gone_on
from tests.builders import MORNING, a_config
from tests.journal.stores import kept

FULL_DAY = (MORNING - timedelta(days=1), MORNING + timedelta(days=1))


@pytest.fixture
async def killed(tmp_path: Path) -> Path:
    """A hall with a customer called and two waiting; its server was killed before any snapshot."""
    journal = SqliteJournal(tmp_path / "hall.sqlite3")
    book = await kept(journal)
    await book.do(ConfigureHall(config=a_config()))
    await book.do(c.OpenCounter(counter="1", staff="1207"))
    for _ in range(3):
        await book.do(c.IssueTicket(service="bill"))
    await book.do(c.CallNext(counter="1"))
    await journal.close()
    return tmp_path / "hall.sqlite3"


@pytest.fixture
async def file(killed: Path) -> Path:
    """The same, its server stopped."""
    journal = SqliteJournal(killed)
    await journal.open_whole()
    await journal.close()
    return killed


@pytest.fixture
async def journal(file: Path) -> AsyncIterator[SqliteJournal]:
    journal = SqliteJournal(file)
    yield journal
    await journal.close()


def damage(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.create_function("unpack", 1, lambda body: zlib.decompress(body).decode())
        db.create_function("pack", 1, lambda text: zlib.compress(text.encode()))
        for statement in statements:
            assert db.execute(statement).rowcount > 0, statement


async def whole_hall(file: Path) -> object:
    journal = SqliteJournal(file)
    try:
        return await journal.load()
    finally:
        await journal.close()


async def test_a_hall_that_is_whole_is_opened_without_a_word(journal: SqliteJournal) -> None:
    opened = await journal.open_whole()
    assert opened.damage == ()
    assert opened.hall == await journal.replay()
    assert await journal.examine() == ()


def altered(change: str) -> str:
    """The newest snapshot made to tell something else."""
    return f"UPDATE snapshot SET body = pack(replace(unpack(body), {change}))"


SNAPSHOTS = {
    "a torn snapshot": "UPDATE snapshot SET body = substr(body, 1, 90)",
    "bytes that are none": "UPDATE snapshot SET body = x'00'",
    "a snapshot of another place": "UPDATE snapshot SET seq = 4",
    "one that tells something else": altered("'A003', 'A009'"),
    "one without a counter": altered("'calling', 'closed'"),
    "one of a shape that is not its stamp's": altered("'\"care\"', '\"cure\"'"),
    "no row of the hall": "DELETE FROM hall",
    "a row that lags": "UPDATE hall SET seq = seq - 1",
}


@pytest.mark.parametrize("how", SNAPSHOTS)
async def test_a_snapshot_heals_from_the_journal(file: Path, how: str) -> None:
    before = await whole_hall(file)
    damage(file, SNAPSHOTS[how])
    journal = SqliteJournal(file)
    opened = await journal.open_whole()
    assert opened.hall == before
    assert [(d.kind, d.healed) for d in opened.damage] == [("snapshot", True)]
    assert await journal.load() == await journal.replay() == before
    assert (await journal.open_whole()).damage == (), "healed for good"
    await journal.close()


OTHER_SHAPE = (
    "UPDATE snapshot SET stamp = 'other', body = pack(replace(unpack(body), '\"care\"', '\"cure\"'))"
)
OTHER_STAMP = "UPDATE snapshot SET stamp = 'other'"


async def test_a_snapshot_of_another_version_is_made_anew_from_the_journal_without_a_fault(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = await whole_hall(file)
    damage(file, OTHER_SHAPE)
    assert await whole_hall(file) == before
    journal = SqliteJournal(file)
    with caplog.at_level("INFO"):
        opened = await journal.open_whole()
    assert (opened.hall, opened.damage) == (before, ())
    assert re.search(r"told anew by all its 7 events in \d+\.\d s\b", caplog.text)  # however slow we are
    caplog.clear()
    damage(file, "DELETE FROM event WHERE seq = 1")
    assert await journal.load() == before, "by the snapshot that was made"
    await journal.close()


async def test_a_torn_snapshot_leaves_the_older_one(file: Path, journal: SqliteJournal) -> None:
    book = await kept(journal)
    await book.do(c.IssueTicket(service="bill"))
    await journal.keep(taken(book.hall), "")
    damage(file, "UPDATE snapshot SET body = x'00' WHERE seq = 8", "DELETE FROM event WHERE seq = 2")
    assert await journal.load() == book.hall


async def test_a_snapshot_of_another_version_serves_where_the_journal_is_not_whole(file: Path) -> None:
    before = await whole_hall(file)
    damage(file, OTHER_STAMP, EVENTS["one is torn"][0])
    journal = SqliteJournal(file)
    opened = await journal.open_whole()
    assert (opened.hall, opened.lost) == (before, False)
    assert [d.kind for d in opened.damage] == ["torn"]
    assert await journal.load() == before
    await journal.close()


async def test_to_look_changes_nothing(file: Path, journal: SqliteJournal) -> None:
    damage(file, SNAPSHOTS["one that tells something else"])
    found = await journal.examine()
    assert [(d.kind, d.healed) for d in found] == [("snapshot", False)]
    assert await journal.load() != await journal.replay()


EVENTS = {
    "one is missing in the middle": ("DELETE FROM event WHERE seq = 4", "gap", 4),
    "the first is missing": ("DELETE FROM event WHERE seq = 1", "gap", 1),
    "the last is missing": ("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)", "gap", 7),
    "one is torn": ("UPDATE event SET body = substr(body, 1, 20) WHERE seq = 5", "torn", 5),
    "one is JSON and no such event": ("UPDATE event SET body = '{}' WHERE seq = 5", "torn", 5),
    "one is of an unknown kind": ("UPDATE event SET kind = 'FromTheFuture' WHERE seq = 5", "unknown_kind", 5),
    "one is there twice": (
        "INSERT INTO event SELECT hall_id, seq, epoch + 1, at, kind, actor, body, request"
        " FROM event WHERE seq = 5",
        "doubled",
        5,
    ),
}


@pytest.mark.parametrize("how", EVENTS)
async def test_a_damaged_journal_is_told_and_the_hall_goes_on_by_its_snapshot(file: Path, how: str) -> None:
    """C44."""
    statement, kind, place = EVENTS[how]
    before = await whole_hall(file)
    damage(file, statement)
    journal = SqliteJournal(file)
    opened = await journal.open_whole()
    assert opened.hall == before
    assert [(d.kind, d.first, d.healed) for d in opened.damage] == [(kind, place, False)]
    assert not opened.lost
    with pytest.raises(JournalDamaged):  # a report over it would be wrong
        await journal.read(*FULL_DAY, list)
    away = timedelta(days=9 if place == 1 else -9)  # nobody knows how far back the first ones lay
    found = await journal.read(FULL_DAY[0] + away, FULL_DAY[1] + away, list)
    assert not [r for r in found if r.seq > 1], "another time is read as ever"
    book = await kept(journal)
    await book.do(c.IssueTicket(service="bill"))
    assert [d.kind for d in (await journal.open_whole()).damage][:1] == [kind], "told again at the next start"
    await journal.close()


@pytest.mark.parametrize("how", [how for how in EVENTS if how != "one is there twice"])
async def test_a_hall_with_no_snapshot_behind_the_damage_goes_on_by_what_can_be_told(
    killed: Path, how: str
) -> None:
    """It is said to have lost something, and goes on as one that is back: no number comes twice."""
    statement, kind, place = EVENTS[how]
    damage(killed, statement)
    journal = SqliteJournal(killed)
    if place == 1:
        with pytest.raises(DataGone, match="hallqueue restore"):  # not even a set-up
            await journal.open_whole()
    else:
        opened = await journal.open_whole()
        assert [d.kind for d in opened.damage] == [kind, "lost"]
        assert opened.lost
        assert (opened.hall.seq, opened.hall.config) == (7, a_config())
        assert opened.hall == await journal.load()
        assert (await journal.open_whole()).lost, "until it has gone on"
        await gone_on(killed, GoOnRestored(epoch=2), MORNING + timedelta(hours=1))
        again = await journal.open_whole()
        assert [d.kind for d in again.damage] == [kind]
        assert not again.lost
        book = await kept(journal)
        (entry,) = await book.do(c.IssueTicket(service="bill"))
        (number,) = [r.event.number for r in entry.recorded if isinstance(r.event, TicketIssued)]
        assert number > "A100"
    await journal.close()


async def test_a_journal_that_lacks_its_end_and_has_no_snapshot_there_has_lost_something(file: Path) -> None:
    journal = SqliteJournal(file)
    book = await kept(journal)
    await book.do(c.IssueTicket(service="bill"))
    damage(file, "DELETE FROM event WHERE seq = 8")
    opened = await journal.open_whole()
    assert [d.kind for d in opened.damage] == ["gap", "lost"]
    assert (opened.hall.seq, opened.lost) == (8, True)
    await journal.close()


@pytest.mark.parametrize("portion", [1, 2, 3, 100])
async def test_what_lies_further_back_is_found_once_the_doors_are_open(
    file: Path, journal: SqliteJournal, portion: int
) -> None:
    """A start looks at the newest events; the rest is looked through beside the loop, and told as well."""
    assert (await journal.open_whole()).damage == ()
    await journal.look_back(lately=0, portion=portion, rest=0)
    assert journal.damage == ()
    torn = "UPDATE event SET body = substr(body, 1, 9) WHERE seq = 2"
    strange = "UPDATE event SET kind = 'NobodyKnowsThis' WHERE seq = 6"
    damage(file, torn, "DELETE FROM event WHERE seq = 4", strange)
    await journal.look_back(lately=0, portion=portion, rest=0)
    found = {(d.kind, d.first, d.last) for d in journal.damage}
    assert found == {("torn", 2, 2), ("gap", 4, 4), ("unknown_kind", 6, 6)}
    assert [t.code for t in Safety(journal, file.parent).troubles()] == ["journal_damaged"] * 3
    await journal.look_back(lately=0, portion=portion, rest=0)
    assert len(journal.damage) == 3
    with pytest.raises(JournalDamaged):
        await journal.read(*FULL_DAY, list)


async def test_torn_pages_are_told_in_words(file: Path) -> None:
    content = bytearray(file.read_bytes())
    for page in range(2 * 512, len(content), 512):
        content[page : page + 512] = bytes(512)
    file.write_bytes(content)
    journal = SqliteJournal(file)
    with pytest.raises(DataGone) as told:
        await journal.open_whole()
    assert "备份" in str(told.value)
    await journal.close()


async def test_an_older_release_wrote_events_with_fewer_fields(file: Path, journal: SqliteJournal) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        (body,) = db.execute("SELECT body FROM event WHERE seq = 1").fetchone()
        old = {k: v for k, v in json.loads(body).items() if k in ("at", "config")}
        db.execute("UPDATE event SET body = ? WHERE seq = 1", (json.dumps(old),))
    assert (await journal.open_whole()).hall.config == a_config()


async def test_a_lost_row_of_the_hall_comes_back_in_the_epoch_it_was_in(
    file: Path, journal: SqliteJournal
) -> None:
    """The last event may be the one with which an epoch began."""
    book = await kept(journal)
    later = (book.story.now + timedelta(hours=1)).timestamp()
    await book.do(c.SettleClock(to=later, by="1001"))
    assert book.hall.epoch == 2
    before = await journal.load()
    damage(file, SNAPSHOTS["no row of the hall"])
    assert (await journal.open_whole()).hall == before
