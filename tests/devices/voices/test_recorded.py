"""A person's voice.

Checklist: 1 module docstring · 2 folders are arguments · 3 a bad recording is for a person · 4 reads files in
a thread · 5 needs no limit · 6 health is kept by the store · 7 bad files below · 8 closes twice ·
9 real WAV files · 10 recorded_pack.py · 11 class docstring · 12 logs nothing.
"""

import wave
from pathlib import Path

import pytest

from server.devices.errors import DeviceMisconfigured
from server.devices.speaking.waves import read_wave, silence
from server.devices.voices import CannotSay
from server.devices.voices.recorded import open_voice
from tests.devices.recorded_pack import record

CALL = "请A零零一号"


async def test_a_number_is_said_from_single_words(tmp_path: Path) -> None:
    record(tmp_path / "recorded", (f"zh/{word}.wav" for word in "请A零一号"))
    seconds = await open_voice(150, tmp_path).render(CALL, "zh", tmp_path / "a.wav")
    assert seconds == pytest.approx(read_wave(tmp_path / "a.wav").seconds)
    assert 1.8 < seconds < 2.6


async def test_what_is_not_recorded_is_left_to_another_voice_until_it_is(tmp_path: Path) -> None:
    voice = open_voice(150, tmp_path)
    with pytest.raises(CannotSay, match=CALL):
        await voice.render(CALL, "zh", tmp_path / "a.wav")
    record(tmp_path / "recorded", [f"zh/{CALL}.wav"])
    assert await voice.render(CALL, "zh", tmp_path / "a.wav") > 0.3


async def test_a_persons_recording_comes_before_what_was_built_and_is_never_mixed_with_it(
    tmp_path: Path,
) -> None:
    record(tmp_path / "built", [f"zh/{CALL}.wav"])
    record(tmp_path / "recorded", (f"zh/{word}.wav" for word in "请A零号"))
    voice = open_voice(150, tmp_path)
    built = await voice.render(CALL, "zh", tmp_path / "a.wav")
    record(tmp_path / "recorded", ["zh/一.wav"])
    assert await voice.render(CALL, "zh", tmp_path / "a.wav") > 2 * built


def test_its_sounds_are_told_from_those_of_older_recordings(tmp_path: Path) -> None:
    names = [open_voice(150, tmp_path).name]
    record(tmp_path / "recorded", ["zh/请.wav"])
    names += [open_voice(150, tmp_path).name, open_voice(150, tmp_path).name]
    record(tmp_path / "recorded", ["zh/请.wav"])
    names.append(open_voice(150, tmp_path).name)
    assert [name.partition("/")[0] for name in names] == ["recorded"] * 4
    assert len(set(names)) == 3


async def test_a_silent_or_odd_recording_is_named(tmp_path: Path) -> None:
    voice = open_voice(150, tmp_path)
    record(tmp_path / "recorded", ["zh/请.wav"], silence(1, 16_000))
    with pytest.raises(
        DeviceMisconfigured, match=r"请\.wav: nothing but silence; see `hallqueue voice check`"
    ):
        await voice.render("请", "zh", tmp_path / "a.wav")
    with wave.open(str(tmp_path / "recorded" / "zh" / "请.wav"), "wb") as file:
        file.setparams((1, 1, 16_000, 0, "NONE", ""))
        file.writeframes(b"\x80\x00" * 8_000)
    with pytest.raises(DeviceMisconfigured, match=r"请\.wav: 8 bit"):
        await voice.render("请", "zh", tmp_path / "a.wav")
