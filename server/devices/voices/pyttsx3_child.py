"""The built-in voice: pyttsx3 in a child process, because it can hang and then has to be killed."""

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.voices import CannotSay, Voice

KIND = "pyttsx3"

# -P: the child must import the library, whatever lies beside the program or in the working folder.
SPEAKER = (sys.executable, "-P", str(Path(__file__).with_name("speaker_process.py")))


def open_voice(rate: int, folder: Path) -> Voice:
    return ChildVoice(rate)


class ChildVoice:
    """One child, one request at a time; killed when late, then asked once more.

    Does not play sound. `program` is what speaks; the usual one has the voices of the system (on Linux
    espeak-ng's).
    """

    ahead_only = False

    def __init__(
        self,
        rate: int,
        *,
        name: str = KIND,
        program: Sequence[str] = SPEAKER,
        start_seconds: float = 15.0,
        render_seconds: float = 5.0,
    ) -> None:
        self.name = name
        self.rate = rate
        self._program = program
        self._start_seconds = start_seconds
        self._render_seconds = render_seconds
        self._lock = asyncio.Lock()
        self._child: Process | None = None
        self._fit = False  # only between an answer and the next question is the child trusted

    @property
    def pid(self) -> int | None:
        return self._child.pid if self._child else None

    async def render(self, text: str, language: str, path: Path) -> float:
        """Raise DeviceUnavailable after two failed tries, and at once when a second would be in vain."""
        question = {"text": text, "language": language, "rate": self.rate, "path": str(path)}
        why = ""
        async with self._lock:
            for _ in range(2):
                try:
                    return await self._ask(question)
                except (OSError, ValueError) as error:
                    why = str(error) or type(error).__name__
        raise DeviceUnavailable(f"{self.name}: {why}")

    async def close(self) -> None:
        async with self._lock:
            await self._bury()

    async def _ask(self, question: dict[str, object]) -> float:
        """Raise OSError (TimeoutError too) or ValueError; a cancelled question leaves the child unfit."""
        limit = self._render_seconds if self._fit else self._start_seconds
        async with asyncio.timeout(limit):
            child = self._child if self._child and self._fit else await self._restart()
            self._fit = False
            assert child.stdin
            assert child.stdout
            child.stdin.write(json.dumps(question).encode() + b"\n")
            await child.stdin.drain()
            answer = json.loads(await child.stdout.readline())
        if "error" in answer:
            raise ValueError(answer["error"])
        if "misconfigured" in answer:
            raise DeviceMisconfigured(answer["misconfigured"])
        self._fit = True
        if "cannot_say" in answer:
            raise CannotSay(answer["cannot_say"])
        return float(answer["seconds"])

    async def _restart(self) -> Process:
        await self._bury()
        self._child = await asyncio.create_subprocess_exec(
            *self._program, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
        )
        return self._child

    async def _bury(self) -> None:
        child, self._child, self._fit = self._child, None, False
        if child:
            with suppress(ProcessLookupError):
                child.kill()
            await child.communicate()
