"""The network printer, by the device checklist (aesthetics 9.4).

1 module docstring · 2 host:port checked at start · 3 both errors told apart · 4 own asyncio socket ·
5 open, answer, proof and quiet each have an end · 6 health is line.py's · 7 replugged, also in the middle
of a slip · 8 closes by FIN in peace and by RST in doubt · 9 real sockets · 10 tcp_printer.py ·
11 no USB, no serial · 12 logs nothing.
"""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.printers import TROUBLES, PrinterConfig, Readiness, SlipUnknown, open_printer
from server.devices.printers.tcp import TcpCable
from server.devices.printing.dialogue import Dialogue
from server.devices.printing.slips import slip_bytes
from server.domain.hall import SlipState
from tests.devices.dialogues import refusal
from tests.devices.sample_slips import CONTENT
from tests.devices.tcp_printer import LoopbackPrinter
from tests.patience import PATIENCE, given_up, pause, until

SLIP = slip_bytes(CONTENT, PrinterConfig(id="front", kind="tcp"))
SHORT = b"\x1b@A001\n\x1dVB\x00"


Driver = Callable[..., Dialogue]


@pytest.fixture
async def driver(device: LoopbackPrinter) -> AsyncIterator[Driver]:
    """Makes drivers in a hurry, and closes them."""
    made: list[Dialogue] = []

    def make(**changes: Any) -> Dialogue:
        seconds = {"open_seconds": 0.5, "answer_seconds": 0.3, "print_seconds": 0.2, "receipt_seconds": 0.3}
        cable = TcpCable("127.0.0.1", device.port)
        made.append(Dialogue(cable, **(seconds | {"quiet_seconds": 0.03} | changes)))
        return made[-1]

    yield make
    for printer in made:
        await printer.close()


async def outcome(printer: Dialogue) -> str:
    try:
        return (await printer.print(SLIP)).value
    except SlipUnknown as doubt:
        return f"unknown: {doubt}"


async def test_a_slip_is_printed_byte_for_byte(device: LoopbackPrinter, driver: Driver) -> None:
    printer = driver()
    assert await printer.ready() == Readiness(near_end=False)
    await printer.print(SLIP)
    assert device.slips == [SLIP]


@pytest.mark.parametrize(
    "switch",
    [
        "paper_out",
        "cover_open",
        "offline",
        "cutter_jammed",
        "head_hot",
        "stuck",
        "broken",
        "feeding",
    ],
)
async def test_a_printer_that_cannot_print_says_why(  # C26
    device: LoopbackPrinter, driver: Driver, switch: str
) -> None:
    device.turn(**{switch: True})
    assert await refusal(driver()) == switch
    assert switch in TROUBLES


async def test_a_printer_that_does_not_know_what_is_wrong_is_offline(
    device: LoopbackPrinter, driver: Driver
) -> None:
    device.turn(cutter_jammed=True, knows_no_causes=True)
    printer = driver()
    assert await refusal(printer) == "offline"
    device.turn(cutter_jammed=False)
    await printer.ready()


async def test_what_stops_a_slip_is_told_by_its_name_and_the_slip_stays_in_doubt(
    device: LoopbackPrinter, driver: Driver
) -> None:
    printer = driver()
    await printer.ready()
    device.turn(cutter_jammed=True)
    with pytest.raises(SlipUnknown):
        await printer.print(SHORT)
    assert await refusal(printer) == "cutter_jammed"


async def test_who_cannot_say_printed_is_only_ever_sent(device: LoopbackPrinter, driver: Driver) -> None:
    printer = driver(ack=False)
    assert await printer.print(SLIP) is SlipState.SENT
    assert await driver().print(SHORT) is SlipState.PRINTED
    assert device.slips == [SLIP, SHORT]


@pytest.mark.parametrize("mute", [False, True])
async def test_power_cut_while_it_prints_without_proof_leaves_a_doubt(  # C21
    device: LoopbackPrinter, driver: Driver, mute: bool
) -> None:
    device.turn(mute=mute)
    printer = driver(ack=False, print_seconds=1.0)
    await printer.ready()
    device.turn(slow=0.02)
    async with asyncio.TaskGroup() as tasks:
        printing = tasks.create_task(outcome(printer))
        await until(lambda: len(device._sheet) > 100)
        device.power_cut()
    assert printing.result() == "unknown: offline"
    assert device.slips == []


@pytest.mark.parametrize("trouble", ["paper_out", "cover_open", "cutter_jammed", "mute"])
async def test_trouble_while_it_prints_without_proof_leaves_a_doubt(
    device: LoopbackPrinter, driver: Driver, trouble: str
) -> None:
    printer = driver(ack=False, print_seconds=1.0)
    await printer.ready()
    device.turn(slow=0.02)
    async with asyncio.TaskGroup() as tasks:
        printing = tasks.create_task(outcome(printer))
        await until(lambda: len(device._sheet) > 100)
        device.turn(**{trouble: True})
    assert printing.result() == f"unknown: {'no_answer' if trouble == 'mute' else trouble}"


async def test_a_printer_that_is_offline_while_it_prints_is_given_until_the_end(
    device: LoopbackPrinter, driver: Driver
) -> None:
    printer = driver(ack=False, print_seconds=0.5)
    await printer.ready()
    async with asyncio.TaskGroup() as tasks:
        printing = tasks.create_task(outcome(printer))
        await until(lambda: len(device.slips) == 1)
        device.turn(offline=True)
        await pause(0.1)
        device.turn(offline=False)
    assert printing.result() == "sent"


async def test_print_asks_first_if_nobody_did(device: LoopbackPrinter, driver: Driver) -> None:
    device.turn(paper_out=True)
    with pytest.raises(DeviceUnavailable, match="paper_out"):
        await driver().print(SHORT)
    device.turn(paper_out=False)
    assert device.slips == []


async def test_near_end_warns_and_prints(device: LoopbackPrinter, driver: Driver) -> None:
    device.turn(near_end=True)
    printer = driver()
    assert (await printer.ready()).near_end
    await printer.print(SHORT)
    assert device.slips == [SHORT]


async def test_an_unplugged_printer_is_offline_and_comes_back(
    device: LoopbackPrinter, driver: Driver
) -> None:
    printer = driver()
    await printer.ready()
    device.power_cut()
    assert await refusal(printer) == "offline"
    await device.plug_in()
    await printer.ready()
    await printer.print(SHORT)
    assert device.slips == [SHORT]


async def test_a_mute_printer_gives_no_answer(device: LoopbackPrinter, driver: Driver) -> None:
    device.turn(mute=True)
    assert await refusal(driver()) == "no_answer"


async def test_a_printer_with_another_client_is_busy(device: LoopbackPrinter, driver: Driver) -> None:
    other = driver()
    await other.ready()
    printer = driver()
    assert await refusal(printer) == "busy"
    await other.close()
    await until(lambda: device._wire is None)
    await printer.ready()


async def test_an_idle_connection_that_was_hung_up_is_opened_again(
    device: LoopbackPrinter, driver: Driver
) -> None:
    printer = driver()
    await printer.ready()
    device.hang_up()
    await printer.ready()
    assert device.connections == 2


async def test_hung_up_before_the_first_byte_nothing_was_sent(
    device: LoopbackPrinter, driver: Driver
) -> None:
    printer = driver()
    await printer.ready()
    assert isinstance(printer.cable, TcpCable)
    sock = printer.cable._known_socket()
    device.hang_up()
    await until(lambda: _hung_up(sock))
    with pytest.raises(DeviceUnavailable):
        await printer.print(SHORT)
    assert device.slips == []


def _hung_up(sock: socket.socket) -> bool:
    try:
        return sock.recv(1, socket.MSG_PEEK) == b""
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True


@pytest.mark.parametrize("after", [1, 400, len(SLIP) - 1])
async def test_hung_up_in_the_middle_of_a_slip_is_unknown(
    device: LoopbackPrinter, driver: Driver, after: int
) -> None:
    printer = driver()
    await printer.ready()
    device.turn(hangs_up_after=after)
    with pytest.raises(SlipUnknown):
        await printer.print(SLIP)
    assert device.slips == []


async def test_a_lost_answer_is_unknown_even_if_the_slip_came_out(
    device: LoopbackPrinter, driver: Driver
) -> None:
    printer = driver()
    await printer.ready()
    device.turn(answer_lost=True)
    with pytest.raises(SlipUnknown):
        await printer.print(SLIP)
    assert device.slips == [SLIP]


async def test_a_late_receipt_is_not_taken_for_the_next_slips(
    device: LoopbackPrinter, driver: Driver
) -> None:
    """Paper ends behind the question; the slip comes out at the refill, when the next is on its way."""
    printer = driver()
    await printer.ready()
    device.paper_out = True
    with pytest.raises(SlipUnknown):
        await printer.print(SHORT)
    await until(lambda: device._wire is None)
    printer._quiet_seconds = PATIENCE  # both receipts come, however slow this machine
    device.turn(paper_out=False, slow=0.02)
    await printer.ready()
    assert device.slips == [SHORT]
    device.turn(slow=0.0)
    await printer.print(SLIP)
    assert device.slips == [SHORT, SLIP]


async def test_a_picture_cut_short_does_not_swallow_the_next_slip(
    device: LoopbackPrinter, driver: Driver
) -> None:
    device.keeps_unfinished = True
    printer = driver()
    await printer.ready()
    device.turn(hangs_up_after=5000)
    with pytest.raises(SlipUnknown):
        await printer.print(SLIP)
    await printer.ready()
    await printer.print(SHORT)
    assert device.slips == [SHORT]
    assert len(device.torn) == 1


async def test_status_bytes_that_nobody_asked_for_are_skipped(
    device: LoopbackPrinter, driver: Driver
) -> None:
    """A picture may hold the bytes of a real-time question; the printer answers them too."""
    printer = driver()
    await printer.ready()
    picture = b"\x1b@\x1dv0\x00\x03\x00\x01\x00\x10\x04\x01\x1dVB\x00"
    await printer.print(picture)
    assert device.slips == [picture]
    assert not (await printer.ready()).near_end


async def test_a_cancelled_slip_resets_the_connection(device: LoopbackPrinter, driver: Driver) -> None:
    printer = driver(print_seconds=10)
    await printer.ready()
    device.paper_out = True
    with pytest.raises(TimeoutError):
        async with given_up():
            await printer.print(SLIP)
    await until(lambda: device._wire is None)
    assert device.slips == []


async def test_without_receipts_sent_is_all_that_is_known(device: LoopbackPrinter, driver: Driver) -> None:
    device.answer_lost = True
    printer = driver(ack=False)
    await printer.ready()
    await printer.print(SLIP)
    await until(lambda: device.slips == [SLIP])


async def test_a_printer_without_receipts_set_up_as_if_it_had_them_is_noticed_before_printing(
    device: LoopbackPrinter, driver: Driver
) -> None:
    device.answer_lost = True
    assert await refusal(driver()) == "no_answer"


async def test_a_port_where_nobody_listens_is_offline() -> None:
    with socket.socket() as taken:  # bound, not listening
        taken.bind(("127.0.0.1", 0))
        assert await refusal(Dialogue(TcpCable("127.0.0.1", taken.getsockname()[1]))) == "offline"


@pytest.mark.parametrize("address", ["", ":9100", "printer:many", "printer:70000"])
def test_an_address_that_is_none_is_misconfigured(address: str, tmp_path: Path) -> None:
    with pytest.raises(DeviceMisconfigured):
        open_printer(PrinterConfig(id="front", kind="tcp", address=address), tmp_path)


async def test_the_usual_port_need_not_be_written(tmp_path: Path) -> None:
    printer = open_printer(PrinterConfig(id="front", kind="tcp", address="192.0.2.7"), tmp_path)
    assert isinstance(printer, Dialogue)
    assert isinstance(printer.cable, TcpCable)
    assert printer.cable.address == ("192.0.2.7", 9100)
    await printer.close()


async def test_a_printer_that_never_tells_anything_can_be_used_without_proof(
    device: LoopbackPrinter, driver: Driver
) -> None:
    device.mute = True
    printer = driver(ack=False)
    assert await printer.ready() == Readiness(near_end=False)
    await printer.print(SLIP)
    assert await printer.ready() == Readiness(near_end=False)
    await printer.print(SLIP)
    await until(lambda: device.slips == [SLIP, SLIP])
