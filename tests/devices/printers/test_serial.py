"""The serial printer; its conversation and its faults are in test_dialogue.py.

1 docstring says how to wire it · 2 address checked at start · 3 both errors told apart · 4 own thread ·
5 every wait ends · 7 replugged · 8 what is unsent dies on closing · 9 pseudo-terminals · 10 pty_printer.py.
"""

from pathlib import Path

import pytest

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.printers import PrinterConfig, open_printer
from server.devices.printers.serial import address
from server.devices.printing.dialogue import Dialogue
from tests.devices.pty_printer import on_a_line


def config(where: str) -> PrinterConfig:
    return PrinterConfig(id="front", kind="serial", address=where)


@pytest.mark.parametrize(
    ("where", "parts"),
    [
        ("/dev/ttyUSB0", ("/dev/ttyUSB0", 9600, "dsrdtr")),
        ("/dev/ttyUSB0:19200", ("/dev/ttyUSB0", 19200, "dsrdtr")),
        ("COM3:115200:xonxoff", ("COM3", 115200, "xonxoff")),
        ("COM3::rtscts", ("COM3", 9600, "rtscts")),
    ],
)
def test_an_address_names_device_speed_and_flow(where: str, parts: tuple[str, int, str]) -> None:
    assert address(config(where)) == parts


@pytest.mark.parametrize("where", ["", ":9600", "COM3:fast", "COM3:0", "COM3:9600:maybe"])
def test_an_address_that_is_none_is_misconfigured_and_told_how(where: str, tmp_path: Path) -> None:
    with pytest.raises(DeviceMisconfigured, match="ttyUSB0:19200"):
        open_printer(config(where), tmp_path)


@pytest.mark.parametrize("flow", ["dsrdtr", "rtscts", "xonxoff"])
async def test_it_prints_with_every_flow_control(flow: str, tmp_path: Path) -> None:
    async with on_a_line(tmp_path) as device:
        printer = open_printer(config(f"{device.address}:19200:{flow}"), tmp_path)
        assert isinstance(printer, Dialogue)
        assert printer.cable.seconds_for(1920) == 1
        printer._owed = 0  # nothing of before our time: saves the wait
        await printer.print(b"\x1b@A001\n\x1dVB\x00")
        await printer.close()
        assert len(device.slips) == 1


async def test_a_device_that_is_not_there_is_offline(tmp_path: Path) -> None:
    printer = open_printer(config(str(tmp_path / "ttyUSB7")), tmp_path)
    with pytest.raises(DeviceUnavailable, match="offline"):
        await printer.ready()
    await printer.close()
