"""An older file in a hall's place is noticed at the start, whoever put it there; no number comes twice."""

import shutil
from pathlib import Path

import pytest

from server import making
from server.safekeeping.known import KNOWN, Known, is_older, read_known, write_known
from tests.hall_server import HandClock, here_hall


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


async def test_what_is_kept_is_read_again_and_compared(data: Path, tmp_path: Path, hand: HandClock) -> None:
    known = Known(hall="h", epoch=2, seq=7)
    write_known(tmp_path, known)
    assert read_known(tmp_path) == known
    async with here_hall(data, hand) as hall:
        assert not is_older(hall.hall, "h", None)
        assert is_older(hall.hall, "h", known)
        assert not is_older(hall.hall, "other", known)
