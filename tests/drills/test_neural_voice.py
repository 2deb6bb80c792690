"""Drill: the neural voice says more, always the same, and speaks again after its process was killed."""

import os
import signal
from pathlib import Path

import numpy as np
import pytest

from server.devices.speaking.mandarin_model import MandarinModel
from server.devices.speaking.mandarin_phonemes import tokens
from server.devices.speaking.mandarin_words import worded
from server.devices.speaking.waves import read_wave
from server.devices.voices.neural_zh import STYLE, NeuralVoice
from server.low_priority import LOW_PRIORITY
from tests.devices.conftest import model_folder
from tests.devices.speaking.test_mandarin_model import clear
from tests.drills.conftest import Tell

__all__ = ["model_folder"]  # the fixture
PHRASES = ("请A零零一号", "到十二号窗口办理", "请B一七一号，到二十号窗口", "最后一次呼叫", "三号。")


def test_every_phrase_is_clear_and_the_same_every_time(model_folder: Path, tell: Tell) -> None:
    model = MandarinModel(STYLE, model_folder)
    for phrase in PHRASES:
        said = tokens(worded(phrase))
        once, again, fast = model.speak(said, 0.95), model.speak(said, 0.95), model.speak(said, 1.15)
        clear(once)
        assert np.array_equal(once.samples, again.samples)
        assert fast.seconds < once.seconds
    tell(f"{len(PHRASES)} phrases, twice and faster")


async def test_it_speaks_with_low_priority_and_again_after_its_process_was_killed(
    model_folder: Path, tmp_path: Path, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(LOW_PRIORITY)
    voice = NeuralVoice(150, model_folder)
    first = await voice.render("到一号窗口", "zh", tmp_path / "a.wav")
    assert 1.0 < first < 3.0
    assert read_wave(tmp_path / "a.wav").seconds == pytest.approx(first)
    killed = voice.pid
    assert killed
    assert os.getpriority(os.PRIO_PROCESS, killed) >= 10
    os.kill(killed, signal.SIGKILL)
    assert await voice.render("到一号窗口", "zh", tmp_path / "b.wav") == pytest.approx(first)
    assert voice.pid != killed
    await voice.close()
    tell("1 kill")
