"""The way back: all of it, proved, in a new epoch, with numbers nobody holds; or the old hall as it was."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from server.journal import files
from server.journal.snapshots import taken
from server.safekeeping import NotABackup, backup, finish, give_up, prepare
from server.settings import Settings
from tests.builders import MORNING
from tests.living import HandClock, ask, living, numbers
from tests.safekeeping.halls import ISSUE, a_hall, files_of, hall_in, journal_of, more_numbers, restore


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "old box" / "data"


@pytest.fixture
async def saved(data: Path, tmp_path: Path) -> Path:
    """A copy of a hall that had given three numbers, and has gone on since."""
    await a_hall(data)
    backup(data, tmp_path / "copy.zip", MORNING)
    return tmp_path / "copy.zip"


async def test_c01_what_is_left_of_the_old_hall_is_named_and_moved_on_a_word(saved: Path, data: Path) -> None:
    """A hall that was killed: its log lies there, its database was moved away by hand."""
    await more_numbers(data, 2)
    (data / "hall.sqlite3").rename(data.parent / "aside")
    (data / "hall.sqlite3-wal").write_bytes(b"left behind")
    (data / "hall.sqlite3-shm").write_bytes(b"left behind")
    (data / "media").mkdir()
    (data / "media" / "old.png").write_text("old")
    with pytest.raises(NotABackup) as refused:
        await restore(saved, data)
    for name in ("hall.sqlite3-wal", "hall.sqlite3-shm", "media"):
        assert str(data / name) in str(refused.value)
    assert not (data / "hall.sqlite3").exists()
    came = await restore(saved, data, move_away=True)
    assert came.epoch == 2
    assert came.away is not None
    assert files_of(came.away) == {"hall.sqlite3-wal", "hall.sqlite3-shm", "media/old.png"}
    hall = await hall_in(data)
    assert (hall.epoch, [t.number for t in hall.tickets.values()]) == (2, ["A001", "A002", "A003"])


async def test_a_hall_in_the_way_is_not_touched_without_the_word(saved: Path, data: Path) -> None:
    await more_numbers(data, 2)
    before, files_before = await hall_in(data), {p.name for p in data.iterdir()}
    with pytest.raises(NotABackup, match="--move-away"):
        await restore(saved, data)
    assert await hall_in(data) == before
    assert not list(data.glob(".restore*"))
    assert {p.name for p in data.iterdir()} == files_before, "not even an empty log"


async def test_c02_no_number_of_the_day_comes_twice(saved: Path, data: Path, tmp_path: Path) -> None:
    first = ["A001", "A002", "A003", *await more_numbers(data, 5)]
    elsewhere = tmp_path / "new box"
    came = await restore(saved, elsewhere)
    again = await more_numbers(elsewhere, 5)
    assert not set(first) & set(again)
    assert again[0] == f"A{came.first_ordinal}"
    assert "hall_restored/hall" in (await hall_in(elsewhere)).alerts


async def test_a_hall_that_lies_here_says_how_far_it_had_come(saved: Path, data: Path) -> None:
    journal = journal_of(data)
    further = replace(await journal.load(), issued={"A": 7000}, epoch=4)
    await journal.keep(taken(further), "")
    await journal.close()
    with closing(sqlite3.connect(Settings(data=data).database)) as db:
        db.execute("UPDATE hall SET epoch = 4")
        db.commit()
    came = await restore(saved, data, move_away=True)
    assert came.first_ordinal > 7000
    assert came.epoch == 5, "no screen takes up where an epoch of the same number stood"
    again = await restore(saved, data, MORNING + timedelta(seconds=1), move_away=True)
    assert again.epoch == 6, "also over halls that were moved away before"


async def test_old_requests_keep_their_answers(saved: Path, tmp_path: Path) -> None:
    await restore(saved, tmp_path / "one")
    async with living(journal_of(tmp_path / "one"), HandClock()) as live:
        done = await ask(live, ISSUE, "next")
        assert [r.epoch for r in done.recorded] == [2]
        old = await ask(live, ISSUE, "r1")
        assert (old.recorded[-1].epoch, numbers(old.recorded)) == (1, ["A002"])


async def test_everything_comes_along(data: Path, tmp_path: Path) -> None:
    """C03."""
    await a_hall(data)
    for name in ("media/a.png", "voices/recorded/zh/1.wav", "snapshots/2026-02.json"):
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(name)
    backup(data, tmp_path / "all.zip", MORNING)
    await restore(tmp_path / "all.zip", tmp_path / "new")
    for name in ("media/a.png", "voices/recorded/zh/1.wav", "snapshots/2026-02.json"):
        assert (tmp_path / "new" / name).read_text() == name
    modes = {p.stat().st_mode & 0o077 for p in (tmp_path / "new").rglob("*") if p.name != "server.lock"}
    assert modes == {0}, "for the owner only"


async def test_a_backup_of_the_version_before_still_restores(data: Path, tmp_path: Path) -> None:
    """A database alone, as `backup` wrote it until now."""
    await a_hall(data)
    with (
        closing(sqlite3.connect(Settings(data=data).database)) as here,
        closing(sqlite3.connect(tmp_path / "old.sqlite3")) as there,
    ):
        here.backup(there)
        there.execute("PRAGMA journal_mode=DELETE")
    assert (await restore(tmp_path / "old.sqlite3", tmp_path / "new")).epoch == 2
    assert len((await hall_in(tmp_path / "new")).tickets) == 3


async def test_a_hall_moved_away_comes_back_from_its_folder(saved: Path, data: Path) -> None:
    given = await more_numbers(data, 2)
    came = await restore(saved, data, move_away=True)
    assert came.away is not None
    back = await restore(came.away, data, MORNING + timedelta(minutes=1), move_away=True)
    assert back.epoch == 3
    assert given[-1] in [t.number for t in (await hall_in(data)).tickets.values()]


@pytest.mark.parametrize("content", [None, b"", b"no database at all " * 300, "half", "torn", "cut"])
async def test_a_file_that_holds_no_hall_is_refused_and_leaves_nothing(
    saved: Path, tmp_path: Path, content: bytes | str | None
) -> None:
    wrong, target = tmp_path / "wrong", tmp_path / "target"
    whole = bytearray(saved.read_bytes())
    if content == "half":
        wrong.write_bytes(whole[: len(whole) // 2])
    elif content == "torn":
        whole[len(whole) // 3] ^= 1  # one bit
        wrong.write_bytes(whole)
    elif content == "cut":
        wrong.write_bytes(whole[:-1])
    elif isinstance(content, bytes):
        wrong.write_bytes(content)
    told = "holds no hall that is whole" if isinstance(content, str) else "holds no hall"
    with pytest.raises(NotABackup, match=told):
        await restore(wrong, target)
    assert not target.exists() or list(target.iterdir()) == []
    assert (await restore(saved, target)).epoch == 2, "the way is still free"


async def test_a_damaged_copy_is_refused_unless_it_is_all_there_is(data: Path, tmp_path: Path) -> None:
    await a_hall(data)
    with closing(sqlite3.connect(Settings(data=data).database)) as db:
        db.execute("DELETE FROM event WHERE seq = 3")
        db.commit()
    backup(data, tmp_path / "copy.zip", MORNING)
    with pytest.raises(NotABackup, match="--damaged"):
        prepare(tmp_path / "copy.zip", tmp_path / "new")
    came = await finish(prepare(tmp_path / "copy.zip", tmp_path / "new", damaged=True), MORNING)
    assert [d.kind for d in came.damage] == ["gap"]


async def test_media_that_did_not_come_along_are_named(data: Path, tmp_path: Path) -> None:
    await a_hall(data)
    logo = "0" * 64 + ".png"
    from dataclasses import replace

    from server.domain.setup.commands import ConfigureHall

    async with living(journal_of(data), HandClock()) as live:
        config = live.hall.config
        assert config is not None
        await ask(live, ConfigureHall(config=replace(config, slip=replace(config.slip, logo=logo))), "logo")
    assert backup(data, tmp_path / "copy.zip", MORNING).missing == (logo,)
    assert (await restore(tmp_path / "copy.zip", tmp_path / "new")).missing == (logo,)


class Cut(BaseException):
    """kill -9."""


@pytest.fixture
def cut_after(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, int]]:
    """Stop the process before its n-th rename or flush of a folder."""
    left = {"n": -1}
    rename, flushed = Path.rename, files.flushed

    def look() -> None:
        if left["n"] == 0:
            raise Cut
        left["n"] -= 1

    def renamed(path: Path, target: Path) -> Path:
        look()
        return rename(path, target)

    def flush(folder: Path) -> None:
        look()
        flushed(folder)

    monkeypatch.setattr(Path, "rename", renamed)
    monkeypatch.setattr(files, "flushed", flush)
    monkeypatch.setattr("server.safekeeping.restores.flushed", flush)
    yield left
    left["n"] = -1


async def test_a_crash_at_any_step_leaves_the_old_hall_or_the_new_one(
    saved: Path, data: Path, tmp_path: Path, cut_after: dict[str, int]
) -> None:
    """Every step of putting it in place; what the next start finds is one of the two, whole."""
    await more_numbers(data, 2)
    (data / "media").mkdir()
    (data / "media" / "old.png").write_text("old")
    old = await hall_in(data)
    outcomes = []
    for step in range(40):
        here = tmp_path / f"try {step}"
        shutil.copytree(data, here)
        prepared = prepare(saved, here)
        cut_after["n"] = step
        with suppress(Cut):
            await finish(prepared, MORNING, move_away=True)
        over = cut_after["n"] > 0
        cut_after["n"] = -1
        hall = await hall_in(here)
        is_old = hall == old
        assert is_old or (hall.epoch, hall.seq) == (2, old.seq - 2 + 2), step
        assert (here / "media" / "old.png").exists() is is_old, "media are the same hall's"
        assert not (here / ".restore-ready").exists()
        outcomes.append(is_old)
        if over:
            break
    assert outcomes[0] is True
    assert outcomes[-1] is False
    assert outcomes == sorted(outcomes, reverse=True), "old up to one moment, new from it on"


async def test_what_was_prepared_can_be_given_up(saved: Path, data: Path) -> None:
    before = files_of(data)
    give_up(prepare(saved, data))
    assert files_of(data) == before
