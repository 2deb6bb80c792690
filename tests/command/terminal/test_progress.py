"""How far long work has come, on a terminal; where nobody watches there is nothing but what came of it."""

import io
import os
import re
from datetime import datetime
from pathlib import Path

import pytest

from server import safekeeping
from server.command.terminal.progress import DOING, shown
from server.journal.going import unseen
from tests.forks import program
from tests.hall_made import NOW


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii", "latin-1"])
@pytest.mark.parametrize("doing", DOING)
def test_a_terminal_shows_what_is_done_and_how_much_in_what_it_can_write(doing: str, encoding: str) -> None:
    raw = io.BytesIO()
    out = Terminal(raw, encoding=encoding)
    with shown(out) as going:
        going(doing, 0, 0)
        going(doing, 1, 4)
    out.flush()
    said = raw.getvalue().decode(encoding)
    assert DOING[doing].en in said
    assert (DOING[doing].zh in said) == (encoding in ("utf-8", "gbk"))


def test_nothing_is_written_where_no_terminal_is() -> None:
    out = io.StringIO()
    with shown(out) as going:
        assert going is unseen
    assert out.getvalue() == ""


def test_a_backup_and_a_restore_say_what_they_are_at(data: Path, tmp_path: Path) -> None:
    told: list[str] = []
    at: datetime = NOW

    def going(doing: str, done: int, of: int) -> None:
        told.append(doing)
        assert of == 0 or 0 <= done <= of

    safekeeping.backup(data, tmp_path / "copy.zip", at, going)
    assert list(dict.fromkeys(told)) == ["copying", "packing", "unpacking", "looking"]
    told.clear()
    safekeeping.give_up(safekeeping.prepare(tmp_path / "copy.zip", tmp_path / "new", going=going))
    assert list(dict.fromkeys(told)) == ["copying", "unpacking", "looking"]


def test_replay_shows_it_at_a_terminal_and_only_there(data: Path, tmp_path: Path) -> None:
    """A real terminal; what came of it stays on the way out of its own."""
    environment = {**os.environ, "TERM": "xterm"}
    shut, terminal = os.openpty()
    seen, quiet = tmp_path / "seen", tmp_path / "quiet"
    for out, err in ((seen, terminal), (quiet, os.open(tmp_path / "nothing", os.O_CREAT | os.O_WRONLY))):
        with out.open("wb") as file:
            replaying = program(
                "server", "replay", "--data", str(data), stdout=file.fileno(), stderr=err, env=environment
            )
            assert replaying.wait() == 0
        os.close(err)
    shown_there = os.read(shut, 1 << 16).decode("utf-8", "replace")
    os.close(shut)
    assert "重放流水" in shown_there
    assert (tmp_path / "nothing").read_bytes() == b""
    assert quiet.read_bytes() == seen.read_bytes()
    assert len(re.findall(r"[^\n]+", quiet.read_text("utf-8"))) == 2  # what came of it, in two languages
