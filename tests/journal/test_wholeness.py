"""C44 and its kind: a journal or rows damaged in every way are found when the hall opens, healed or told."""

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from server.journal import JournalDamaged
from server.journal.files import DataGone
from server.journal.sqlite import SqliteJournal
from tests.builders import MORNING, a_config
from tests.journal.stores import kept

FULL_DAY = (MORNING - timedelta(days=1), MORNING + timedelta(days=1))


@pytest.fixture
async def file(tmp_path: Path) -> Path:
    """A hall with a customer called and two waiting, its server gone."""
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
async def journal(file: Path) -> AsyncIterator[SqliteJournal]:
    journal = SqliteJournal(file)
    yield journal
    await journal.close()


def damage(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
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


ROWS = {
    "a torn row of a ticket": "UPDATE ticket SET body = substr(body, 1, 40) WHERE number = 'A002'",
    "a row of a ticket that is away": "DELETE FROM ticket WHERE number = 'A002'",
    "a row that tells something else": "UPDATE ticket SET body = replace(body, 'A003', 'A009')",
    "a torn row of a counter": "UPDATE counter SET body = '{' WHERE counter_id = '1'",
    "a torn row of the hall": "UPDATE hall SET body = 'x'",
    "a torn set-up": "UPDATE hall SET config = substr(config, 1, 200)",
    "no row of the hall": "DELETE FROM hall",
    "a row that lags": "UPDATE hall SET seq = seq - 1",
    "a row of an older release (S1)": "UPDATE hall SET body = json_remove(body, '$.care')",
}


@pytest.mark.parametrize("how", ROWS)
async def test_rows_heal_from_the_journal(file: Path, how: str) -> None:
    before = await whole_hall(file)
    damage(file, ROWS[how])
    journal = SqliteJournal(file)
    opened = await journal.open_whole()
    assert opened.hall == before
    assert [(d.kind, d.healed) for d in opened.damage] == [("rows", True)]
    assert await journal.load() == await journal.replay() == before
    assert (await journal.open_whole()).damage == (), "healed for good"
    await journal.close()


OTHER_SHAPE = "UPDATE hall SET body = json_set(json_remove(body, '$.care'), '$.stamp', 'other')"


async def test_rows_of_another_version_are_made_anew_from_the_journal_without_a_fault(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = await whole_hall(file)
    damage(file, OTHER_SHAPE)
    assert await whole_hall(file) == before
    journal = SqliteJournal(file)
    opened = await journal.open_whole()
    assert (opened.hall, opened.damage) == (before, ())
    assert "made anew from 7 events in 0.0 s" in caplog.text
    assert await journal.load() == before
    assert len(caplog.records) == 1
    await journal.close()


async def test_rows_of_another_version_are_all_there_is_where_the_journal_is_not_whole(file: Path) -> None:
    before = await whole_hall(file)
    damage(file, OTHER_SHAPE.replace("json_remove(body, '$.care')", "body"), EVENTS["one is torn"][0])
    journal = SqliteJournal(file)
    opened = await journal.open_whole()
    assert opened.hall == before
    assert [d.kind for d in opened.damage] == ["torn"]
    assert await journal.load() == before
    await journal.close()


async def test_to_look_changes_nothing(file: Path, journal: SqliteJournal) -> None:
    damage(file, ROWS["a row of a ticket that is away"])
    found = await journal.examine()
    assert [(d.kind, d.healed) for d in found] == [("rows", False)]
    assert await journal.load() != await journal.replay()


EVENTS = {
    "one is missing in the middle": ("DELETE FROM event WHERE seq = 4", "gap", 4),
    "the first is missing": ("DELETE FROM event WHERE seq = 1", "gap", 1),
    "the last is missing": ("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)", "gap", 7),
    "one is torn": ("UPDATE event SET body = substr(body, 1, 20) WHERE seq = 5", "torn", 5),
    "one is JSON and no such event": ("UPDATE event SET body = '{}' WHERE seq = 5", "torn", 5),
    "one is of an unknown kind": ("UPDATE event SET kind = 'FromTheFuture' WHERE seq = 5", "unknown_kind", 5),
    "one is there twice": (
        "INSERT INTO event SELECT hall_id, epoch + 1, seq, at, kind, actor, body FROM event WHERE seq = 5",
        "doubled",
        5,
    ),
}


@pytest.mark.parametrize("how", EVENTS)
async def test_a_damaged_journal_is_told_and_the_hall_goes_on_by_its_rows(file: Path, how: str) -> None:
    """C44."""
    statement, kind, place = EVENTS[how]
    before = await whole_hall(file)
    damage(file, statement)
    journal = SqliteJournal(file)
    opened = await journal.open_whole()
    assert opened.hall == before
    assert [(d.kind, d.first, d.healed) for d in opened.damage] == [(kind, place, False)]
    with pytest.raises(JournalDamaged):  # a report over it would be wrong
        await journal.read(*FULL_DAY, list)
    away = timedelta(days=9 if place == 1 else -9)  # nobody knows how far back the first ones lay
    found = await journal.read(FULL_DAY[0] + away, FULL_DAY[1] + away, list)
    assert not [r for r in found if r.seq > 1], "another time is read as ever"
    book = await kept(journal)
    await book.do(c.IssueTicket(service="bill"))
    assert [d.kind for d in (await journal.open_whole()).damage][:1] == [kind], "told again at the next start"
    await journal.close()


async def test_rows_and_journal_both_damaged_is_no_hall_and_says_what_to_do(file: Path) -> None:
    damage(file, ROWS["a torn row of the hall"], EVENTS["one is torn"][0])
    journal = SqliteJournal(file)
    with pytest.raises(DataGone, match="hallqueue restore"):
        await journal.open_whole()
    await journal.close()


async def test_rows_that_know_less_than_a_damaged_journal_are_kept_and_told(file: Path) -> None:
    damage(file, ROWS["a row that lags"], EVENTS["one is missing in the middle"][0])
    journal = SqliteJournal(file)
    assert [d.kind for d in (await journal.open_whole()).damage] == ["gap", "rows"]
    await journal.close()


async def test_torn_pages_are_told_in_words(file: Path) -> None:
    content = bytearray(file.read_bytes())
    for page in range(2 * 4096, len(content), 4096):
        content[page : page + 4096] = bytes(4096)
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
    damage(file, ROWS["no row of the hall"])
    assert (await journal.open_whole()).hall == before
