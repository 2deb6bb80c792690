"""The 叮咚 before a call: two struck notes, made of sines so that no recording has to be shipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.devices.speaking.waves import Wave
from server.later import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

DING_HZ = 783.99  # G5
DONG_HZ = 622.25  # E flat 5: a falling major third, the doorbell everybody knows
_DONG_AFTER = 0.42  # seconds
_RING = 1.15  # seconds a note is heard
_PEAK = 0.6
_OVERTONES = ((1.0, 1.0), (2.0, 0.28), (3.01, 0.10))  # multiple, share; slightly off, as metal is


def chime(sample_rate: int) -> Wave:
    """Two tones with decay, about 1.6 s."""
    late = round(_DONG_AFTER * sample_rate)
    ding, dong = _note(DING_HZ, sample_rate), _note(DONG_HZ, sample_rate)
    samples = np.zeros(late + len(dong))
    samples[: len(ding)] += ding
    samples[late:] += dong
    return Wave(samples=samples * (_PEAK / np.abs(samples).max()), sample_rate=sample_rate)


def _note(hertz: float, sample_rate: int) -> NDArray[np.float64]:
    t = np.arange(round(_RING * sample_rate)) / sample_rate
    tone = sum(share * np.exp(-4 * n * t) * np.sin(2 * np.pi * hertz * n * t) for n, share in _OVERTONES)
    attack = np.minimum(t / 0.004, 1)  # a click otherwise
    release = np.minimum((_RING - t) / 0.08, 1)
    return np.asarray(tone * attack * release, dtype=np.float64)
