"""HallConfigured -> the routing policy and the voices are the ones the hall has chosen, without a restart."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from server.devices.speaking.sounds import SoundStore
from server.devices.voices import Voice, open_voice, voice_kinds
from server.domain.config.config import HallConfig
from server.domain.hall import Hall
from server.domain.line import Pick
from server.domain.setup.events import HallConfigured
from server.journal import Recorded
from server.live_hall import LiveHall

USUAL_RATE = 150
USUAL_VOICES = ("recorded", "neural_zh", "pyttsx3")


class FollowSetup:
    """`given`: voices named on the command line, which then count instead of the hall's own."""

    def __init__(
        self,
        live: LiveHall,
        sounds: SoundStore,
        policy: Callable[[str], Pick],
        *,
        folder: Path,
        given: Sequence[str] = (),
    ) -> None:
        self._live, self._sounds, self._policy = live, sounds, policy
        self._folder, self._given = folder, tuple(given)
        self._spoken_by = spoken_by(live.hall.config, given)
        self._changed = asyncio.Event()

    async def run(self) -> None:
        """Follow until cancelled."""
        while True:
            await self._changed.wait()
            self._changed.clear()
            wanted = spoken_by(self._live.hall.config, self._given)
            if wanted != self._spoken_by:
                self._spoken_by = wanted
                await self._sounds.use(open_voices(self._live.hall.config, self._folder, self._given))

    def on_commit(self, hall: Hall, recorded: tuple[Recorded, ...]) -> None:
        """The watcher."""
        for r in recorded:
            if isinstance(r.event, HallConfigured):
                self._live.pick = self._policy(r.event.config.routing)
                self._changed.set()


def spoken_by(config: HallConfig | None, given: Sequence[str]) -> tuple[tuple[str, ...], int]:
    """The voices by their kind, in order of preference, and their speed."""
    engines = tuple(given) or (config.voice.engines if config else USUAL_VOICES)
    known = tuple(kind for kind in engines if kind in voice_kinds())
    return known, config.figures.speech_rate if config else USUAL_RATE


def open_voices(config: HallConfig | None, folder: Path, given: Sequence[str]) -> list[Voice]:
    kinds, rate = spoken_by(config, given)
    return [open_voice(kind, rate, folder) for kind in kinds]
