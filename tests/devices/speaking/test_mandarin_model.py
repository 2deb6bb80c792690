"""The neural voice's model, with its real parts: they come with the test group."""

from pathlib import Path

import pytest

from server.devices.errors import DeviceMisconfigured
from server.devices.speaking.mandarin_model import (
    MODEL_SHA256,
    MandarinModel,
    joined_model,
    read_style,
    sha256,
)
from server.devices.speaking.mandarin_phonemes import tokens
from server.devices.speaking.mandarin_words import worded
from server.devices.speaking.speech_levels import levels
from server.devices.speaking.waves import Wave
from server.devices.voices.neural_zh import STYLE


@pytest.fixture(scope="module")
def model(model_folder: Path) -> MandarinModel:
    return MandarinModel(STYLE, model_folder)


def test_a_phrase_is_speech_without_silence_or_clipping(model: MandarinModel) -> None:
    """More of it, and that it is always the same: `tests/drills/test_neural_voice.py`."""
    sound = model.speak(tokens(worded("请A零零一号")), 0.95)
    assert 1.0 < sound.seconds < 3.0
    clear(sound)


def clear(sound: Wave) -> None:
    heard = levels(sound)
    assert heard.before <= 0.06
    assert heard.after <= 0.06
    assert heard.loudness > -25
    assert heard.peak == pytest.approx(-1.0, abs=0.1)
    assert heard.clipped == 0


def test_a_text_longer_than_the_model_can_hold_is_refused(model: MandarinModel) -> None:
    with pytest.raises(ValueError, match="600 sounds"):
        model.speak([51] * 600, 0.95)


def test_a_model_that_was_damaged_on_the_disk_is_joined_anew(
    model: MandarinModel, model_folder: Path
) -> None:
    kept = joined_model(model_folder)
    with kept.open("r+b") as file:
        file.truncate(1000)
    assert sha256(joined_model(model_folder)) == MODEL_SHA256
    assert [path.name for path in model_folder.iterdir()] == [kept.name]


def test_a_damaged_or_missing_style_is_refused(tmp_path: Path) -> None:
    data = bytearray(STYLE.read_bytes())
    data[1000] ^= 1
    damaged = tmp_path / "zm_yunjian.bin"
    damaged.write_bytes(data)
    with pytest.raises(DeviceMisconfigured, match="damaged"):
        read_style(damaged)
    with pytest.raises(DeviceMisconfigured, match="missing"):
        read_style(tmp_path / "none.bin")


def test_the_style_is_shipped_with_its_licence_and_says_whose_work_it_is() -> None:
    assert read_style(STYLE).shape == (510, 1, 256)
    assert "Apache License" in (STYLE.parent / "LICENSE").read_text(encoding="utf-8")
    notice = (STYLE.parent / "NOTICE").read_text(encoding="utf-8")
    assert all(owed in notice for owed in ("hexgrad", "Kokoro-82M", "kokoro-js 1.2.1", "unmodified"))
