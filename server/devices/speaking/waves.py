"""Reads, writes and joins WAV files: 16 bit, mono, at any rate."""

from __future__ import annotations

import wave
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.whole_files import appearing
from server.later import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FULL = 32_767
_LOUDEST = 0.89  # voices differ in level; every phrase is brought to this peak


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """Sound in memory; samples lie between -1 and 1."""

    samples: NDArray[np.float64]
    sample_rate: int

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.sample_rate


def read_wave(path: Path) -> Wave:
    """Raise DeviceUnavailable when there is no such sound, DeviceMisconfigured when it is not 16 bit."""
    try:
        with wave.open(str(path), "rb") as file:
            width, channels, sample_rate = file.getsampwidth(), file.getnchannels(), file.getframerate()
            data = file.readframes(file.getnframes())
    except (OSError, EOFError, wave.Error) as error:
        raise DeviceUnavailable(f"unreadable sound: {error}") from error
    if width != 2:  # noqa: PLR2004  # bytes a sample
        raise DeviceMisconfigured(f"{path.name}: {8 * width} bit sound; 16 bit is needed")
    samples = np.frombuffer(data, "<i2").reshape(-1, channels).mean(axis=1) / _FULL
    return Wave(samples=samples, sample_rate=sample_rate)


def write_wave(path: Path, sound: Wave) -> None:
    """The file appears whole or not at all; raise DeviceUnavailable when it cannot be written."""
    try:
        with appearing(path) as part, part.open("wb") as target, wave.open(target, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(sound.sample_rate)
            file.writeframes((sound.samples.clip(-1, 1) * _FULL).astype("<i2").tobytes())
    except OSError as error:
        raise DeviceUnavailable(f"sound not written: {error}") from error


def levelled(sound: Wave) -> Wave:
    peak = float(np.abs(sound.samples).max(initial=0.0))
    return Wave(samples=sound.samples * (_LOUDEST / peak), sample_rate=sound.sample_rate) if peak else sound


def scaled(sound: Wave, share: float) -> Wave:
    """As loud as that share of it."""
    return Wave(samples=sound.samples * share, sample_rate=sound.sample_rate)


def resampled(sound: Wave, sample_rate: int) -> Wave:
    """Bring a sound to another rate; linear, which is enough for speech over a hall's speakers."""
    if sound.sample_rate == sample_rate:
        return sound
    count = round(sound.seconds * sample_rate)
    at = np.arange(count) * (sound.sample_rate / sample_rate)
    samples = np.interp(at, np.arange(len(sound.samples)), sound.samples)
    return Wave(samples=samples, sample_rate=sample_rate)


def silence(seconds: float, sample_rate: int) -> Wave:
    return Wave(samples=np.zeros(round(seconds * sample_rate)), sample_rate=sample_rate)


def joined(sounds: Iterable[Wave], sample_rate: int) -> Wave:
    """One after the other, all brought to one rate."""
    parts = [resampled(sound, sample_rate).samples for sound in sounds]
    return Wave(samples=np.concatenate(parts), sample_rate=sample_rate)
