"""A hall's file is new only where nothing of an old one lies, and the same one as long as the hall runs."""

import json
import os
import sqlite3
from pathlib import Path

import pytest

from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from server.journal.files import HALF, NEW, PLAN, READY, DataGone, commit, is_there, settle
from server.journal.sqlite import SqliteJournal, engine_for, open_database
from tests.builders import a_config
from tests.journal.stores import kept


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "hall.sqlite3"


@pytest.mark.parametrize("left", ["hall.sqlite3-wal", "hall.sqlite3-shm", "server.address"])
def test_what_is_left_of_a_hall_is_not_the_beginning_of_a_new_one(file: Path, left: str) -> None:
    file.parent.mkdir()
    (file.parent / left).write_bytes(b"x")
    with pytest.raises(DataGone, match=left):
        open_database(file)
    assert not file.exists()


def test_an_empty_file_or_one_without_tables_is_no_new_hall(file: Path) -> None:
    file.parent.mkdir()
    file.touch()
    with pytest.raises(DataGone, match="空文件"):
        open_database(file)
    assert file.stat().st_size == 0
    db = sqlite3.connect(file)
    db.execute("CREATE TABLE other (a)")
    db.close()
    with pytest.raises(DataGone, match="数据表"):
        open_database(file)


@pytest.mark.parametrize("how", ["deleted", "replaced", "folder moved"])
async def test_a_file_that_goes_under_the_server_is_noticed_at_the_next_command(file: Path, how: str) -> None:
    journal = SqliteJournal(file)
    book = await kept(journal)
    await book.do(ConfigureHall(config=a_config()))
    before, aside = book.hall, file.parent.with_name("aside")
    if how == "folder moved":
        file.parent.rename(aside)
    else:
        os.link(file, aside)
        file.unlink()
        if how == "replaced":
            open_database(aside.with_name("other") / "hall.sqlite3").close()
            (aside.with_name("other") / "hall.sqlite3").rename(file)
    with pytest.raises(DataGone):
        await book.do(c.IssueTicket(service="bill"))
    assert how == "replaced" or not file.exists(), "no empty hall was made in its place"
    if how == "folder moved":
        aside.rename(file.parent)
        book.story.hall = before
        await book.do(c.IssueTicket(service="bill"))
        assert len((await journal.load()).tickets) == 1, "back where it was, it goes on"
    await journal.close()


def test_people_and_devices_notice_it_too_and_make_no_new_file(file: Path) -> None:
    engine = engine_for(file)
    engine.connect().close()
    file.unlink()
    with pytest.raises(DataGone):
        engine.connect()
    assert not file.exists()
    engine.dispose()


def test_nobody_else_reads_a_hall_also_one_made_by_an_older_version(file: Path) -> None:
    before = os.umask(0o022)
    try:
        db = open_database(file)
        db.execute("BEGIN IMMEDIATE")
        assert modes(file.parent) == {
            "data": 0o700,
            "hall.sqlite3": 0o600,
            "hall.sqlite3-wal": 0o600,
            "hall.sqlite3-shm": 0o600,
        }
        db.close()
        file.chmod(0o644)
        file.parent.chmod(0o755)
        open_database(file).close()
        assert modes(file.parent) == {"data": 0o700, "hall.sqlite3": 0o600}
    finally:
        os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    return {p.name: p.stat().st_mode & 0o777 for p in (folder, *folder.iterdir())}


def staged(folder: Path) -> None:
    """An old hall in place and a new one ready beside it."""
    (folder / HALF / NEW / "media").mkdir(parents=True)
    (folder / HALF / NEW / "hall.sqlite3").write_text("new")
    (folder / HALF / NEW / "media" / "a").write_text("new")
    (folder / "media").mkdir()
    (folder / "media" / "a").write_text("old")
    for name in ("hall.sqlite3", "hall.sqlite3-wal"):
        (folder / name).write_text("old")


def told(folder: Path) -> set[str]:
    return {p.read_text() for p in (folder / "hall.sqlite3", folder / "media" / "a")}


OLD = ["hall.sqlite3", "hall.sqlite3-wal", "media"]


class Cut(Exception):
    """The power goes."""


@pytest.mark.parametrize("step", range(12))
def test_a_way_back_that_is_cut_short_at_any_step_leaves_the_old_or_the_new_never_a_mixture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """C01: killed before each rename in turn, and again while it is walked to its end."""
    staged(tmp_path)
    rename, left = Path.rename, [step]

    def cut(path: Path, target: Path) -> Path:
        if not left[0]:
            raise Cut
        left[0] -= 1
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", cut)
    for _ in range(step + 1):
        left[0] = step
        try:
            if (tmp_path / HALF).exists():
                commit(tmp_path, OLD, "away")
            settle(tmp_path)
        except Cut:
            continue
    monkeypatch.undo()
    committed = (tmp_path / READY).exists() or not (tmp_path / HALF).exists()
    there = is_there(tmp_path / "hall.sqlite3")
    assert there
    assert told(tmp_path) == ({"new"} if committed else {"old"})
    assert (tmp_path / "hall.sqlite3-wal").exists() is not committed
    if committed:
        assert sorted(p.name for p in (tmp_path / "away").iterdir()) == OLD
        assert not [p for p in tmp_path.iterdir() if p.name.startswith(".restore")]


def test_the_plan_says_what_goes_where(tmp_path: Path) -> None:
    staged(tmp_path)
    commit(tmp_path, OLD, "away")
    assert json.loads((tmp_path / READY / PLAN).read_text()) == {"old": OLD, "away": "away"}
