"""Voices: a file here that names its `KIND` and has `open_voice(rate)` is one; nothing else to register."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Protocol

from server.devices.errors import DeviceMisconfigured


class Voice(Protocol):
    """Something that can say a text into a WAV file."""

    @property
    def name(self) -> str:
        """Tells its sounds from those of other voices; two voices that sound different differ in it."""

    @property
    def rate(self) -> int:
        """Words per minute."""

    async def render(self, text: str, language: str, path: Path) -> float:
        """Write 16 bit WAV that is not silent and return its seconds.

        Raise DeviceUnavailable when it cannot be said now; what is then at `path` is worthless.
        """

    async def close(self) -> None:
        """End what the voice started; harmless twice."""


def voice_kinds() -> Mapping[str, ModuleType]:
    """Every voice in this folder by its kind."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return {module.KIND: module for module in modules if hasattr(module, "KIND")}


def open_voice(kind: str, rate: int) -> Voice:
    """Raise DeviceMisconfigured when no file here is of that kind."""
    kinds = voice_kinds()
    if kind not in kinds:
        raise DeviceMisconfigured(f"no voice {kind!r}; there are {', '.join(sorted(kinds))}")
    voice: Voice = kinds[kind].open_voice(rate)
    return voice
