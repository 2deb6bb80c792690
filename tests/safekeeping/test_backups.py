"""A copy of a running hall that holds all a hall needs, proved before it has its name."""

import asyncio
import os
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from server.journal.opening import open_database
from server.safekeeping import NotABackup, backup
from server.safekeeping.noted import unsaved
from server.settings import Settings
from tests.builders import MORNING
from tests.journal.served import another_server
from tests.living import ask, everything, living, numbers, series, set_up
from tests.safekeeping.halls import ISSUE, a_hall, hall_in, journal_of, restore
from tests.test_old_halls import JOURNALS, laid_out


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "厅 #1?" / "data"  # a folder as people name them


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "copy 100%.zip"


async def test_a_copy_made_in_the_middle_of_writing_is_whole(data: Path, copy: Path, tmp_path: Path) -> None:
    async with living(journal_of(data)) as live:
        await set_up(live)
        async with asyncio.TaskGroup() as group:
            for n in range(200):
                group.create_task(ask(live, ISSUE, f"r{n}"))
            await ask(live, ISSUE, "one")
            await asyncio.to_thread(backup, data, copy, MORNING)
    await restore(copy, tmp_path / "back")
    await hall_in(tmp_path / "back")
    journal = journal_of(tmp_path / "back")
    given = numbers(await everything(journal))
    assert given == series("A", len(given))
    await journal.close()


async def test_a_copy_is_one_file_that_only_its_owner_reads(data: Path, copy: Path) -> None:
    await a_hall(data)
    before = os.umask(0o022)
    try:
        backup(data, copy, MORNING)
    finally:
        os.umask(before)
    assert [f.name for f in copy.parent.iterdir() if "copy" in f.name] == [copy.name]
    assert copy.stat().st_mode & 0o777 == 0o600


async def test_what_is_there_is_never_written_over(data: Path, copy: Path) -> None:
    await a_hall(data)
    copy.write_text("a letter")
    with pytest.raises(NotABackup, match="exists already"):
        backup(data, copy, MORNING)
    assert copy.read_text() == "a letter"


async def test_everything_a_hall_needs_goes_along_and_what_does_not_is_told(data: Path, copy: Path) -> None:
    """C03."""
    await a_hall(data)
    for name in ("media/a.png", "voices/recorded/zh/number.wav", "snapshots/2026-02.json", "sounds/x.wav"):
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(name)
    saved = backup(data, copy, MORNING)
    with zipfile.ZipFile(copy) as archive:
        assert set(archive.namelist()) == {
            "manifest.json",
            "hall.sqlite3",
            "media/a.png",
            "voices/recorded/zh/number.wav",
            "snapshots/2026-02.json",
        }
    assert (saved.left_out, saved.missing, saved.damage) == (("sounds",), (), ())


async def test_a_damaged_hall_is_saved_all_the_same_and_told(data: Path, copy: Path) -> None:
    await a_hall(data)
    with closing(sqlite3.connect(Settings(data=data).database)) as db:
        db.execute("DELETE FROM event WHERE seq = 3")
        db.commit()
    assert [d.kind for d in backup(data, copy, MORNING).damage] == ["gap"]
    assert copy.exists()


def test_a_hall_that_is_not_there_cannot_be_copied(tmp_path: Path, copy: Path) -> None:
    with pytest.raises(NotABackup):
        backup(tmp_path / "nowhere", copy, MORNING)
    assert list(tmp_path.iterdir()) == []


async def test_a_file_that_is_no_hall_leaves_no_backup(tmp_path: Path, copy: Path) -> None:
    (tmp_path / "hall.sqlite3").write_bytes(b"not a hall" * 1000)
    with pytest.raises(NotABackup):
        backup(tmp_path, copy, MORNING)
    assert not copy.exists()


async def test_a_place_that_is_not_there_cannot_be_copied_to(data: Path, tmp_path: Path) -> None:
    await a_hall(data)
    with pytest.raises(NotABackup):
        backup(data, tmp_path / "no folder" / "copy", MORNING)


async def test_beneath_a_server_of_an_earlier_version_the_copy_alone_is_brought_up_to_date(
    copy: Path, tmp_path: Path
) -> None:
    """Installed, not yet restarted, and the night comes: it refused, and that night had no backup."""
    data = laid_out(JOURNALS[0], tmp_path / "hall")
    before = (data / "hall.sqlite3").read_bytes()
    with another_server(data):
        saved = backup(data, copy, MORNING)
    assert saved.damage == ()
    assert (data / "hall.sqlite3").read_bytes() == before
    await restore(copy, tmp_path / "back")
    with closing(sqlite3.connect(data / "hall.sqlite3")) as there:
        (seq,) = there.execute("SELECT seq FROM hall").fetchone()
    assert (await hall_in(tmp_path / "back")).seq > seq > 0, "all of it, and that it goes on"


async def test_what_became_of_it_is_noted_beside_the_hall(data: Path, copy: Path) -> None:
    await a_hall(data)
    with pytest.raises(NotABackup):
        backup(data, copy.parent / "away" / "copy.zip", MORNING)
    told = unsaved(data, MORNING)
    assert told is not None
    assert (told.failed_at, told.last) == (MORNING, None)
    backup(data, copy, MORNING)
    assert unsaved(data, MORNING) is None


def test_an_empty_hall_is_no_backup(tmp_path: Path) -> None:
    with closing(open_database(tmp_path / "data" / "hall.sqlite3")), pytest.raises(NotABackup, match="data"):
        backup(tmp_path / "data", tmp_path / "copy.zip", MORNING)


async def test_a_folder_that_is_not_there_is_named(data: Path, tmp_path: Path) -> None:
    await a_hall(data)
    with pytest.raises(NotABackup, match=r"There is no folder .*gone; make it first"):
        backup(data, tmp_path / "gone" / "copy.zip", MORNING)
