"""A printer whose slips are pictures: for the demo, and for trying out what happens when paper ends."""

import asyncio
from pathlib import Path

from server.devices.errors import DeviceUnavailable
from server.devices.printers import PrinterConfig, Readiness
from server.devices.printing.paper import interpret
from server.domain.hall import SlipState

KEPT = 50
_STOPS = ("offline", "cover_open", "paper_out", "cutter_jammed", "head_hot")


def open_printer(config: PrinterConfig, folder: Path) -> "VirtualPrinter":
    return VirtualPrinter(folder / "slips", config.dots)


class VirtualPrinter:
    """Writes `<folder>/<sequence>.png`, the newest KEPT of them; `faults` are named and set from outside."""

    def __init__(self, folder: Path, dots: int) -> None:
        self.folder = folder
        self.dots = dots
        self.faults: set[str] = set()  # of _STOPS, or "near_end"

    async def ready(self) -> Readiness:
        """As a real printer would say it."""
        for fault in _STOPS:
            if fault in self.faults:
                raise DeviceUnavailable(fault)
        return Readiness(near_end="near_end" in self.faults)

    async def print(self, data: bytes) -> SlipState:
        """The picture is there when this returns."""
        await self.ready()
        await asyncio.to_thread(self._develop, data)
        return SlipState.PRINTED

    async def close(self) -> None:
        """Nothing is kept open."""

    def slips(self) -> list[Path]:
        """The pictures there are, oldest first."""
        return sorted(slip for slip in self.folder.glob("*.png") if slip.stem.isdecimal())

    def _develop(self, data: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        for paper in interpret(data, self.dots):
            newest = max((int(slip.stem) for slip in self.slips()), default=0)
            unfinished = self.folder / f"{newest + 1:06}.part"
            paper.picture.save(unfinished, "PNG")
            unfinished.rename(unfinished.with_suffix(".png"))  # a page that looks never sees half a picture
        for old in self.slips()[:-KEPT]:
            old.unlink()
