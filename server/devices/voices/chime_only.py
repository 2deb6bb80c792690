"""A hall without speech: says nothing, so that a call is the chime and the board."""

from pathlib import Path

from server.devices.errors import DeviceUnavailable
from server.devices.voices import Voice

KIND = "chime"


def open_voice(rate: int, folder: Path) -> Voice:
    return ChimeOnly(rate)


class ChimeOnly:
    """Always unavailable."""

    name = KIND
    ahead_only = False

    def __init__(self, rate: int) -> None:
        self.rate = rate

    async def render(self, text: str, language: str, path: Path) -> float:
        raise DeviceUnavailable("this hall has the chime only")

    async def close(self) -> None:
        return
