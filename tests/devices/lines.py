"""Drivers in a hurry for a printer on a pseudo-terminal: a serial line, or the system's printer device."""

from typing import Any

from server.devices.printers.serial import SerialPort
from server.devices.printers.usb import DevicePort
from server.devices.printing.dialogue import Dialogue
from server.devices.printing.own_thread import ThreadedCable
from tests.devices.pty_printer import PtyPrinter

QUICK: dict[str, Any] = {
    "open_seconds": 5.0,
    "answer_seconds": 0.3,
    "print_seconds": 0.3,
    "receipt_seconds": 0.5,
}


def driver(kind: str, device: PtyPrinter, **changes: Any) -> Dialogue:
    path = str(device.address)
    ports = {"serial": lambda: SerialPort(path, 115200), "usb": lambda: DevicePort(path)}
    return Dialogue(ThreadedCable(ports[kind]), **(QUICK | changes))
