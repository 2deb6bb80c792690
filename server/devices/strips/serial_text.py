"""A strip on a serial line that takes plain text: GB18030, ended by CR LF."""

import importlib
import sys
from typing import Any

from server.devices.aside import Aside
from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.printing.allowed import require_device
from server.devices.strips import StripConfig

if sys.platform == "win32":
    TERMINAL: tuple[type[Exception], ...] = ()
else:
    import termios

    TERMINAL = (termios.error,)  # what the library lets through; no OSError

KIND = "serial_text"
BAUDS = (9600, 1200, 2400, 4800, 19200, 38400, 57600, 115200)  # the first is what most are set to
PATIENCE = 2.0  # s to hand the text over; sixteen letters take 20 ms at 9600 baud
HANGS_AFTER = 20.0  # s: some adapters' drivers wait for ever for what was pulled out
_ASIDES: dict[str, Aside] = {}  # by line: a strip is opened anew for each text


def open_strip(config: StripConfig) -> "SerialStrip":
    """The address is the line and its speed: "/dev/ttyUSB0:9600", "COM3:19200"."""
    line, _, baud = config.address.partition(":")
    if not line or (baud or str(BAUDS[0])) not in map(str, BAUDS):
        raise DeviceMisconfigured(f"{config.id}: {config.address!r} is no line:baud")
    return SerialStrip(line, int(baud or BAUDS[0]))


class SerialStrip:
    """The line is opened for each text, so that a plug pulled and put back is found again."""

    def __init__(self, line: str, baud: int) -> None:
        self._line, self._baud = line, baud

    async def show(self, text: str) -> None:
        data = text.encode("gb18030", "replace") + b"\r\n"
        aside = _ASIDES.setdefault(self._line, Aside(f"strip {self._line}", HANGS_AFTER))
        try:
            await aside.do(lambda: self._write(data))
        except TimeoutError as hung:
            raise DeviceUnavailable("no_answer") from hung

    def _write(self, data: bytes) -> None:
        serial = _library()
        require_device(self._line)
        try:
            with serial.Serial(self._line, self._baud, timeout=PATIENCE, write_timeout=PATIENCE) as port:
                port.write(data)
                port.flush()
        except (OSError, *TERMINAL) as failed:  # the library's own errors are kinds of OSError
            raise DeviceUnavailable("offline") from failed


def _library() -> Any:
    """Only a hall that has such a strip needs it."""
    try:
        return importlib.import_module("serial")
    except ImportError as missing:
        raise DeviceMisconfigured("the package pyserial is not installed") from missing
