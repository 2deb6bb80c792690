"""Backup and restore on the command line: what is asked of the owner, and what is told."""

import io
import os
import sys
from pathlib import Path

import pytest

from server.serving.serve import only_server
from tests.command_words import Run
from tests.journal.served import another_server
from tests.test_old_halls import JOURNALS, laid_out


class Terminal(io.StringIO):
    """Somebody who answers."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def saved(run: Run, data: Path, tmp_path: Path) -> Path:
    run("person", "1207", "--name", "王芳", "--role", "clerk", "--data", data)
    run("token", "--role", "guide", "--name", "tablet", "--data", data)
    said = run("backup", tmp_path / "copy.zip", "--data", data)
    assert "Saved to" in said
    return tmp_path / "copy.zip"


def test_the_owner_is_told_what_is_certain_and_what_is_not(run: Run, saved: Path, tmp_path: Path) -> None:
    said = run("restore", saved, "--data", tmp_path / "new")
    assert "epoch 2" in said
    assert "snapshots and journal agree" in said
    for name in ("1207  王芳  营业员 Clerk", "tablet  tablet  引导员 Guide"):
        assert name in said, "C42: who will be let in"
    assert "--shut-out" in said, "and how to keep somebody out, as nobody could be asked"
    assert "持旧小票的顾客请优先安排" in said, "C02"
    assert "agree" in run("replay", "--data", tmp_path / "new")


@pytest.mark.parametrize("n", ["-5", "9999", "99999999999999999999999"])
def test_a_number_that_no_series_has_is_refused_and_nothing_restored(
    run: Run, saved: Path, tmp_path: Path, n: str
) -> None:
    """It was taken, and the hall had no numbers left for that day (of C02)."""
    new = tmp_path / "new"
    with pytest.raises(SystemExit, match="Nothing was restored: --numbers-after is 1 to 9998"):
        run("restore", saved, "--data", new, "--numbers-after", n)
    assert "epoch 2" in run("restore", saved, "--data", new, "--numbers-after", "9998")


def test_on_a_terminal_the_owner_is_asked_who_stays_out(
    run: Run, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("tablet 1207\n"))
    said = run("restore", saved, "--data", tmp_path / "new")
    assert "stay out" in said
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    run("backup", tmp_path / "again.zip", "--data", tmp_path / "new")
    said = run("restore", tmp_path / "again.zip", "--data", tmp_path / "third")
    assert "1207" not in said
    assert "tablet" not in said


def test_what_lies_there_is_named_and_moved_on_a_word(
    run: Run, saved: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C01."""
    with pytest.raises(SystemExit) as refused:
        run("restore", saved, "--data", data)
    assert str(data / "hall.sqlite3") in str(refused.value.code)
    monkeypatch.setattr(sys, "stdin", Terminal("n\n"))
    with pytest.raises(SystemExit):
        run("restore", saved, "--data", data)
    monkeypatch.setattr(sys, "stdin", Terminal("y\n"))
    assert "moved-away-" in run("restore", saved, "--data", data)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    said = run("restore", saved, "--data", data, "--move-away")
    assert "epoch 3" in said
    assert "以本机原有的数据为准" in said, "C42: they are those of the hall that was here"


def test_a_hall_that_runs_is_not_restored_over(run: Run, saved: Path, data: Path) -> None:
    with only_server(data), pytest.raises(SystemExit, match="already runs"):
        run("restore", saved, "--data", data, "--move-away")


def test_whatever_the_command_line_writes_is_for_its_owner_only(run: Run, saved: Path, data: Path) -> None:
    before = os.umask(0o022)
    try:
        run("export-config", saved.parent / "hall.toml", "--data", data)
        run("backup", saved.parent / "second.zip", "--data", data)
        run("init", "--pack", "gas", "--data", saved.parent / "gas")
        for path in (
            saved.parent / "hall.toml",
            saved.parent / "second.zip",
            *(saved.parent / "gas").rglob("*"),
        ):
            assert path.stat().st_mode & 0o077 == 0, path
    finally:
        os.umask(before)


def test_a_backup_is_made_while_a_server_of_an_earlier_version_runs(run: Run, tmp_path: Path) -> None:
    data = laid_out(JOURNALS[0], tmp_path / "hall")
    with another_server(data):
        with pytest.raises(SystemExit, match="旧版本的服务器"):
            run("replay", "--data", data)
        assert "Saved to" in run("backup", tmp_path / "copy.zip", "--data", data)


def test_a_backup_that_fails_says_why_and_ends_with_an_error(run: Run, data: Path, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as refused:
        run("backup", tmp_path / "not there" / "copy.zip", "--data", data)
    assert "make it first" in str(refused.value.code), "text: what a shell sees as 1"
    with pytest.raises(SystemExit, match="hallqueue init"):
        run("backup", tmp_path / "copy.zip", "--data", tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()
