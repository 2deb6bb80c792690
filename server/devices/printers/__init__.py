"""What every printer promises, and the door to the kinds there are: one file of this folder each."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from server.devices.errors import DeviceMisconfigured
from server.devices.printing.agents import Agents
from server.domain.config.pieces.equipment import PrinterConfig
from server.domain.hall import SlipState
from server.plugins import named, plugin

__all__ = ["TROUBLES", "Printer", "PrinterConfig", "Readiness", "SlipUnknown", "kinds", "open_printer"]

# Why a printer cannot print now; a surface has words for each.
TROUBLES = (
    "paper_out",
    "cover_open",
    "cutter_jammed",
    "head_hot",
    "stuck",
    "broken",
    "feeding",
    "busy",
    "no_answer",
    "offline",
    "misconfigured",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """A printer that can print now."""

    near_end: bool  # the roll is nearly used up


class SlipUnknown(Exception):  # named for the slip's state
    """Something was sent and no proof came back: it may or may not be on paper."""


class Printer(Protocol):
    """A device that puts bytes on paper, one slip at a time, used by one task."""

    async def ready(self) -> Readiness:
        """DeviceUnavailable if not now, with one of TROUBLES."""

    async def print(self, data: bytes) -> SlipState:
        """PRINTED once it is known to be on paper, SENT by who cannot know.

        DeviceUnavailable if nothing was sent, else SlipUnknown.
        """

    async def close(self) -> None:
        """Let others use the printer; `ready` opens it again."""


class _Kind(Protocol):
    def open_printer(self, config: PrinterConfig, folder: Path, *agents: Agents | None) -> Printer: ...


def kinds() -> list[str]:
    """The kinds there are: a file of this folder each, and what others have installed."""
    return list(named("printers"))


def open_printer(config: PrinterConfig, folder: Path, agents: Agents | None = None) -> Printer:
    """The printer of a configuration; it keeps files, if any, under `folder`. Asks the device nothing yet.

    `agents` are those connected to this house; without them a printer at an agent is offline.
    """
    if config.kind not in kinds():
        raise DeviceMisconfigured(f"no printer kind {config.kind!r}; there are {', '.join(kinds())}")
    kind: _Kind = plugin("printers", config.kind)
    if config.kind == "agent":
        return kind.open_printer(config, folder, agents)
    return kind.open_printer(config, folder)
