"""What can be measured of speech."""

import numpy as np
import pytest

from server.devices.speaking.speech_levels import levels, trimmed
from server.devices.speaking.waves import Wave, joined, silence

RATE = 16_000


def tone(seconds: float, level: float) -> Wave:
    at = np.arange(round(seconds * RATE)) / RATE
    return Wave(samples=level * np.sin(2 * np.pi * 330 * at), sample_rate=RATE)


def test_silence_loudness_and_peak_are_measured() -> None:
    heard = levels(joined([silence(0.3, RATE), tone(1, 0.5), silence(0.2, RATE)], RATE))
    assert (heard.before, heard.speech, heard.after) == pytest.approx((0.3, 1.0, 0.2), abs=0.001)
    assert heard.peak == pytest.approx(-6.02, abs=0.01)
    assert heard.loudness == pytest.approx(-9.03, abs=0.01)
    assert heard.clipped == 0


def test_a_sound_that_was_too_loud_for_the_microphone_is_clipped() -> None:
    loud = tone(1, 1.4)
    assert levels(Wave(samples=loud.samples.clip(-1, 1), sample_rate=RATE)).clipped > 1_000


def test_silence_has_no_speech() -> None:
    heard = levels(silence(1, RATE))
    assert (heard.speech, heard.peak, heard.loudness) == (0, -100, -100)


def test_what_is_trimmed_keeps_a_margin_and_all_the_speech() -> None:
    cut = trimmed(joined([silence(0.3, RATE), tone(1, 0.5), silence(0.2, RATE)], RATE), 0.05)
    assert cut.seconds == pytest.approx(1.1, abs=0.001)
    assert trimmed(tone(1, 0.5), 0.05).seconds == pytest.approx(1, abs=0.001)


def test_there_is_nothing_to_trim_of_silence() -> None:
    with pytest.raises(ValueError, match="silence"):
        trimmed(silence(1, RATE), 0.05)
