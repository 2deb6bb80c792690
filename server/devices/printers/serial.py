"""A receipt printer on a serial line: python-escpos opens it, a thread of its own drives it.

Address `DEVICE[:BAUD[:FLOW]]`, as `/dev/ttyUSB0:19200` or `COM3:9600:xonxoff`. FLOW is how the printer says
"wait": `dsrdtr` (most printers' own setting), `rtscts` or `xonxoff`. It must be what the printer is set to:
what does not fit into its buffer while paper is out would be lost. Linux heeds RTS/CTS and XON/XOFF but not
DSR: there a cable that leads the printer's DTR to CTS, with `rtscts`, is safe. A picture takes 16 to 26 s
at 19200 baud: set a printer on so slow a line to `text`.
"""

import contextlib
import errno
import os
import sys
from pathlib import Path
from typing import Any, Final

from server.devices.errors import DeviceMisconfigured
from server.devices.printers import PrinterConfig
from server.devices.printing.allowed import require_device
from server.devices.printing.dialogue import Dialogue
from server.devices.printing.own_thread import BEAT, ThreadedCable, write_now

if sys.platform == "win32":
    TERMINAL: tuple[type[Exception], ...] = ()
else:
    import termios

    TERMINAL = (termios.error,)  # what the library lets through; no OSError

BAUD: Final = 9600
BAUDS: Final = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400)
BITS_A_BYTE: Final = 10  # with start and stop bit
FLOWS: Final = ("dsrdtr", "rtscts", "xonxoff")
STALLED: Final = 5.0  # s after which Windows gives up a write
MOST: Final = 256  # bytes read at once


def open_printer(config: PrinterConfig, folder: Path) -> Dialogue:
    device, baud, flow = address(config)
    return Dialogue(
        ThreadedCable(lambda: SerialPort(device, baud, flow), baud / BITS_A_BYTE),
        ack=config.ack == "gs_r",
        open_seconds=5.0,  # python-escpos takes its time to import
    )


def address(config: PrinterConfig) -> tuple[str, int, str]:
    """Device, baud and flow control; DeviceMisconfigured tells how to write them."""
    device, _, rest = config.address.partition(":")
    rate, _, flow = rest.partition(":")
    baud = rate if rate.isdecimal() else "0" if rate else str(BAUD)
    if not device or int(baud) not in BAUDS or (flow or FLOWS[0]) not in FLOWS:
        raise DeviceMisconfigured(
            f"{config.id}: {config.address!r}: write DEVICE:BAUD:FLOW, like /dev/ttyUSB0:19200 or"
            f" COM3:9600:xonxoff"
            f" (FLOW is one of {', '.join(FLOWS)})"
        )
    return device, int(baud), flow or FLOWS[0]


class SerialPort:
    """Only the library's opening is used: its reading and closing wait too long for a line of customers."""

    def __init__(self, device: str, baud: int = BAUD, flow: str = FLOWS[0]) -> None:
        self._device, self._baud, self._flow = device, baud, flow
        self._line: Any = None

    def open(self) -> None:
        from escpos.exceptions import DeviceNotFoundError  # noqa: PLC0415  # half a second to import
        from escpos.printer import Serial  # noqa: PLC0415

        if not Serial.is_usable():
            raise DeviceMisconfigured("serial printers need the package pyserial")
        require_device(self._device)
        try:
            connector = Serial(
                devfile=self._device,
                baudrate=self._baud,
                timeout=BEAT,
                xonxoff=self._flow == "xonxoff",
                dsrdtr=self._flow == "dsrdtr",
            )
            connector.open()
        except DeviceNotFoundError as failed:
            raise _reason(failed.__context__, self._device) from failed
        self._line, connector._device = connector.device, False  # or its __del__ would close the line
        try:
            self._line.rtscts = self._flow == "rtscts"
            self._line.write_timeout = STALLED
            if os.name == "posix":
                self._line.exclusive = True
        except TERMINAL as gone:
            raise OSError(errno.ENODEV, "unplugged") from gone

    def write(self, data: bytes) -> int:
        if os.name != "posix":
            return int(self._line.write(data))
        # The library forgets how much it wrote when it gives up, and spins when it may not wait.
        return write_now(self._line.fileno(), data)

    def read(self) -> bytes:
        heard: bytes = self._line.read(1)
        return heard + self._line.read(min(self._line.in_waiting, MOST)) if heard else b""

    def drained(self) -> bool:
        return not self._line.out_waiting

    def close(self) -> None:
        if self._line is not None:
            with contextlib.suppress(OSError, *TERMINAL):
                self._line.reset_output_buffer()
            self._line.close()


def _reason(cause: BaseException | None, device: str) -> Exception:
    """What a person can do something about is told apart from what may come back by itself."""
    if isinstance(cause, PermissionError) or getattr(cause, "errno", None) == errno.EACCES:
        return DeviceMisconfigured(f"{device}: no permission; add the server's user to the group dialout")
    if isinstance(cause, OSError):
        return cause
    return DeviceMisconfigured(f"{device}: {cause}")
