"""What is promised on a line that lasts; on the network see printers/test_tcp.py."""

import random
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.devices.printers import PrinterConfig, Readiness, SlipUnknown
from server.devices.printing.line import PrinterLine
from server.devices.printing.slips import slip_bytes
from server.domain.hall import SlipState
from tests.devices.dialogues import refusal
from tests.devices.lines import driver
from tests.devices.printing.test_line import MORNING, Desk, job, running
from tests.devices.pty_printer import PtyPrinter, on_a_line
from tests.devices.sample_slips import CONTENT
from tests.patience import PATIENCE, patience, pause, until

RASTER = PrinterConfig(id="front", kind="serial", dots=384)
SLIP = slip_bytes(CONTENT, RASTER)
SHORT = b"\x1b@A001\n\x1dVB\x00"
SLIPS = 8  # on each kind of line
PACE = 0.001  # seconds a command takes: faults shall fall into slips, not only between them
FAULTS = ("power", "pulled", "middle", "slow", "late", "paper", "cover", "mute", "lost", "hangs")
ENDS = {SlipState.PRINTED, SlipState.UNKNOWN, SlipState.DROPPED}

UNHURRIED = (
    5.0  # s: for one that answers; a thread holds the line, and its waiting for a core is nobody's haste
)
BOTH = pytest.mark.parametrize("kind", ["serial", "usb"])


@pytest.fixture
async def on_line(tmp_path: Path) -> AsyncIterator[PtyPrinter]:
    async with on_a_line(tmp_path) as printer:
        yield printer


@BOTH
async def test_a_slip_is_printed_byte_for_byte(kind: str, on_line: PtyPrinter) -> None:
    printer = driver(kind, on_line, answer_seconds=UNHURRIED)
    assert await printer.ready() == Readiness(near_end=False)
    await printer.print(SLIP)
    await printer.print(SHORT)
    await printer.close()
    assert on_line.slips == [SLIP, SHORT]


@BOTH
@pytest.mark.parametrize("switch", ["paper_out", "cover_open", "offline"])
async def test_a_printer_that_cannot_print_says_why(kind: str, on_line: PtyPrinter, switch: str) -> None:
    on_line.turn(**{switch: True})
    printer = driver(kind, on_line, answer_seconds=UNHURRIED)
    assert await refusal(printer) == switch
    await printer.close()


@BOTH
async def test_near_end_warns(kind: str, on_line: PtyPrinter) -> None:
    on_line.turn(near_end=True)
    printer = driver(kind, on_line)
    assert (await printer.ready()).near_end
    await printer.close()


@BOTH
async def test_a_mute_printer_gives_no_answer_and_can_be_used_without_proof(
    kind: str, on_line: PtyPrinter
) -> None:
    on_line.turn(mute=True)
    asking = driver(kind, on_line)
    assert await refusal(asking) == "no_answer"
    await asking.close()
    trusting = driver(kind, on_line, ack=False)
    assert await trusting.ready() == Readiness(near_end=False)
    await trusting.print(SHORT)
    await until(lambda: on_line.slips == [SHORT])


@BOTH
async def test_a_line_that_is_not_there_is_offline_and_comes_back(kind: str, on_line: PtyPrinter) -> None:
    printer = driver(kind, on_line)
    await printer.ready()
    on_line.hang_up()
    assert await refusal(printer) == "offline"
    await on_line.plug_in()
    await printer.print(SHORT)
    await printer.close()
    assert on_line.slips == [SHORT]


@BOTH
async def test_unplugged_in_the_middle_of_a_slip_is_unknown_and_the_next_is_whole(
    kind: str, on_line: PtyPrinter
) -> None:
    printer = driver(kind, on_line)
    await printer.ready()
    on_line.turn(hangs_up_after=3000)
    with pytest.raises(SlipUnknown, match="offline"):
        await printer.print(SLIP)
    await on_line.plug_in()
    await printer.print(SHORT)
    await printer.close()
    assert on_line.slips == [SHORT]
    assert len(on_line.torn) == 1


@BOTH
async def test_a_printer_that_takes_nothing_more_leaves_the_slip_unknown_and_hangs_nobody(
    kind: str, on_line: PtyPrinter
) -> None:
    printer = driver(kind, on_line)
    await printer.ready()
    on_line.turn(hangs=True)
    with pytest.raises(SlipUnknown, match="no_answer"):
        await printer.print(SLIP * 3)
    assert await refusal(printer) == "no_answer"
    on_line.turn(hangs=False)
    printer._answer_seconds = printer._proof_seconds = PATIENCE  # it answers, however slow this machine
    await printer.ready()
    await printer.print(SHORT)
    await printer.close()
    assert on_line.slips[-1] == SHORT


@BOTH
async def test_paper_that_ends_in_a_slip_leaves_it_unknown_and_what_comes_late_is_heard_out(
    kind: str, on_line: PtyPrinter
) -> None:
    printer = driver(kind, on_line, answer_seconds=2.0, receipt_seconds=1.5)  # also beside a busy machine
    await printer.ready()
    on_line.paper_out = True
    with pytest.raises(SlipUnknown):
        await printer.print(SHORT)
    assert await refusal(printer) == "paper_out"
    on_line.turn(paper_out=False)
    await printer.ready()
    assert on_line.slips == [SHORT]
    await printer.print(SLIP)
    await printer.close()
    assert on_line.slips == [SHORT, SLIP]


@BOTH
async def test_a_late_answer_is_not_taken_for_the_answer_to_the_next_question(
    kind: str, on_line: PtyPrinter
) -> None:
    """The first answer says "ready", comes when nobody waits any more, and paper is out by then."""
    printer = driver(kind, on_line)
    on_line.turn(late=0.35)
    assert await refusal(printer) == "no_answer"
    on_line.turn(late=0.1, paper_out=True)
    assert await refusal(printer) in ("paper_out", "no_answer")
    assert await refusal(printer) == "paper_out"
    await printer.close()


@BOTH
async def test_a_picture_left_unfinished_before_our_time_does_not_swallow_slips_for_ever(
    kind: str, on_line: PtyPrinter
) -> None:
    on_line.received(b"\x1b@\x1dv0\x00\x30\x00\x80\x00")  # and 6144 bytes that never came
    printer = driver(kind, on_line)
    assert await refusal(printer) == "no_answer"
    assert await refusal(printer) == "no_answer"
    await printer.ready()
    await printer.print(SHORT)
    await printer.close()
    assert on_line.slips == [SHORT]


async def test_a_slow_line_is_given_its_time(on_line: PtyPrinter) -> None:
    printer = driver("serial", on_line, print_seconds=0.0, receipt_seconds=0.2)
    await printer.ready()
    on_line.turn(slow=0.01)  # some hundred commands
    with pytest.raises(SlipUnknown):
        await printer.print(SLIP)
    on_line.turn(slow=0.0)
    await printer.ready()
    on_line.turn(slow=0.01)
    printer.cable._speed = 960.0  # type: ignore[attr-defined]
    await printer.print(SLIP)
    await printer.close()


async def test_a_printer_used_by_another_is_busy(on_line: PtyPrinter) -> None:
    other = driver("serial", on_line)
    await other.ready()
    printer = driver("serial", on_line)
    assert await refusal(printer) == "busy"
    await other.close()
    await printer.ready()
    await printer.close()


async def _trouble(device: PtyPrinter, dice: random.Random) -> None:
    """One fault, for a moment."""
    moment = dice.uniform(0.01, 0.1)
    what = dice.choice(
        ["power", "pulled", "middle", "slow", "late", "paper", "cover", "mute", "lost", "hangs"]
    )
    match what:
        case "power" | "pulled":
            device.power_cut() if what == "power" else device.hang_up()
            await pause(moment)
        case "middle":
            device.hangs_up_after = dice.randrange(1, 20_000)
        case "slow":
            device.turn(slow=4 * PACE)
        case "late":
            device.turn(late=dice.choice([0.05, 0.15, 0.2]))
        case other:
            switch = {"paper": "paper_out", "cover": "cover_open", "lost": "answer_lost"}.get(other, other)
            device.turn(**{switch: True})
            await pause(moment * 4)
            device.turn(**{switch: False})
    await pause(moment)
    device.turn(slow=PACE, late=0.0)
    if device._ends is None:
        await device.plug_in()
    await pause(dice.uniform(0.1, 0.7))  # doubts need a while to be settled


@BOTH
async def test_nothing_is_reported_printed_that_is_not_and_nothing_is_printed_twice(
    kind: str, on_line: PtyPrinter
) -> None:
    dice, desk = random.Random(20240711), Desk()
    line = PrinterLine(
        RASTER,
        driver(kind, on_line, answer_seconds=0.15, print_seconds=0.35, receipt_seconds=0.25),
        lambda: MORNING,
        desk.report,
        desk.tell,
        retry_seconds=0.01,
        poll_seconds=0.05,
    )
    jobs = [job(number) for number in range(1, SLIPS + 1)]
    on_line.turn(slow=PACE)
    async with running(line):
        for waiting in jobs:
            line.put(waiting)

        def ended() -> int:
            return sum(state in ENDS for _, state, _ in desk.reports)

        async with patience():
            while ended() < SLIPS:
                await _trouble(on_line, dice)
            on_line.turn(hangs_up_after=None)
            if on_line._ends is None:  # it hung up in the last pause
                await on_line.plug_in()
            while SlipState.PRINTED not in desk.states(jobs[-1].job):  # it goes on, whatever was in doubt
                jobs.append(job(len(jobs) + 1))
                line.put(jobs[-1])
                await until(lambda: ended() == len(jobs))
    end_of = {name: state for name, state, _ in desk.reports if state in ENDS}
    name_of = {slip_bytes(waiting.content(), RASTER): waiting.job for waiting in jobs}
    whole = [name_of[slip] for slip in on_line.slips if slip in name_of]
    printed = [name for name, state in end_of.items() if state is SlipState.PRINTED]
    assert list(end_of) == [waiting.job for waiting in jobs]
    assert set(printed) <= set(whole)
    assert len(whole) == len(set(whole))
    assert whole == sorted(whole, key=lambda name: int(name[1:]))
    assert jobs[-1].job in printed
    assert sum(thread.name == "printer" for thread in threading.enumerate()) == 0
