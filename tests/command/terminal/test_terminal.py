"""What is said reaches an output that cannot write Chinese, in what it can write."""

import io
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from server.command.terminal.terminal import LEFT, ReaderLeft, fitting, in_english, say
from server.command.texts import SAYS, both
from tests.forks import ROOT, program
from tests.hall_server import held_port
from tests.patience import PATIENCE

NARROW = ("latin-1", "ascii", "cp1252")


@pytest.mark.parametrize("encoding", NARROW)
def test_the_set_up_code_is_in_what_any_output_is_told(encoding: str) -> None:
    """C16."""
    at = "http://127.0.0.1:8080/setup/#code=123456"
    said = fitting(both("first", url=at, there="http://10.0.0.9:8080/setup/", code="123456"), encoding)
    assert "type the code 123456" in said
    assert at in said
    assert "\\u" not in said


@pytest.mark.parametrize("encoding", [*NARROW, "gbk", "utf-8"])
@pytest.mark.parametrize("code", SAYS)
def test_whatever_is_said_can_be_written_and_says_something(code: str, encoding: str) -> None:
    """With names that only Chinese can write in every place."""
    for name in ("营业厅", "hall"):
        block = f"{SAYS[code].zh}\n{SAYS[code].en}"
        block = re.sub(r"\{\w+(:[^}]*)?\}", name, block)
        out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
        say(block, out=out)
        out.seek(0)
        assert out.read().strip()


def test_gbk_and_utf8_get_both_languages() -> None:
    block = both("stop")
    assert fitting(block, "gbk") == fitting(block, "utf-8") == block


def test_a_line_that_exists_in_chinese_only_is_spelt_out_rather_than_lost() -> None:
    assert fitting("数据：/tmp/厅\nData: /tmp/厅", "latin-1") == "Data: /tmp/\\u5385"
    assert fitting("  a → b", "ascii") == "  a -> b"


def test_serve_shows_its_code_on_a_narrow_output_and_fails_at_nothing(tmp_path: Path) -> None:
    """C16: it said nothing, and an error each second. Every text for every encoding is tried above."""
    encoding = "latin-1"
    line = [sys.executable, "-m", "server", "serve", "--data", tmp_path / "hall", "--host", "127.0.0.1"]
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    with held_port() as port, (tmp_path / "log").open("w") as log:
        server = subprocess.Popen(
            [*map(str, line), "--port", str(port)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=log,
        )
        assert server.stdout
        said = b""
        while b"Ctrl+C" not in said:
            read = server.stdout.readline()
            assert read, (tmp_path / "log").read_text()
            said += read
    server.send_signal(signal.SIGTERM)
    server.wait(PATIENCE)
    server.stdout.close()
    assert re.search(rb"type the code \S{6}", said), said
    assert "failed" not in (tmp_path / "log").read_text()


def test_a_reader_that_goes_away_is_told_once_and_then_nowhere() -> None:
    """`| head` ended in "Broken pipe", in the words of a disk."""
    ours, theirs = os.pipe()
    with os.fdopen(theirs, "w", encoding="utf-8") as out:
        os.close(ours)
        with pytest.raises(ReaderLeft):
            say("一行\nA line", out=out)
        say("还有\nMore", out=out)


@pytest.mark.parametrize("word", ["--help", "serv", "export-config"])
def test_every_command_ends_quietly_when_nobody_reads_any_more(data: Path, word: str) -> None:
    where = ["--data", str(data)] if word == "export-config" else []
    ours, theirs = os.pipe()
    os.close(ours)
    with (data.parent / "log").open("w") as log:
        errors = theirs if word == "serv" else log.fileno()
        assert program("server", word, *where, stdout=theirs, stderr=errors).wait() == LEFT
    os.close(theirs)
    assert (data.parent / "log").read_text() == ""


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("clock 时钟", "clock"),
        ("fits the hall's records / 与营业厅的记录吻合", "fits the hall's records"),
        (
            'neural_zh: 能读（"到一号窗口" 1.4 秒） / neural_zh: speaks (到一号窗口, 1.4 s of sound)',
            "neural_zh: speaks (1.4 s of sound)",
        ),
        ("\n    数据库损坏\n    the journal is damaged", "\n    the journal is damaged"),
        ("没有", "没有"),
    ],
)
def test_what_stands_in_both_languages_is_said_in_english_alone(said: str, english: str) -> None:
    assert in_english(said) == english
