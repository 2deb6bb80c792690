"""`hallqueue voice …`, as it is typed."""

import csv
import io
from pathlib import Path

import pytest

from server.devices.speaking.waves import read_wave
from tests.command_words import Run


def test_the_phrases_to_record_are_listed_with_their_files(run: Run, data: Path) -> None:
    table, how = run("voice", "list", "--data", data).split("怎样录音")
    rows = list(csv.reader(io.StringIO(table)))
    assert rows[1][:2] == ["zh/请.wav", "请"]
    assert how


def test_recordings_that_are_missing_are_told_and_the_command_fails(run: Run, data: Path) -> None:
    with pytest.raises(SystemExit) as end:
        run("voice", "check", "--data", data)
    assert end.value.code == 1


def test_a_sentence_is_said_into_a_file(run: Run, data: Path, tmp_path: Path) -> None:
    wav = tmp_path / "said.wav"
    run("voice", "say", "Ticket A 0 0 1", "--data", data, "--language", "en", "--out", str(wav))
    assert read_wave(wav).seconds > 0.5
