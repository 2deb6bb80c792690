"""Keeps what was said: phrases are rendered once, calls are joined from them, files are named by content."""

import asyncio
import hashlib
import logging
import os
import re
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from weakref import WeakValueDictionary

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable, PhraseBroken
from server.devices.speaking.chime import chime
from server.devices.speaking.waves import Wave, joined, levelled, read_wave, scaled, silence, write_wave
from server.devices.voices import CannotSay, Voice
from server.devices.whole_files import appearing

log = logging.getLogger(__name__)

_AFTER_CHIME = 0.15  # seconds
_BETWEEN_PHRASES = 0.18
_BETWEEN_READINGS = 0.7
_SILENT = 0.3
_RECIPE = "1"  # of the join; raise it when the chime or a gap changes


Phrase = tuple[str, str]  # what is said, and in which language


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The file that says a phrase; `best` when no voice that comes before `voice` failed or was too slow."""

    path: Path
    voice: str
    rank: int
    best: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One saying of a call: its phrases in one language."""

    language: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """One WAV that can be played as it is; `name` is the hex a browser asks for.

    `voice` is the kind of the voice that speaks in it, several joined by "+", "" where none does.
    """

    name: str
    path: Path
    seconds: float
    voice: str = ""


FULL = 100  # percent


class SoundStore:
    """A folder of WAV files; nothing in a file name tells who was called."""

    def __init__(
        self, folder: Path, voices: Sequence[Voice], *, sample_rate: int = 22_050, rest_seconds: float = 20.0
    ) -> None:
        """`voices` in order of preference; one that failed is left alone for `rest_seconds`."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._voices = voices
        self._sample_rate = sample_rate
        self._rest_seconds = rest_seconds
        self._rests_until: dict[str, float] = {}  # on the loop's own clock
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._failing: dict[str, str] = {}

    @property
    def voices(self) -> Sequence[Voice]:
        """In order of preference."""
        return self._voices

    @property
    def health(self) -> str:
        """ "ok" when the first choice speaks, "warn" when a lesser voice does, "down" when none does."""
        if len(self._failing) == len(self._voices):
            return "down"
        return "warn" if self._failing else "ok"

    @property
    def trouble(self) -> str:
        """Which voices do not speak, and why."""
        return "; ".join(f"{voice}: {why}" for voice, why in self._failing.items())

    async def phrase(self, text: str, language: str, *, patience: float | None = None) -> Path:
        """The file that says the text, rendered now if need be.

        `patience` is how many seconds each voice may take, and then voices that only speak ahead are heard
        from their files alone; None leaves it to the voice. Raise DeviceUnavailable when none can say it.
        """
        return (await self._spoken(text, language, patience, self._voices)).path

    async def say(self, text: str, language: str) -> Said:
        """As `phrase` without patience, and which voice says it."""
        return await self._spoken(text, language, None, self._voices)

    async def call_sound(
        self, readings: Sequence[Reading], *, patience: float | None = None, volume: int = 100
    ) -> Sound:
        """Chime and readings in one file; without readings the chime alone. Raise as `phrase` does.

        `volume` in percent is in the sound itself, so that it holds for whatever plays it.
        """
        spoken = [await self._reading(reading, patience) for reading in readings]
        return await asyncio.to_thread(self._join, spoken, volume)

    async def silent(self) -> Sound:
        """Nothing, for a moment: whoever plays it can play."""
        name = _name(_RECIPE, str(self._sample_rate), "silent")
        path = self._folder / f"{name}.wav"
        if not _touched(path):
            await asyncio.to_thread(write_wave, path, silence(_SILENT, self._sample_rate))
        return Sound(name=name, path=path, seconds=_SILENT)

    async def use(self, voices: Sequence[Voice]) -> None:
        """Speak with these from now on; what the others rendered stays theirs."""
        before, self._voices = self._voices, voices
        self._rests_until, self._failing = {}, {}
        for voice in before:
            await voice.close()

    async def _reading(self, reading: Reading, patience: float | None) -> list[Said]:
        """Each phrase by the best voice that has it; if they differ, all by the least of these if it can."""

        async def say(voices: Sequence[Voice]) -> list[Said]:
            return [await self._spoken(text, reading.language, patience, voices) for text in reading.texts]

        voices = self._voices
        phrases = await say(voices)
        if len({one.rank for one in phrases}) > 1:
            with suppress(DeviceUnavailable):  # better two voices than half a call
                phrases = await say([voices[max(one.rank for one in phrases)]])
        return phrases

    async def _spoken(
        self, text: str, language: str, patience: float | None, voices: Sequence[Voice]
    ) -> Said:
        """The file that says the text, and which of the voices says it."""
        best, broke = True, False
        for rank, voice in enumerate(voices):
            path = self._file(voice, text, language)
            if _touched(path):  # which tells nothing of how the voice is now
                return Said(path=path, voice=voice.name, rank=rank, best=best)
            if voice.ahead_only and patience is not None:
                best = False
                continue
            if self._now() < self._rests_until.get(voice.name, 0.0):
                best = False
                continue
            try:
                async with asyncio.timeout(patience):
                    await self._render(voice, text, language, path)
            except CannotSay:
                continue
            except (DeviceUnavailable, DeviceMisconfigured, OSError) as error:
                best = False
                self._note_failure(voice.name, str(error) or "too slow")
            except Exception:
                log.exception("voice %s broke at %r", voice.name, text)
                best, broke = False, True
            else:
                self._note_success(voice.name)
                return Said(path=path, voice=voice.name, rank=rank, best=best)
        if broke:
            raise PhraseBroken(text)
        raise DeviceUnavailable(self.trouble or "no voice")

    def _file(self, voice: Voice, text: str, language: str) -> Path:
        return self._folder / f"{_name(voice.name, language, str(voice.rate), text)}.wav"

    def find(self, name: str) -> Path | None:
        """The file of a sound by its hex name; None when there is none of that name."""
        path = self._folder / f"{name}.wav"
        return path if re.fullmatch("[0-9a-f]{64}", name) and path.is_file() else None

    def prune(self, older_than: datetime, *, needed: Collection[Phrase]) -> int:
        """Delete files not used since then, but none that says what is needed; returns how many."""
        kept = {self._file(voice, *phrase) for voice in self._voices for phrase in needed}
        removed = 0
        for path in self._folder.iterdir():
            with suppress(FileNotFoundError):  # a render may just have moved its own
                if path.stat().st_mtime < older_than.timestamp() and path not in kept:
                    path.unlink()
                    removed += 1
        return removed

    async def close(self) -> None:
        for voice in self._voices:
            await voice.close()

    async def _render(self, voice: Voice, text: str, language: str, path: Path) -> None:
        lock = self._locks.setdefault(path.stem, asyncio.Lock())
        async with lock:  # whoever asks for the same phrase meanwhile waits for this render
            if not _touched(path):
                with appearing(path) as part:  # a render that was given up may still be writing its own
                    await voice.render(text, language, part)
                    await asyncio.to_thread(lambda: write_wave(part, levelled(read_wave(part))))

    def _join(self, readings: Sequence[Sequence[Said]], volume: int) -> Sound:
        paths = [[one.path for one in reading] for reading in readings]
        order = "|".join(",".join(path.stem for path in reading) for reading in paths)
        name = _name(_RECIPE, str(self._sample_rate), order, *([] if volume == FULL else [str(volume)]))
        path = self._folder / f"{name}.wav"
        if not _touched(path):
            write_wave(path, scaled(joined(self._pieces(paths), self._sample_rate), volume / FULL))
        voice = "+".join(dict.fromkeys(kind_of(one.voice) for reading in readings for one in reading))
        return Sound(name=name, path=path, seconds=read_wave(path).seconds, voice=voice)

    def _pieces(self, readings: Sequence[Sequence[Path]]) -> list[Wave]:
        pieces = [chime(self._sample_rate)]
        for nth, phrases in enumerate(readings):
            pieces.append(silence(_BETWEEN_READINGS if nth else _AFTER_CHIME, self._sample_rate))
            for place, path in enumerate(phrases):
                if place:
                    pieces.append(silence(_BETWEEN_PHRASES, self._sample_rate))
                pieces.append(read_wave(path))
        return pieces

    def _note_failure(self, voice: str, why: str) -> None:
        if all(v.name != voice for v in self._voices):
            return  # others were chosen while it spoke
        if voice not in self._failing:
            log.warning("voice %s does not speak: %s", voice, why)
        self._failing[voice] = why
        self._rests_until[voice] = self._now() + self._rest_seconds

    def _note_success(self, voice: str) -> None:
        """What is preferred to the voice that spoke may still fail; what comes after it was not needed."""
        if voice in self._failing:
            log.info("voice %s speaks again", voice)
        names = [v.name for v in self._voices]
        if voice not in names:
            return
        preferred = names[: names.index(voice)]
        self._failing = {name: why for name, why in self._failing.items() if name in preferred}

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()


def kind_of(voice: str) -> str:
    """`neural_zh` of a voice named `neural_zh/2`."""
    return voice.partition("/")[0]


def _name(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _touched(path: Path) -> bool:
    """Whether the file is there; if so it counts as used now, so that `prune` lets it be."""
    try:
        os.utime(path)
    except FileNotFoundError:
        return False
    return True
