"""The USB printer; the system's device as a line is in test_dialogue.py, here a bus stands for libusb."""

from pathlib import Path

import pytest

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.printers import PrinterConfig, SlipUnknown, open_printer
from server.devices.printers.usb import UsbPort
from server.devices.printing.dialogue import Dialogue
from server.devices.printing.own_thread import ThreadedCable
from server.devices.printing.slips import slip_bytes
from tests.devices.lines import QUICK
from tests.devices.sample_slips import CONTENT
from tests.devices.tcp_printer import LoopbackPrinter
from tests.devices.usb_bus import Bus

SLIP = slip_bytes(CONTENT, PrinterConfig(id="front", kind="usb"))


def driver(bus: Bus) -> Dialogue:
    return Dialogue(ThreadedCable(lambda: UsbPort(0x04B8, 0x0202, {"backend": bus})), **QUICK)


async def test_a_slip_is_printed_byte_for_byte() -> None:
    device = LoopbackPrinter()
    printer = driver(Bus(device))
    await printer.ready()
    await printer.print(SLIP)
    await printer.close()
    assert device.slips == [SLIP]


async def test_a_printer_pulled_out_in_a_slip_is_unknown_and_then_offline() -> None:
    bus = Bus(LoopbackPrinter())
    printer = driver(bus)
    await printer.ready()
    bus.printer.paper_out = True
    bus.there = False
    with pytest.raises((SlipUnknown, DeviceUnavailable), match="offline"):
        await printer.print(SLIP)
    with pytest.raises(DeviceUnavailable, match="offline"):
        await printer.ready()
    await printer.close()


async def test_another_printer_on_the_bus_is_not_taken_for_it() -> None:
    printer = driver(Bus(LoopbackPrinter(), product=0x0203))
    with pytest.raises(DeviceUnavailable, match="offline"):
        await printer.ready()
    await printer.close()


async def test_paper_out_is_heard() -> None:
    device = LoopbackPrinter()
    bus = Bus(device)
    device.turn(paper_out=True)
    printer = driver(bus)
    with pytest.raises(DeviceUnavailable, match="paper_out"):
        await printer.ready()
    await printer.close()


@pytest.mark.parametrize("where", ["", "lp0", "04b8", "04b8:02021", "EPSON"])
def test_an_address_that_is_none_is_misconfigured_and_told_how(where: str, tmp_path: Path) -> None:
    with pytest.raises(DeviceMisconfigured, match="/dev/usb/lp0"):
        open_printer(PrinterConfig(id="front", kind="usb", address=where), tmp_path)


async def test_the_systems_device_that_is_not_there_is_offline(tmp_path: Path) -> None:
    printer = open_printer(PrinterConfig(id="front", kind="usb", address=f"{tmp_path}/lp0"), tmp_path)
    with pytest.raises(DeviceUnavailable, match="offline"):
        await printer.ready()
    await printer.close()
