"""Recordings, good and bad."""

import wave
from pathlib import Path

import numpy as np
import pytest

from server.devices.speaking.pack_checks import check, report_lines, unused
from server.devices.speaking.pack_lists import ToRecord
from server.devices.speaking.waves import Wave, joined, silence
from server.domain.text import Text
from tests.devices.recorded_pack import RATE, record, recording

LINE = ToRecord(file="zh/到三号窗口.wav", language="zh", text="到三号窗口", use=Text("", ""))
GOOD = recording(1.3)


def _why(folder: Path, sound: Wave) -> list[str]:
    record(folder, [LINE.file], sound)
    (checked,) = check(folder, [LINE])
    return [why.en for why in checked.problems]


def test_a_good_recording_is_fine_and_its_levels_are_known(tmp_path: Path) -> None:
    assert _why(tmp_path, GOOD) == []
    (checked,) = check(tmp_path, [LINE])
    assert checked.well
    assert checked.levels
    assert checked.levels.speech == pytest.approx(1.3, abs=0.01)


@pytest.mark.parametrize(
    ("sound", "why"),
    [
        (recording(1.3, level=0.02), "is too quiet"),
        (Wave(samples=(5 * GOOD.samples).clip(-1, 1), sample_rate=RATE), "is clipped"),
        (silence(1, RATE), "is silent"),
        (recording(0.2), "lasts 0.20 s only"),
        (recording(9), "lasts 9.0 s: is something else in it"),
        (recording(1.3, around=2.5), "has 2.5 s of silence"),
        (recording(1.3, rate=8_000), "is sampled at 8000 Hz"),
        (joined([recording(1.3, around=0), silence(0.3, RATE)], RATE), "begins cut off"),
        (joined([silence(0.3, RATE), recording(1.3, around=0)], RATE), "ends cut off"),
    ],
)
def test_a_bad_recording_is_refused_with_the_reason(tmp_path: Path, sound: Wave, why: str) -> None:
    (found,) = _why(tmp_path, sound)
    assert why in found


def test_a_recording_that_is_missing_or_no_sound_is_told(tmp_path: Path) -> None:
    (missing,) = check(tmp_path, [LINE])
    assert [why.zh for why in missing.problems] == ["没有录"]
    (tmp_path / "zh").mkdir()
    (tmp_path / LINE.file).write_bytes(b"ID3 an MP3 by another name")
    (unreadable,) = check(tmp_path, [LINE])
    assert [why.zh for why in unreadable.problems] == ["打不开，请另存为 WAV"]


def test_another_shape_of_sound_is_told(tmp_path: Path) -> None:
    (tmp_path / "zh").mkdir()
    with wave.open(str(tmp_path / LINE.file), "wb") as file:
        file.setparams((2, 3, 48_000, 0, "NONE", ""))
        file.writeframes(np.zeros(6 * 4_800, np.uint8).tobytes())
    (checked,) = check(tmp_path, [LINE])
    assert [why.en for why in checked.problems] == ["is 24 bit with 2 channels; 16 bit mono is needed"]


def test_what_nobody_has_to_record_is_checked_only_when_it_is_there(tmp_path: Path) -> None:
    optional = ToRecord(file="zh/欢迎.wav", language="zh", text="欢迎", use=Text("", ""), optional=True)
    assert check(tmp_path, [optional]) == ()
    record(tmp_path, [optional.file], silence(1, RATE))
    (checked,) = check(tmp_path, [optional])
    assert not checked.well


def test_a_misspelt_file_is_named_and_a_whole_number_is_not(tmp_path: Path) -> None:
    lines = [
        *(ToRecord(file=f"zh/{w}.wav", language="zh", text=w, use=Text("", "")) for w in "请A零一号"),
        LINE,
    ]
    record(tmp_path, ["zh/请A零零一号.wav", "zh/到三号床口.wav", LINE.file])
    assert unused(tmp_path, lines) == ("zh/到三号床口.wav",)


def test_the_bad_ones_are_told_last_and_counted(tmp_path: Path) -> None:
    other = ToRecord(file="zh/请.wav", language="zh", text="请", use=Text("", ""))
    record(tmp_path, [other.file, "zh/床.wav"])
    lines = report_lines(check(tmp_path, [LINE, other]), unused(tmp_path, [LINE, other]))
    assert [line.zh for line in lines] == [
        "zh/请.wav：好",
        "zh/到三号窗口.wav：没有录",
        "zh/床.wav：用不到，文件名写错了？",
        "共 2 个，好的 1 个",
    ]
