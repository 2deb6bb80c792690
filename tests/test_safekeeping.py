"""A copy of a running hall, and the way back from it."""

import asyncio
from pathlib import Path

import pytest

from server.domain.queue.commands import IssueTicket
from server.journal.sqlite import SqliteJournal
from server.making import compare
from server.safekeeping import NotABackup, backup, restore
from server.settings import Settings
from tests.living import HandClock, ask, everything, living, numbers, series, set_up

ISSUE = IssueTicket(service="bill")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "厅 #1?" / "data"  # a folder as people name them


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "copy 100%.sqlite3"


def journal_of(data: Path) -> SqliteJournal:
    return SqliteJournal(Settings(data=data).database)


@pytest.fixture
async def saved(data: Path, copy: Path) -> Path:
    """A copy made while the hall was running, with three numbers given."""
    async with living(journal_of(data)) as live:
        await set_up(live)
        for n in range(3):
            await ask(live, ISSUE, f"r{n}")
        backup(data, copy)
        await ask(live, ISSUE, "after the copy")
    return copy


async def test_a_hall_comes_back_as_it_was_copied(saved: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "new box" / "data"
    restore(saved, elsewhere)
    async with living(journal_of(elsewhere)) as live:
        assert [t.number for t in live.hall.tickets.values()] == series("A", 3)
    assert await compare(elsewhere) == "", "rows and journal agree, also about the epoch"


async def test_a_hall_that_came_back_goes_on_in_a_new_epoch(saved: Path, tmp_path: Path) -> None:
    assert restore(saved, tmp_path / "one") == 2
    async with living(journal_of(tmp_path / "one"), HandClock()) as live:
        done = await ask(live, ISSUE, "next")
        assert ([r.epoch for r in done.recorded], numbers(done.recorded)) == ([2], ["A004"])
        assert (await ask(live, ISSUE, "r1")).recorded[-1].epoch == 1, "old requests keep their answers"
    assert await compare(tmp_path / "one") == ""
    backup(tmp_path / "one", tmp_path / "again")
    assert restore(tmp_path / "again", tmp_path / "two") == 3


async def test_a_copy_made_in_the_middle_of_writing_is_whole(data: Path, copy: Path, tmp_path: Path) -> None:
    async with living(journal_of(data)) as live:
        await set_up(live)
        async with asyncio.TaskGroup() as group:
            for n in range(200):
                group.create_task(ask(live, ISSUE, f"r{n}"))
            await ask(live, ISSUE, "one")
            await asyncio.to_thread(backup, data, copy)
    restore(copy, tmp_path / "back")
    assert await compare(tmp_path / "back") == ""
    journal = journal_of(tmp_path / "back")
    given = numbers(await everything(journal))
    assert given == series("A", len(given))
    await journal.close()


def test_a_copy_is_one_file(saved: Path) -> None:
    assert [f.name for f in saved.parent.iterdir() if f.name.startswith("copy")] == [saved.name]


async def test_what_is_there_is_never_written_over(saved: Path, data: Path) -> None:
    before = saved.read_bytes()
    with pytest.raises(NotABackup, match="exists already"):
        backup(data, saved)
    with pytest.raises(NotABackup, match="move it away"):
        restore(saved, data)
    assert saved.read_bytes() == before
    journal = journal_of(data)
    assert len((await journal.load()).tickets) == 4
    await journal.close()


@pytest.mark.parametrize("content", [None, b"", b"no database at all " * 300, "half", "torn"])
def test_a_file_that_holds_no_hall_is_refused_and_leaves_nothing(
    saved: Path, tmp_path: Path, content: bytes | str | None
) -> None:
    wrong, target = tmp_path / "wrong", tmp_path / "target"
    if content == "half":
        wrong.write_bytes(saved.read_bytes()[: saved.stat().st_size // 2])
    elif content == "torn":
        whole = bytearray(saved.read_bytes())
        torn = whole.rindex(b"TicketIssued") // 4096 * 4096  # a page that opening the hall would not look at
        whole[torn : torn + 4096] = bytes(4096)
        wrong.write_bytes(whole)
    elif isinstance(content, bytes):
        wrong.write_bytes(content)
    with pytest.raises(NotABackup, match="holds no hall"):
        restore(wrong, target)
    assert list(target.iterdir()) == []
    assert restore(saved, target) == 2, "the way is still free"


def test_a_hall_that_is_not_there_cannot_be_copied(tmp_path: Path, copy: Path) -> None:
    with pytest.raises(NotABackup):
        backup(tmp_path / "nowhere", copy)
    assert not copy.exists()


def test_a_place_that_is_not_there_cannot_be_copied_to(saved: Path, data: Path, tmp_path: Path) -> None:
    with pytest.raises(NotABackup):
        backup(data, tmp_path / "no folder" / "copy")
