"""WAV files in and out."""

import wave
from pathlib import Path

import numpy as np
import pytest

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.speaking.waves import Wave, joined, levelled, read_wave, silence, write_wave


def _tone(sample_rate: int, seconds: float = 0.5, hertz: float = 440, peak: float = 0.5) -> Wave:
    t = np.arange(round(seconds * sample_rate)) / sample_rate
    return Wave(samples=peak * np.sin(2 * np.pi * hertz * t), sample_rate=sample_rate)


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    tone = _tone(22_050)
    write_wave(tmp_path / "a.wav", tone)
    again = read_wave(tmp_path / "a.wav")
    assert again.sample_rate == 22_050
    assert np.abs(again.samples - tone.samples).max() < 1e-4
    assert [p.name for p in tmp_path.iterdir()] == ["a.wav"]


def test_sounds_of_different_rates_join_without_changing_pitch_or_length() -> None:
    whole = joined([_tone(24_000), silence(0.25, 22_050), _tone(22_050)], 22_050)
    assert whole.seconds == pytest.approx(1.25, abs=0.001)
    first = whole.samples[: 22_050 // 2]
    assert np.argmax(np.abs(np.fft.rfft(first))) * 2 == pytest.approx(440, abs=2)


def test_a_quiet_voice_is_brought_to_the_level_of_the_others() -> None:
    assert np.abs(levelled(_tone(22_050, peak=0.05)).samples).max() == pytest.approx(0.89)
    assert not levelled(silence(0.1, 22_050)).samples.any()


def test_a_stereo_recording_is_mixed_down(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "s.wav"), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(8_000)
        file.writeframes(np.array([1000, 3000] * 800, "<i2").tobytes())
    sound = read_wave(tmp_path / "s.wav")
    assert sound.seconds == pytest.approx(0.1)
    assert sound.samples == pytest.approx(2000 / 32_767)


def test_an_eight_bit_recording_needs_a_person(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "b.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8_000)
        file.writeframes(bytes(800))
    with pytest.raises(DeviceMisconfigured, match="8 bit"):
        read_wave(tmp_path / "b.wav")


def test_a_missing_or_cut_file_is_a_sound_that_cannot_be_had(tmp_path: Path) -> None:
    (tmp_path / "cut.wav").write_bytes(b"RIFF\x24\x00")
    for name in ("none.wav", "cut.wav"):
        with pytest.raises(DeviceUnavailable):
            read_wave(tmp_path / name)


def test_a_folder_that_cannot_be_written_is_a_sound_that_cannot_be_had(tmp_path: Path) -> None:
    with pytest.raises(DeviceUnavailable, match="not written"):
        write_wave(tmp_path / "gone" / "a.wav", silence(0.1, 8_000))
