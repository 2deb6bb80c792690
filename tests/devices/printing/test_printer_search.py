import asyncio
from pathlib import Path

import pytest

from server.devices.printing.printer_search import Found, guess_dots, own_networks, search
from tests.devices.pty_printer import on_a_line
from tests.devices.tcp_printer import LoopbackPrinter

HERE = ["127.0.0.1/32"]


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    return tmp_path / "nothing"


async def test_a_printer_on_the_network_is_found_with_its_name_and_nothing_is_printed(
    device: LoopbackPrinter, nowhere: Path
) -> None:
    device.turn(maker="EPSON", model="TM-T20III")
    found = await search(HERE, port=device.port, devices=nowhere, serial_ports=())
    assert found == (
        Found(
            kind="tcp",
            address=f"127.0.0.1:{device.port}",
            model="EPSON TM-T20III",
            answers=True,
            guess_dots=576,
        ),
    )
    assert device.slips == device.torn == []


async def test_a_printer_that_does_not_tell_its_name_is_found_all_the_same(
    device: LoopbackPrinter, nowhere: Path
) -> None:
    (found,) = await search(HERE, port=device.port, devices=nowhere, serial_ports=())
    assert (found.model, found.answers, found.guess_dots) == ("", True, None)


async def test_something_that_answers_nothing_is_told_apart(nowhere: Path) -> None:
    heard: list[bytes] = []

    async def office_printer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.read(100))
        writer.close()

    async with await asyncio.start_server(office_printer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        found = await search(HERE, port=port, devices=nowhere, serial_ports=())
    assert found in ((), (Found(kind="tcp", address=f"127.0.0.1:{port}"),))
    assert heard == [b"\x10\x04\x01"]  # only asked whether it is there


async def test_a_whole_network_is_asked_in_time(device: LoopbackPrinter, nowhere: Path) -> None:
    started = asyncio.get_running_loop().time()
    found = await search(["127.0.0.0/24"], port=device.port, devices=nowhere, serial_ports=())
    assert [one.address for one in found] == [f"127.0.0.1:{device.port}"]
    assert asyncio.get_running_loop().time() - started < 4


async def test_what_was_found_is_told_when_the_time_is_up(device: LoopbackPrinter, nowhere: Path) -> None:
    device.turn(mute=True)
    started = asyncio.get_running_loop().time()
    await search(HERE, 0.05, port=device.port, devices=nowhere, serial_ports=())
    assert asyncio.get_running_loop().time() - started < 2


async def test_public_addresses_are_never_asked(nowhere: Path) -> None:
    assert await search(["8.8.8.0/24"], devices=nowhere, serial_ports=()) == ()


async def test_a_serial_printer_is_found(tmp_path: Path, nowhere: Path) -> None:
    async with on_a_line(tmp_path) as line:
        line.turn(model="XP-58")
        (found,) = await search((), 10, devices=nowhere, serial_ports=[str(line.address)])
        assert found == Found(
            kind="serial", address=f"{line.address}:9600", model="XP-58", answers=True, guess_dots=384
        )


async def test_a_serial_line_with_something_else_is_told_apart(tmp_path: Path, nowhere: Path) -> None:
    async with on_a_line(tmp_path) as line:
        line.turn(mute=True)
        (found,) = await search((), 20, devices=nowhere, serial_ports=[str(line.address)])
        assert found == Found(kind="serial", address=str(line.address))


async def test_a_usb_printer_is_found_and_named_by_the_system(tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    about = tmp_path / "about" / "lp0" / "device"
    about.mkdir(parents=True)
    (about / "ieee1284_id").write_text("MFG:Xprinter;CMD:ESC/POS;MDL:XP-80C;CLS:PRINTER;\n", encoding="utf-8")
    async with on_a_line(tmp_path) as line:
        (tmp_path / "usb" / "lp0").symlink_to(line.address)
        (found,) = await search((), 10, devices=tmp_path / "usb", about=tmp_path / "about", serial_ports=())
    assert found == Found(
        kind="usb", address=f"{tmp_path}/usb/lp0", model="Xprinter XP-80C", answers=True, guess_dots=576
    )


@pytest.mark.parametrize(
    ("model", "dots"),
    [("TM-T88VI", 512), ("TM-m10", 420), ("XP-58IIH", 384), ("POS-80", 576), ("TM-P20", 384), ("", None)],
)
def test_the_paper_is_guessed_from_the_name(model: str, dots: int | None) -> None:
    assert guess_dots(model) == dots


def test_own_networks_are_small_and_not_this_machine_alone() -> None:
    for network in own_networks():
        assert network.num_addresses == 256
        assert not network.is_loopback
