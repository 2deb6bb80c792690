from pathlib import Path

import pytest

from server.devices.errors import DeviceMisconfigured
from server.devices.printers import PrinterConfig, open_printer
from server.devices.printers.file import FilePrinter


async def test_each_slip_is_a_numbered_file_of_its_bytes(tmp_path: Path) -> None:
    printer = open_printer(PrinterConfig(id="f", kind="file", address="out"), tmp_path)
    assert not (await printer.ready()).near_end
    await printer.print(b"one")
    await printer.print(b"two")
    await printer.close()
    assert {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()} == {
        "000001.bin": b"one",
        "000002.bin": b"two",
    }


async def test_numbers_go_on_where_the_last_run_ended(tmp_path: Path) -> None:
    (tmp_path / "000041.bin").write_bytes(b"before")
    await FilePrinter(tmp_path).print(b"after")
    assert (tmp_path / "000042.bin").read_bytes() == b"after"


async def test_a_folder_that_is_a_file_is_misconfigured(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("not a folder")
    printer = FilePrinter(tmp_path / "out")
    with pytest.raises(DeviceMisconfigured, match="out"):
        await printer.ready()
    with pytest.raises(DeviceMisconfigured):
        await printer.print(b"lost")
