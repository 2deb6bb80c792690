"""Recordings as a person would make them: a tone for every word, with silence around."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from server.devices.speaking.waves import Wave, joined, silence, write_wave

RATE = 24_000


def recording(seconds: float = 0.3, level: float = 0.3, around: float = 0.25, rate: int = RATE) -> Wave:
    at = np.arange(round(seconds * rate)) / rate
    spoken = Wave(samples=level * np.sin(2 * np.pi * 220 * at), sample_rate=rate)
    return joined([silence(around, rate), spoken, silence(around, rate)], rate)


def record(pack: Path, files: Iterable[str], sound: Wave | None = None) -> None:
    """Write a recording under each name, such as `zh/请.wav`."""
    for file in files:
        path = pack / file
        path.parent.mkdir(parents=True, exist_ok=True)
        write_wave(path, sound or recording())
