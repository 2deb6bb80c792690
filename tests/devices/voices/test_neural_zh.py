"""The neural voice behind its process.

Checklist: 1 module docstring · 2 rate is an int, limits are arguments · 3 a missing extra is for a person ·
4 a process of its own, of low priority · 5 one limit on every exchange · 6 health is kept by the store ·
7 a killed child below, one that has spoken in `tests/drills/test_neural_voice.py` ·
8 closes twice (test_voices) · 9 real sound · 10 tone_voice.py · 11 class docstring · 12 logs nothing.
"""

import os
import signal
from pathlib import Path

import pytest

from server.devices.errors import DeviceMisconfigured
from server.devices.voices import CannotSay
from server.devices.voices.neural_zh import NeuralVoice
from server.low_priority import LOW_PRIORITY
from tests.patience import until

PHRASE = "到一号窗口"


async def test_what_it_has_no_sound_for_is_left_to_another_voice(
    model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(LOW_PRIORITY)
    voice = NeuralVoice(150, model_folder)
    with pytest.raises(CannotSay, match="Chinese only"):
        await voice.render("Ticket A, 0 0 1,", "en", tmp_path / "a.wav")
    assert voice.pid is None
    with pytest.raises(CannotSay, match="'#'"):
        await voice.render("请#零零一号", "zh", tmp_path / "a.wav")
    child = voice.pid
    assert child
    assert os.getpriority(os.PRIO_PROCESS, child) >= 10
    with pytest.raises(CannotSay):
        await voice.render("请@零零一号", "zh", tmp_path / "a.wav")
    assert voice.pid == child  # it is not to blame
    os.kill(child, signal.SIGKILL)
    with pytest.raises(CannotSay, match="'@'"):
        await voice.render("请@零零一号", "zh", tmp_path / "a.wav")
    assert voice.pid not in (None, child)
    await voice.close()


async def test_it_ends_when_nobody_asks_and_comes_back_when_somebody_does(tmp_path: Path) -> None:
    voice = NeuralVoice(150, tmp_path, idle_seconds=0.1)
    pids = []
    for _ in range(2):
        with pytest.raises(CannotSay):
            await voice.render("请#零零一号", "zh", tmp_path / "a.wav")
        pid = voice.pid
        assert pid
        await until(lambda pid=pid: not _lives(pid))  # type: ignore[misc]
        pids.append(pid)
    assert len(set(pids)) == 2
    await voice.close()


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_without_its_extra_it_says_how_to_get_it(tmp_path: Path) -> None:
    voice = NeuralVoice(150, tmp_path, needs=("numpy", "no_such_package"))
    with pytest.raises(
        DeviceMisconfigured, match=r"missing no_such_package; `uv run --extra voice-zh hallqueue serve`"
    ):
        await voice.render(PHRASE, "zh", tmp_path / "a.wav")
    await voice.close()


async def test_a_damaged_style_file_is_for_a_person_and_not_tried_again(tmp_path: Path) -> None:
    (tmp_path / "style.bin").write_bytes(b"no style")
    voice = NeuralVoice(150, tmp_path, style=tmp_path / "style.bin")
    with pytest.raises(DeviceMisconfigured, match=r"style.bin is damaged"):
        await voice.render(PHRASE, "zh", tmp_path / "a.wav")
    await voice.close()
