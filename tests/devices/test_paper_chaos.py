"""Random faults, one promise: what was reported printed is on paper once, and in order."""

import random

from server.devices.printers import PrinterConfig
from server.devices.printers.tcp import TcpCable
from server.devices.printing.dialogue import Dialogue
from server.devices.printing.line import PrinterLine
from server.devices.printing.slips import slip_bytes
from server.domain.hall import SlipState
from tests.devices.printing.test_line import MORNING, QUICK, Desk, job, running, tcp
from tests.devices.tcp_printer import LoopbackPrinter
from tests.patience import patience, pause, until

SLIPS = 60
UNPROVEN = 20
ENDS = {SlipState.PRINTED, SlipState.SENT, SlipState.UNKNOWN, SlipState.DROPPED}
RASTER = PrinterConfig(id="front", kind="tcp", dots=384)


async def _trouble(device: LoopbackPrinter, dice: random.Random) -> None:
    """One fault, for a moment."""
    moment = dice.uniform(0.01, 0.1)
    match dice.choice(["power", "reset", "paper", "cover", "mute", "lost", "slow", "middle"]):
        case "power":
            device.power_cut()
            await pause(moment)
            await device.plug_in()
        case "reset":
            device.hang_up()
        case "middle":
            device.hangs_up_after = dice.randrange(1, 30_000)
        case "slow":
            device.turn(slow=0.002)
        case other:
            switch = {"paper": "paper_out", "cover": "cover_open", "mute": "mute", "lost": "answer_lost"}[
                other
            ]
            device.turn(**{switch: True})
            await pause(moment * 4)
            device.turn(**{switch: False})
    await pause(moment)
    device.turn(slow=0.0)


async def test_nothing_is_reported_printed_that_is_not_and_nothing_is_printed_twice(
    device: LoopbackPrinter,
) -> None:
    dice, desk = random.Random(20240710), Desk()
    line = PrinterLine(
        RASTER, tcp(device), lambda: MORNING, desk.report, desk.tell, retry_seconds=0.01, poll_seconds=0.05
    )
    jobs = [job(number) for number in range(1, SLIPS + 1)]
    async with running(line):
        for waiting in jobs:
            line.put(waiting)

        def ended() -> int:
            return sum(state in ENDS for _, state, _ in desk.reports)

        async with patience():
            while ended() < SLIPS:
                await _trouble(device, dice)
            device.turn(hangs_up_after=None)
            while SlipState.PRINTED not in desk.states(jobs[-1].job):  # it goes on, whatever was in doubt
                jobs.append(job(len(jobs) + 1))
                line.put(jobs[-1])
                await until(lambda: ended() == len(jobs))
    end_of = {name: state for name, state, _ in desk.reports if state in ENDS}
    name_of = {slip_bytes(waiting.content(), RASTER): waiting.job for waiting in jobs}
    on_paper = [name_of[slip] for slip in device.slips]  # a slip not whole would not be found
    printed = [name for name, state in end_of.items() if state is SlipState.PRINTED]
    assert list(end_of) == [waiting.job for waiting in jobs]
    assert set(printed) <= set(on_paper)
    assert len(on_paper) == len(set(on_paper))
    assert on_paper == sorted(on_paper, key=lambda name: int(name[1:]))
    assert jobs[-1].job in printed


async def test_a_printer_without_proof_is_never_called_printed_and_prints_nothing_twice(  # C21
    device: LoopbackPrinter,
) -> None:
    dice, desk = random.Random(20260703), Desk()
    cable = TcpCable("127.0.0.1", device.port)
    printer = Dialogue(cable, ack=False, **(QUICK | {"print_seconds": 0.06}))
    line = PrinterLine(
        RASTER, printer, lambda: MORNING, desk.report, desk.tell, retry_seconds=0.01, poll_seconds=0.05
    )
    jobs = [job(number) for number in range(1, UNPROVEN + 1)]
    async with running(line):
        for waiting in jobs:
            line.put(waiting)
        async with patience():
            while sum(state in ENDS for _, state, _ in desk.reports) < UNPROVEN:
                await _trouble(device, dice)
        device.turn(hangs_up_after=None)
    end_of = {name: state for name, state, _ in desk.reports if state in ENDS}
    name_of = {slip_bytes(waiting.content(), RASTER): waiting.job for waiting in jobs}
    on_paper = [name_of.get(slip, "") for slip in device.slips]
    assert "" not in on_paper  # each whole or torn, none mixed with another
    assert set(end_of.values()) == {SlipState.SENT, SlipState.UNKNOWN}
    assert len(on_paper) == len(set(on_paper))
    assert on_paper == sorted(on_paper, key=lambda name: int(name[1:]))
