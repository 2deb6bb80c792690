"""The server's own sound card, through `aplay`."""

import asyncio
import shutil

from server.devices.errors import DeviceMisconfigured
from server.devices.sounds import Sound

BEYOND = 3.0  # s a player may take longer than the sound


class ServerSpeaker:
    """Plays one sound at a time; silence is never a success."""

    def __init__(self, device: str, program: str = "aplay") -> None:
        """Raise DeviceMisconfigured where the player is not installed."""
        found = shutil.which(program)
        if found is None:
            raise DeviceMisconfigured(f"{program} is not installed")
        self._command = [found, "-q", "-D", device]

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
