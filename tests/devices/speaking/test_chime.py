"""The 叮咚 before a call."""

import numpy as np
import pytest

from server.devices.speaking.chime import DING_HZ, DONG_HZ, chime
from server.devices.speaking.waves import Wave


def _loudest_hertz(sound: Wave, begin: float, end: float) -> float:
    part = sound.samples[round(begin * sound.sample_rate) : round(end * sound.sample_rate)]
    strength = np.abs(np.fft.rfft(part * np.hanning(len(part)), n=1 << 17))
    return float(np.argmax(strength) * sound.sample_rate / (1 << 17))


@pytest.mark.parametrize("sample_rate", [16_000, 22_050, 24_000, 48_000])
def test_the_chime_is_a_high_note_and_then_a_lower_one(sample_rate: int) -> None:
    sound = chime(sample_rate)
    assert _loudest_hertz(sound, 0.0, 0.4) == pytest.approx(DING_HZ, abs=4)
    assert _loudest_hertz(sound, 0.7, 1.4) == pytest.approx(DONG_HZ, abs=4)


def test_the_chime_is_short_never_clips_and_ends_in_silence() -> None:
    sound = chime(22_050)
    assert 1.2 < sound.seconds < 2.0
    assert 0.5 < np.abs(sound.samples).max() < 0.7
    assert np.abs(sound.samples[-50:]).max() < 0.001
