"""Voices: a file here with a `KIND` and an `open_voice(rate, folder)` is one; nothing else to register."""

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Protocol

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.plugins import plugins


class CannotSay(DeviceUnavailable):
    """This voice has no sound for that text: no fault of it, another voice may have one."""


class Voice(Protocol):
    """Something that can say a text into a WAV file."""

    @property
    def name(self) -> str:
        """Tells its sounds from those of other voices; two voices that sound different differ in it."""

    @property
    def rate(self) -> int:
        """Words per minute."""

    @property
    def ahead_only(self) -> bool:
        """Too slow to be waited for at a call: heard only where its file is there already."""

    async def render(self, text: str, language: str, path: Path) -> float:
        """Write 16 bit WAV that is not silent and return its seconds.

        Raise DeviceUnavailable when it cannot be said now, CannotSay when never, DeviceMisconfigured when
        a person has to see to it; what is then at `path` is worthless.
        """

    async def close(self) -> None:
        """End what the voice started; harmless twice."""


def voice_kinds() -> Mapping[str, ModuleType]:
    """Every voice in this folder by its kind."""
    return plugins("voices")


def open_voice(kind: str, rate: int, folder: Path) -> Voice:
    """`folder` is where a voice finds and keeps its files; what it misses it tells when it has to speak.

    Raise DeviceMisconfigured when no file here is of that kind.
    """
    kinds = voice_kinds()
    if kind not in kinds:
        raise DeviceMisconfigured(f"no voice {kind!r}; there are {', '.join(sorted(kinds))}")
    voice: Voice = kinds[kind].open_voice(rate, folder)
    return voice
