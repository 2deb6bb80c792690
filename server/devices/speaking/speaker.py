"""The server's own sound card, through `aplay`."""

import asyncio
import logging
import shutil

from server.devices.errors import DeviceMisconfigured
from server.devices.speaking.sounds import Sound

BEYOND = 3.0  # s a player may take longer than the sound


log = logging.getLogger(__name__)


class ServerSpeaker:
    """Plays one sound at a time; silence is never a success."""

    def __init__(self, device: str, program: str = "aplay") -> None:
        """Raise DeviceMisconfigured where the player is not installed."""
        path = shutil.which(program)
        if path is None:
            raise DeviceMisconfigured(f"{program} is not installed")
        self._command = [path, "-q", "-D", device]

    async def play(self, sound: Sound) -> str:
        """Return "played" or "failed"."""
        player = await asyncio.create_subprocess_exec(
            *self._command, str(sound.path), stderr=asyncio.subprocess.DEVNULL
        )
        try:
            async with asyncio.timeout(sound.seconds + BEYOND):
                return "played" if await player.wait() == 0 else "failed"
        except TimeoutError:
            player.kill()
            await player.wait()
            return "failed"


class Speakers:
    """The server's sound cards; `usual` serves where a zone names none."""

    def __init__(self, usual: str) -> None:
        self._usual = usual
        self._made: dict[str, ServerSpeaker | None] = {}

    def of(self, device: str) -> ServerSpeaker | None:
        """None where the boards' browsers speak."""
        device = device or self._usual
        if device not in self._made:
            self._made[device] = _speaker(device)
        return self._made[device]


def _speaker(device: str) -> ServerSpeaker | None:
    if not device:
        return None
    try:
        return ServerSpeaker(device)
    except DeviceMisconfigured as problem:
        log.warning("the server itself stays silent: %s", problem)
        return None
