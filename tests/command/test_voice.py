"""`hallqueue voice …`, as it is typed."""

import csv
import io
from pathlib import Path

import pytest

from server.command import voice as command_voice
from server.command.line import parser
from server.devices.speaking.waves import read_wave


def run(data: Path, *words: str) -> list[str]:
    said: list[str] = []
    asked = parser().parse_args(["voice", *words[:1], "--data", str(data), *words[1:]])
    command_voice.voice(asked, data, lambda *lines: said.extend(lines))
    return said


def test_the_phrases_to_record_are_listed_with_their_files(data: Path) -> None:
    table, *how = run(data, "list")
    rows = list(csv.reader(io.StringIO(table)))
    assert rows[1][:2] == ["zh/请.wav", "请"]
    assert any("怎样录音" in text for text in how)


def test_recordings_that_are_missing_are_told_and_the_command_fails(data: Path) -> None:
    with pytest.raises(SystemExit) as end:
        run(data, "check")
    assert end.value.code == 1


def test_a_sentence_is_said_into_a_file(data: Path, tmp_path: Path) -> None:
    wav = tmp_path / "said.wav"
    run(data, "say", "Ticket A 0 0 1", "--language", "en", "--out", str(wav))
    assert read_wave(wav).seconds > 0.5
