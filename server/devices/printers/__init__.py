"""What every printer promises, and the door to the kinds there are: one file of this folder each."""

import pkgutil
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal, Protocol, cast

from server.devices.errors import DeviceMisconfigured


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterConfig:
    """One printer as a hall sets it up."""

    id: str
    kind: str  # the name of a file in this folder: "tcp", "file", "virtual"
    address: str = ""  # "host:port", or a folder
    dots: Literal[576, 384] = 576  # 80 mm or 58 mm paper
    mode: Literal["raster", "text"] = "raster"  # text: for printers with hanzi on slow lines
    ack: Literal["gs_r", "none"] = "gs_r"  # none: the printer does not answer GS r, so sent counts as printed
    raster: Literal["banded", "plain"] = "banded"  # plain: for printers that place bands wrongly
    large: bool = False  # large print on every slip


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """A printer that can print now."""

    near_end: bool  # the roll is nearly used up


class SlipUnknown(Exception):  # named for the slip's state
    """Something was sent and no proof came back: it may or may not be on paper."""


class Printer(Protocol):
    """A device that puts bytes on paper, one slip at a time, used by one task."""

    async def ready(self) -> Readiness:
        """DeviceUnavailable if not now: "offline", "cover_open", "paper_out", "busy" or "no_answer"."""

    async def print(self, data: bytes) -> None:
        """Return once it is known to be printed; DeviceUnavailable if nothing was sent, else SlipUnknown."""

    async def close(self) -> None:
        """Let others use the printer; `ready` opens it again."""


class _Kind(Protocol):
    def open_printer(self, config: PrinterConfig, folder: Path) -> Printer: ...


def kinds() -> list[str]:
    """The kinds there are: dropping a file into this folder adds one."""
    return [module.name for module in pkgutil.iter_modules(__path__)]


def open_printer(config: PrinterConfig, folder: Path) -> Printer:
    """The printer of a configuration; it keeps files, if any, under `folder`."""
    if config.kind not in kinds():
        raise DeviceMisconfigured(f"no printer kind {config.kind!r}; there are {', '.join(kinds())}")
    kind = cast(_Kind, import_module(f"{__name__}.{config.kind}"))
    return kind.open_printer(config, folder)
