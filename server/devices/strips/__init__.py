"""LED strips: a file here that names its `KIND` and has `open_strip(config)` is one.

To speak another controller's protocol, drop a file `my_protocol.py` into this folder:

    KIND = "my_protocol"

    def open_strip(config: StripConfig) -> Strip:
        ...  # read `config.address`; raise DeviceMisconfigured when it cannot be one

    class MyStrip:
        async def show(self, text: str) -> None:
            ...  # frame the text, send it, return when it is sent

The text is one line that fits `config.columns` already. `show` is called by one task at a time, every half
minute again even when nothing changed, so a strip that lost its power or its line comes back by itself.
"""

from collections.abc import Mapping
from types import ModuleType
from typing import Protocol

from server.devices.errors import DeviceMisconfigured
from server.domain.config.pieces.boards import Strip as StripConfig
from server.plugins import plugins

__all__ = ["Strip", "StripConfig", "open_strip", "strip_kinds"]


class Strip(Protocol):
    """One line of light."""

    async def show(self, text: str) -> None:
        """Raise DeviceUnavailable when it cannot be reached now. Every wait in it has an end."""


def strip_kinds() -> Mapping[str, ModuleType]:
    """Every protocol in this folder by its kind."""
    return plugins("strips")


def open_strip(config: StripConfig) -> Strip:
    """Raise DeviceMisconfigured when no file here is of that kind, or the address is none for it."""
    kinds = strip_kinds()
    if config.kind not in kinds:
        raise DeviceMisconfigured(f"no strip kind {config.kind!r}; there are {', '.join(sorted(kinds))}")
    strip: Strip = kinds[config.kind].open_strip(config)
    return strip
