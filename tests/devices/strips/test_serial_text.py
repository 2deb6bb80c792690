"""A strip on a serial line, over a pseudo-terminal."""

import os
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.strips import StripConfig, open_strip


def config(address: str) -> StripConfig:
    return StripConfig(id="door", kind="serial_text", address=address)


@pytest.fixture
def line() -> Iterator[tuple[int, str]]:
    """The controller's end, and the name of ours."""
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    os.set_blocking(ours, False)
    yield ours, os.ttyname(theirs)
    os.close(theirs)
    os.close(ours)


async def test_a_text_arrives_as_one_line_of_gb18030(line: tuple[int, str]) -> None:
    controller, name = line
    strip = open_strip(config(f"{name}:19200"))
    await strip.show("A037→3号窗口")
    assert os.read(controller, 100) == "A037→3号窗口\r\n".encode("gb18030")
    await strip.show("欢迎")
    assert os.read(controller, 100) == "欢迎\r\n".encode("gb18030")


async def test_a_plug_that_was_pulled_is_offline(tmp_path: Path) -> None:
    with pytest.raises(DeviceUnavailable, match="offline"):
        await open_strip(config(str(tmp_path / "ttyUSB0"))).show("A001")


async def test_a_file_that_is_no_line_is_never_written_to(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("")
    with pytest.raises(DeviceMisconfigured):
        await open_strip(config(str(tmp_path / "notes"))).show("A001")


@pytest.mark.parametrize("address", ["", ":9600", "COM3:fast", "COM3:0", "COM3:9601"])
def test_an_address_that_is_none_needs_a_person(address: str) -> None:
    with pytest.raises(DeviceMisconfigured, match="no line:baud"):
        open_strip(config(address))
