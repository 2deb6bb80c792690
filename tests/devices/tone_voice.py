"""A voice of equal shape that hums instead of speaking, and can be told to fail or to wait."""

import asyncio
from pathlib import Path

import numpy as np

from server.devices.errors import DeviceUnavailable
from server.devices.speaking.waves import Wave, write_wave
from server.devices.voices import CannotSay


class ToneVoice:
    """One tenth of a second of tone for each sign of the text, in a real WAV file."""

    def __init__(self, name: str = "tone", *, rate: int = 150, sample_rate: int = 22_050) -> None:
        self.name = name
        self.rate = rate
        self.sample_rate = sample_rate
        self.ahead_only = False
        self.languages: tuple[str, ...] = ("zh", "en")
        self.said: list[str] = []
        self.broken = False
        self.may_speak = asyncio.Event()
        self.may_speak.set()
        self.asked = asyncio.Event()

    async def render(self, text: str, language: str, path: Path) -> float:
        if language not in self.languages:
            raise CannotSay(language)
        self.said.append(text)
        self.asked.set()
        await self.may_speak.wait()
        if self.broken:
            raise DeviceUnavailable("hoarse")
        t = np.arange(len(text) * self.sample_rate // 10) / self.sample_rate
        sound = Wave(samples=0.5 * np.sin(2 * np.pi * 330 * t), sample_rate=self.sample_rate)
        write_wave(path, sound)
        return sound.seconds

    async def close(self) -> None:
        self.broken = True
