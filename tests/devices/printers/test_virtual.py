from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from server.devices.errors import DeviceUnavailable
from server.devices.printers import PrinterConfig, open_printer
from server.devices.printers.virtual import KEPT, VirtualPrinter
from server.devices.printing.slips import draw, slip_bytes
from tests.devices.sample_slips import CONTENT

CONFIG = PrinterConfig(id="demo", kind="virtual", dots=384)


async def test_a_slip_becomes_a_picture_of_itself(tmp_path: Path) -> None:
    printer = open_printer(CONFIG, tmp_path)
    await printer.print(slip_bytes(CONTENT, CONFIG))
    with Image.open(tmp_path / "slips" / "000001.png") as picture:
        drawn = ~draw(CONTENT, 384)
        assert np.array_equal(np.asarray(picture)[: len(drawn)], drawn)


async def test_only_the_newest_pictures_are_kept(tmp_path: Path) -> None:
    printer = VirtualPrinter(tmp_path, 384)
    for number in range(KEPT + 3):
        await printer.print(b"\x1b@A%03d\n\x1dVB\x00" % number)
    kept = [picture.name for picture in printer.slips()]
    assert (len(kept), kept[0], kept[-1]) == (KEPT, "000004.png", f"{KEPT + 3:06}.png")


@pytest.mark.parametrize("fault", ["paper_out", "cover_open", "offline"])
async def test_a_named_fault_stops_it_until_it_is_cleared(tmp_path: Path, fault: str) -> None:
    printer = VirtualPrinter(tmp_path, 384)
    printer.faults.add(fault)
    with pytest.raises(DeviceUnavailable, match=fault):
        await printer.ready()
    with pytest.raises(DeviceUnavailable, match=fault):
        await printer.print(b"A001\n")
    assert printer.slips() == []
    printer.faults.clear()
    assert not (await printer.ready()).near_end


async def test_near_end_only_warns(tmp_path: Path) -> None:
    printer = VirtualPrinter(tmp_path, 384)
    printer.faults.add("near_end")
    assert (await printer.ready()).near_end
