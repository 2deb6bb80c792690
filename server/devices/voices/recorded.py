"""A person's voice: phrases put together from recordings, and from those a neural voice built overnight."""

import asyncio
import hashlib
from collections.abc import Sequence
from pathlib import Path

from server.devices.errors import DeviceMisconfigured
from server.devices.speaking.recordings import join, pieces, words_of
from server.devices.speaking.waves import write_wave
from server.devices.voices import CannotSay, Voice

KIND = "recorded"
PACKS = ("recorded", "built")  # folders; what a person has recorded comes first


def open_voice(rate: int, folder: Path) -> Voice:
    return RecordedVoice(rate, [folder / pack for pack in PACKS])


class RecordedVoice:
    """Says what a pack has all the words for; never mixes packs. Speaks as fast as the person did.

    A recording that is added is used at once, one that replaces another when the voice is opened anew.
    """

    ahead_only = False

    def __init__(self, rate: int, packs: Sequence[Path]) -> None:
        self.rate = rate
        self.name = f"{KIND}/{_stamp(packs)}"
        self._packs = packs

    async def render(self, text: str, language: str, path: Path) -> float:
        return await asyncio.to_thread(self._render, text, language, path)

    async def close(self) -> None:
        return

    def _render(self, text: str, language: str, path: Path) -> float:
        words = words_of(text, language)
        for pack in self._packs:
            if recordings := pieces(pack, words, language):
                try:
                    sound = join(recordings)
                except ValueError as why:
                    names = ", ".join(recording.name for recording, _ in recordings)
                    raise DeviceMisconfigured(f"{names}: {why}; see `hallqueue voice check`") from why
                write_wave(path, sound)
                return sound.seconds
        raise CannotSay(f"not recorded: {text}")


def _stamp(packs: Sequence[Path]) -> str:
    """Changes with any recording, so that sounds joined from older ones are not heard again."""
    files = sorted(path for pack in packs for path in pack.glob("*/*.wav"))
    known = [(path.as_posix(), path.stat().st_mtime_ns, path.stat().st_size) for path in files]
    return hashlib.sha256(repr(known).encode()).hexdigest()[:8]
