"""An older file in a hall's place is noticed at the start, whoever put it there; no number comes twice."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from server.command import making
from server.domain.setup.commands import ConfigureHall
from server.journal.sqlite import SqliteJournal
from server.packs.hall_file import pack
from server.safekeeping.known import KNOWN, Known, came_otherwise, last_of, read_known, write_known
from tests.hall_here import HandClock, here_hall


async def numbers(data: Path, hand: HandClock, n: int) -> list[str]:
    async with here_hall(data, hand) as hall:
        given = [str((await hall.issue())["number"]) for _ in range(n)]
        await hall.house.keep_known.look()
        return given


async def test_an_old_copy_put_back_by_hand_gives_no_number_twice_and_says_so(
    data: Path, tmp_path: Path, hand: HandClock
) -> None:
    """C01, C02: `cp` of yesterday's file over the hall is a restore that nobody announced."""
    first = await numbers(data, hand, 2)
    shutil.copy(data / "hall.sqlite3", tmp_path / "old.sqlite3")
    lost = await numbers(data, hand, 3)
    for file in data.glob("hall.sqlite3*"):
        file.unlink()
    shutil.copy(tmp_path / "old.sqlite3", data / "hall.sqlite3")
    hand.move(minutes=5)
    async with here_hall(data, hand) as hall:
        assert hall.hall.epoch == 2
        assert "hall_restored/hall" in hall.hall.alerts
        assert (await hall.issue())["number"] not in {*first, *lost}
    assert await making.compare(data) == ""


async def test_a_hall_made_in_the_browser_is_known_from_its_first_session_on(
    tmp_path: Path, hand: HandClock
) -> None:
    """Its name was taken at the start, before there was a hall: the first session's numbers came twice."""
    data = tmp_path / "hall"
    data.mkdir()
    async with here_hall(data, hand) as hall:
        await hall.house.keep_known.look()
        assert read_known(data) is None
        await hall.house.live.apply(
            ConfigureHall(config=pack("power")), actor="system:first", request="first"
        )
        first = str((await hall.issue())["number"])
        with closing(sqlite3.connect(data / "hall.sqlite3")) as db:
            db.execute("VACUUM INTO ?", (str(tmp_path / "old.sqlite3"),))
        lost = str((await hall.issue())["number"])
        await hall.house.keep_known.look()
    for file in data.glob("hall.sqlite3*"):
        file.unlink()
    shutil.copy(tmp_path / "old.sqlite3", data / "hall.sqlite3")
    hand.move(minutes=5)
    async with here_hall(data, hand) as hall:
        assert "hall_restored/hall" in hall.hall.alerts
        assert (await hall.issue())["number"] not in {first, lost}


async def test_the_same_hall_and_one_that_came_further_go_on_as_they_are(data: Path, hand: HandClock) -> None:
    assert await numbers(data, hand, 2) == ["A001", "A002"]
    assert await numbers(data, hand, 1) == ["A003"]


async def test_another_hall_in_the_folder_is_not_an_older_one(
    data: Path, template: Path, tmp_path: Path, hand: HandClock
) -> None:
    write_known(data, Known(hall="another", epoch=5, seq=10_000))
    assert await numbers(data, hand, 1) == ["A001"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"hall": "x"}', '{"hall": "x", "epoch": "?", "seq": 1}'])
def test_what_cannot_be_read_says_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / KNOWN).write_text(text, encoding="utf-8")
    assert read_known(tmp_path) is None


async def test_another_halls_wal_is_noticed_though_it_came_as_far(
    data: Path, tmp_path: Path, hand: HandClock
) -> None:
    """C01: SQLite binds no `-wal` to its file; halls made alike give the same numbers to other customers."""
    other = shutil.copytree(data, tmp_path / "other")
    first = await numbers(data, hand, 3)
    assert await numbers(other, hand, 3) == first
    shutil.copy(other / "hall.sqlite3", data / "hall.sqlite3")
    async with here_hall(data, hand) as hall:
        assert hall.hall.epoch == 2
        assert "hall_restored/hall" in hall.hall.alerts
        assert (await hall.issue())["number"] not in first


def test_a_note_of_before_said_nothing_of_the_last_event(tmp_path: Path) -> None:
    (tmp_path / KNOWN).write_text('{"hall": "h", "epoch": 1, "seq": 7}', encoding="utf-8")
    assert read_known(tmp_path) == Known(hall="h", epoch=1, seq=7)


async def test_what_is_kept_is_read_again_and_compared(data: Path, tmp_path: Path, hand: HandClock) -> None:
    known = Known(hall="h", epoch=2, seq=7, last="l")
    write_known(tmp_path, known)
    assert read_known(tmp_path) == known
    journal = SqliteJournal(data / "hall.sqlite3")
    hall = await journal.load()
    here = Known(hall="h", epoch=hall.epoch, seq=hall.seq, last=await last_of(journal, hall.seq))
    told = {
        "the same": here,
        "it came further": replace(here, seq=hall.seq - 1, last=await last_of(journal, hall.seq - 1)),
        "it is older": replace(here, seq=hall.seq + 1),
        "of an older epoch": replace(here, epoch=hall.epoch + 1, seq=1),
        "another event": replace(here, last="another"),
        "a note of before": replace(here, last=""),
        "restored since": replace(here, epoch=hall.epoch - 1, last="another"),
        "another hall's": replace(here, hall="other", seq=hall.seq + 1),
    }
    assert [name for name, known in told.items() if await came_otherwise(journal, hall, "h", known)] == [
        "it is older",
        "of an older epoch",
        "another event",
    ]
    await journal.close()
