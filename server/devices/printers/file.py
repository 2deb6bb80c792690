"""A printer that keeps its slips as numbered files of bytes, for a program elsewhere to take."""

import os
from pathlib import Path

from server.devices.aside import Aside
from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.printers import PrinterConfig, Readiness, SlipUnknown
from server.devices.printing.allowed import inside
from server.domain.hall import SlipState

HANGS_AFTER = 30.0  # s: a folder of another machine may never answer


def open_printer(config: PrinterConfig, folder: Path) -> "FilePrinter":
    return FilePrinter(inside(folder, config.address or "slips"))


class FilePrinter:
    """`000001.bin`, `000002.bin` …, each complete or not there at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._aside = Aside(f"folder {folder.name}", HANGS_AFTER)

    async def ready(self) -> Readiness:
        """DeviceMisconfigured if the folder cannot be written to."""
        try:
            await self._aside.do(self._open)
        except TimeoutError as hung:
            raise DeviceUnavailable("no_answer") from hung
        return Readiness(near_end=False)

    async def print(self, data: bytes) -> SlipState:
        """The file is on the disk when this returns; what becomes of it nobody tells us.

        A full disk is a printer out of paper.
        """
        try:
            await self._aside.do(lambda: self._write(data))
        except TimeoutError as hung:
            raise SlipUnknown("no_answer") from hung
        return SlipState.SENT

    async def close(self) -> None:
        """Nothing is kept open."""

    def _open(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as refused:
            raise DeviceMisconfigured(f"{self.folder}: {refused.strerror}") from refused
        if not os.access(self.folder, os.W_OK):
            raise DeviceMisconfigured(f"{self.folder}: not writable")

    def _write(self, data: bytes) -> None:
        self._open()
        taken = [int(slip.stem) for slip in self.folder.glob("*.bin") if slip.stem.isdecimal()]
        unfinished = self.folder / "unfinished"
        try:
            with unfinished.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            unfinished.rename(self.folder / f"{max(taken, default=0) + 1:06}.bin")
        except OSError as full:
            raise DeviceUnavailable("paper_out") from full
        _sync_folder(self.folder)


def _sync_folder(folder: Path) -> None:
    """Without this a power cut may forget the file's name; Windows has no such call and needs none."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
