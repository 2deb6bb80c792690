"""A receipt printer on USB: the system's printer device, or the printer itself by its two numbers.

Address `/dev/usb/lp0` (Linux; needs nothing more and is preferred), or `vvvv:pppp` as `lsusb` shows it
(through python-escpos and pyusb, the extra `printers-usb`; takes the printer away from the system). The
server's user must be in the group `lp`, or a udev rule must give it the device. On Windows the numbers work
once the printer has the WinUSB driver; a Windows print queue tells nothing about paper or printing and
cannot be used.
"""

import contextlib
import errno
import os
import re
import select
import threading
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from server.devices.errors import DeviceMisconfigured
from server.devices.printers import PrinterConfig
from server.devices.printing.allowed import require_device
from server.devices.printing.dialogue import Dialogue
from server.devices.printing.own_thread import BEAT, Port, ThreadedCable, write_now

NUMBERS: Final = re.compile(r"([0-9a-fA-F]{4}):([0-9a-fA-F]{4})")
STALLED: Final = 5000  # ms a chunk may take; after that nobody can tell how much of it got through
INSTALL: Final = "install hallqueue with the extra printers-usb, or use /dev/usb/lp0"
FROM_PRINTER: Final = 0x80
MOST: Final = 256


def open_printer(config: PrinterConfig, folder: Path) -> Dialogue:
    if not config.address.startswith("/") and not NUMBERS.fullmatch(config.address):
        raise DeviceMisconfigured(
            f"{config.id}: {config.address!r}: write /dev/usb/lp0, or vendor and product like 04b8:0202"
        )
    return Dialogue(ThreadedCable(lambda: _port(config.address)), ack=config.ack == "gs_r", open_seconds=5.0)


def _port(address: str) -> Port:
    if numbers := NUMBERS.fullmatch(address):
        return UsbPort(int(numbers[1], 16), int(numbers[2], 16))
    return DevicePort(address)


class DevicePort:
    """A printer device of the system; the library's `File` cannot hear what a printer answers."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._handle = -1
        self._there = select.poll()

    def open(self) -> None:
        require_device(self._path)
        try:
            self._handle = os.open(self._path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
        except PermissionError as refused:
            raise DeviceMisconfigured(
                f"{self._path}: no permission; add the server's user to the group lp"
            ) from refused
        self._there.register(self._handle, select.POLLIN)

    def write(self, data: bytes) -> int:
        return write_now(self._handle, data)

    def read(self) -> bytes:
        for _, happened in self._there.poll(BEAT * 1000):
            if not happened & select.POLLIN:
                raise OSError(errno.ENODEV, "unplugged")
            try:
                return os.read(self._handle, MOST)
            except BlockingIOError:
                return b""
        return b""

    def drained(self) -> bool:
        """The driver takes a piece when the printer has taken the one before."""
        return bool(select.select([], [self._handle], [], 0)[1])

    def close(self) -> None:
        if self._handle >= 0:
            os.close(self._handle)


class UsbPort:
    """A printer without a driver of the system, by vendor and product."""

    def __init__(self, vendor: int, product: int, find: Mapping[str, Any] | None = None) -> None:
        self._numbers = (vendor, product)
        self._find = dict(find or {})  # more for pyusb to find it by
        self._connector: Any = None
        self._printer: Any = None
        self._in = self._out = 0

    def open(self) -> None:
        from escpos.exceptions import DeviceNotFoundError  # noqa: PLC0415  # half a second to import
        from escpos.printer import Usb  # noqa: PLC0415

        if not Usb.is_usable():
            raise DeviceMisconfigured(f"pyusb is missing; {INSTALL}")
        try:
            self._connector = Usb(*self._numbers, usb_args=_own_libusb() | self._find)
            self._connector._configure_usb = self._configure
            self._connector.open()
        except DeviceNotFoundError as failed:
            raise _reason(failed.__context__) from failed
        except ValueError as missing:
            raise DeviceMisconfigured(f"libusb is missing; {INSTALL}") from missing
        self._printer = self._connector.device
        for endpoint in self._printer.get_active_configuration()[(0, 0)]:
            if endpoint.bEndpointAddress & FROM_PRINTER:
                self._in = endpoint.bEndpointAddress
            else:
                self._out = endpoint.bEndpointAddress

    def _configure(self) -> None:
        """The library would also reset the printer, which then forgets what it has not yet printed."""
        printer = self._connector._device
        try:
            printer.get_active_configuration()
        except OSError:
            printer.set_configuration()

    def write(self, data: bytes) -> int:
        return int(self._printer.write(self._out, data, STALLED))

    def read(self) -> bytes:
        if not self._in:  # a printer that only listens
            threading.Event().wait(BEAT)
            return b""
        try:
            return bytes(self._printer.read(self._in, MOST, int(BEAT * 1000)))
        except OSError as failed:
            if failed.errno == errno.ETIMEDOUT:
                return b""
            raise

    def drained(self) -> bool:
        """A write returns when the printer has the bytes."""
        return True

    def close(self) -> None:
        if self._printer is not None:
            self._connector.close()


def _own_libusb() -> dict[str, Any]:
    """The one that came with the extra, where the system has none."""
    with contextlib.suppress(ImportError):
        return {"backend": import_module("libusb_package").get_libusb1_backend()}
    return {}


def _reason(cause: BaseException | None) -> Exception:
    if getattr(cause, "errno", None) == errno.EACCES:
        return DeviceMisconfigured("no permission for this USB printer: it needs a udev rule")
    if isinstance(cause, OSError):
        return cause
    return OSError(errno.ENODEV, "no such USB printer")
