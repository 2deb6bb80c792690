"""The last look before something is opened (C33)."""

import os
from pathlib import Path

import pytest

from server.devices.errors import DeviceMisconfigured
from server.devices.printers import PrinterConfig, open_printer
from server.devices.printers.serial import SerialPort
from server.devices.printers.usb import DevicePort
from server.devices.printing.allowed import inside, require_device, require_reachable


@pytest.mark.parametrize("address", ["/tmp/hallqueue-elsewhere", "../elsewhere", ".", "a/../.."])
def test_slips_are_never_written_outside_the_data_folder(tmp_path: Path, address: str) -> None:
    """C33: a printer `file:` with an absolute path or `../..`."""
    with pytest.raises(DeviceMisconfigured):
        open_printer(PrinterConfig(id="f", kind="file", address=address), tmp_path / "data")
    assert inside(tmp_path, "slips") == tmp_path / "slips"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "slips").symlink_to(tmp_path)
    with pytest.raises(DeviceMisconfigured):
        inside(data, "slips")


@pytest.mark.parametrize("port", [SerialPort, DevicePort])
def test_a_file_and_memory_are_no_devices_to_print_on(tmp_path: Path, port: type) -> None:
    file, link = tmp_path / "hall.sqlite3", tmp_path / "ttyUSB0"
    file.write_bytes(b"the hall")
    link.symlink_to(file)
    for path in (file, link, Path("/dev/null"), tmp_path):
        with pytest.raises(DeviceMisconfigured):
            port(str(path)).open()
    assert file.read_bytes() == b"the hall"


def test_a_line_that_is_there_or_may_come_is_let_through(tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    require_device(os.ttyname(theirs))
    require_device(str(tmp_path / "later"))
    os.close(ours)
    os.close(theirs)


def test_a_name_that_leads_to_an_address_of_no_device_is_not_used() -> None:
    require_reachable("192.168.1.50")
    for nowhere in ("169.254.169.254", "fe80::1%eth0", "0.0.0.0", "::ffff:169.254.169.254"):
        with pytest.raises(DeviceMisconfigured):
            require_reachable(nowhere)
