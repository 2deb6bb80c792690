"""Measures speech: where it begins and ends, how loud it is, whether it is clipped."""

from dataclasses import dataclass

from server.devices.speaking.waves import Wave
from server.later import np

SILENT = 0.01  # of full scale: what is below is no speech
_FULL = 0.999


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """Seconds and decibels below full scale; without any speech `speech` is 0 s and levels are the lowest."""

    before: float  # s of silence
    speech: float  # s
    after: float  # s of silence
    peak: float  # dB
    loudness: float  # dB, the root mean square of the speech
    clipped: int  # samples at full scale


def levels(sound: Wave) -> Levels:
    first, last = _speech(sound)
    heard = sound.samples[first:last]
    return Levels(
        before=first / sound.sample_rate,
        speech=len(heard) / sound.sample_rate,
        after=(len(sound.samples) - last) / sound.sample_rate,
        peak=_decibels(float(np.abs(heard).max(initial=0.0))),
        loudness=_decibels(float(np.sqrt(np.mean(heard**2))) if len(heard) else 0.0),
        clipped=int((np.abs(heard) >= _FULL).sum()),
    )


def trimmed(sound: Wave, margin: float) -> Wave:
    """Without the silence at both ends but for `margin` seconds; raise ValueError when nothing is heard."""
    first, last = _speech(sound)
    if first == last:
        raise ValueError("nothing but silence")
    kept = round(margin * sound.sample_rate)
    return Wave(samples=sound.samples[max(first - kept, 0) : last + kept], sample_rate=sound.sample_rate)


def _speech(sound: Wave) -> tuple[int, int]:
    loud = np.flatnonzero(np.abs(sound.samples) > SILENT)
    return (int(loud[0]), int(loud[-1]) + 1) if len(loud) else (0, 0)


def _decibels(level: float) -> float:
    return 20 * float(np.log10(max(level, 1e-5)))
