"""Builds a hall's whole series with a slow voice overnight; says one text as the hall will hear it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.speaking.pack_lists import to_build
from server.devices.speaking.recordings import named
from server.devices.voices import CannotSay, Voice, open_voice
from server.devices.whole_files import appearing
from server.domain.config.config import HallConfig

BUILDER = "neural_zh"
HOPELESS = 3  # failures in a row

Going = Callable[[str, int, int], None]  # what is being done, how much of it, of how much


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """How many phrases were made, were there already, and cannot be said at all."""

    made: int
    there: int
    unsaid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A text as a file; `took` is how many seconds the voice needed."""

    voice: str
    path: Path
    seconds: float
    took: float


async def build(
    config: HallConfig,
    folder: Path,
    *,
    upto: int = 200,
    voice: Voice,
    going: Going = lambda doing, done, of: None,
) -> Built:
    """Fill the pack in `folder` with the hall's Chinese phrases; what is there already stays.

    Raise DeviceMisconfigured, or DeviceUnavailable when the voice fails again and again.
    """
    phrases = to_build(config, upto)
    missing = [phrase for phrase in phrases if not (folder / named(phrase, "zh")).exists()]
    (folder / "zh").mkdir(parents=True, exist_ok=True)
    unsaid = failures = 0
    for done, phrase in enumerate(missing):
        going("rendering", len(phrases) - len(missing) + done, len(phrases))
        try:
            await _keep(voice, phrase, folder / named(phrase, "zh"))
            failures = 0
        except CannotSay:
            unsaid += 1
        except DeviceUnavailable:
            unsaid, failures = unsaid + 1, failures + 1
            if failures == HOPELESS:
                raise
    there = len(phrases) - len(missing)
    return Built(made=len(missing) - unsaid, there=there, unsaid=unsaid)


async def _keep(voice: Voice, phrase: str, path: Path) -> None:
    with appearing(path) as part:
        await voice.render(phrase, "zh", part)


def voices(kinds: Sequence[str], rate: int, folder: Path) -> list[Voice]:
    """In the hall's order; `folder` is `voices` of the hall's data."""
    return [open_voice(kind, rate, folder) for kind in kinds]


async def say(text: str, language: str, path: Path, among: Sequence[Voice]) -> Said:
    """By the first voice that can, however slow. Raise DeviceUnavailable with every voice's reason."""
    reasons: list[str] = []
    for voice in among:
        try:
            return await speak(text, language, path, voice)
        except (DeviceUnavailable, DeviceMisconfigured) as why:
            reasons.append(f"{voice.name}: {why}")
    raise DeviceUnavailable("; ".join(reasons) or "no voice")


async def speak(text: str, language: str, path: Path, voice: Voice) -> Said:
    """Raise as the voice does."""
    began = time.monotonic()
    seconds = await voice.render(text, language, path)
    return Said(voice=voice.name, path=path, seconds=seconds, took=time.monotonic() - began)
