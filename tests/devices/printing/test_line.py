import asyncio
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from server.devices.errors import DeviceUnavailable
from server.devices.printers import Printer, PrinterConfig, Readiness
from server.devices.printers.tcp import TcpCable
from server.devices.printers.virtual import VirtualPrinter
from server.devices.printing.dialogue import Dialogue
from server.devices.printing.line import JobWithdrawn, PrinterLine, PrintJob
from server.devices.printing.slip_content import SlipContent
from server.domain.hall import SlipState
from tests.devices.sample_slips import slip
from tests.devices.tcp_printer import LoopbackPrinter
from tests.patience import until

MORNING = datetime(2024, 7, 10, 1, 31, tzinfo=UTC)
TEXT = PrinterConfig(id="front", kind="tcp", mode="text", dots=384)
QUICK: dict[str, Any] = {
    "open_seconds": 0.5,
    "answer_seconds": 0.3,
    "print_seconds": 0.2,
    "receipt_seconds": 0.3,
}


class Desk:
    """What the line tells: reports and health, as they come; and what time it is."""

    def __init__(self) -> None:
        self.now = MORNING
        self.reports: list[tuple[str, SlipState, str]] = []
        self.health: list[tuple[str, str]] = []

    async def report(self, job: PrintJob, state: SlipState, detail: str) -> None:
        self.reports.append((job.job, state, detail))

    async def tell(self, state: str, detail: str) -> None:
        self.health.append((state, detail))

    def states(self, job: str) -> list[SlipState]:
        return [state for name, state, _ in self.reports if name == job]


@asynccontextmanager
async def running(line: PrinterLine) -> AsyncIterator[PrinterLine]:
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(line.run())
        yield line
        task.cancel()


def line_of(desk: Desk, printer: Printer, **changes: Any) -> PrinterLine:
    quick = {"retry_seconds": 0.01, "poll_seconds": 0.05} | changes
    return PrinterLine(TEXT, printer, lambda: desk.now, desk.report, desk.tell, **quick)


def tcp(device: LoopbackPrinter) -> Dialogue:
    return Dialogue(TcpCable("127.0.0.1", device.port), quiet_seconds=0.02, **QUICK)


def job(number: int = 1) -> PrintJob:
    return PrintJob(
        job=f"j{number}",
        ticket=f"t{number}",
        made_at=MORNING,
        content=lambda: slip(number=f"A{number:03}", materials=()),
    )


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def virtual(tmp_path: Path) -> VirtualPrinter:
    return VirtualPrinter(tmp_path, 384)


async def test_slips_come_out_in_order_and_sending_is_told_before_the_first_byte(
    desk: Desk, device: LoopbackPrinter
) -> None:
    async with running(line_of(desk, tcp(device))) as line:
        for number in (1, 2, 3):
            line.put(job(number))
        await until(lambda: desk.states("j3") == [SlipState.SENDING, SlipState.PRINTED])
    assert [number in slip for number, slip in zip((b"A001", b"A002", b"A003"), device.slips, strict=True)]
    assert [state for _, state, _ in desk.reports] == [SlipState.SENDING, SlipState.PRINTED] * 3


async def test_if_sending_cannot_be_written_down_nothing_is_sent(desk: Desk, device: LoopbackPrinter) -> None:
    async def full_disk(*_: object) -> None:
        raise OSError("disk full")

    line = PrinterLine(TEXT, tcp(device), lambda: MORNING, full_disk, desk.tell)
    line.put(job())
    with pytest.raises(OSError, match="disk full"):
        await line.run()
    assert device.slips == []
    assert device.torn == []


async def test_a_slip_waits_out_an_unplugged_printer(desk: Desk, device: LoopbackPrinter) -> None:
    device.power_cut()
    async with running(line_of(desk, tcp(device))) as line:
        line.put(job())
        await until(lambda: desk.states("j1") == [SlipState.HELD])
        await device.plug_in()
        await until(lambda: SlipState.PRINTED in desk.states("j1"))
    assert desk.reports == [
        ("j1", SlipState.HELD, "offline"),
        ("j1", SlipState.SENDING, ""),
        ("j1", SlipState.PRINTED, ""),
    ]


async def test_health_is_told_and_logged_once_each_way(
    desk: Desk, virtual: VirtualPrinter, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    virtual.faults.add("paper_out")
    async with running(line_of(desk, virtual)) as line:
        line.put(job(1))
        line.put(job(2))
        await until(lambda: desk.states("j1") == [SlipState.HELD])
        virtual.faults.clear()
        await until(lambda: SlipState.PRINTED in desk.states("j2"))
    assert desk.health == [("down", "paper_out"), ("ok", "")]
    assert [record.levelname for record in caplog.records if record.name.endswith("line")] == [
        "WARNING",
        "INFO",
    ]


async def test_an_idle_printer_without_paper_is_known_before_the_next_customer(
    desk: Desk, virtual: VirtualPrinter
) -> None:
    async with running(line_of(desk, virtual)):
        await until(lambda: desk.health == [("ok", "")])
        virtual.faults.add("near_end")
        await until(lambda: desk.health[-1] == ("warn", "near_end"))
        virtual.faults.add("paper_out")
        await until(lambda: desk.health[-1] == ("down", "paper_out"))


async def test_an_idle_printer_is_left_to_others(desk: Desk, device: LoopbackPrinter) -> None:
    async with running(line_of(desk, tcp(device), poll_seconds=60)):
        await until(lambda: desk.health == [("ok", "")] and device._wire is None)


async def test_an_unknown_slip_is_never_sent_again(desk: Desk, device: LoopbackPrinter) -> None:
    async with running(line_of(desk, tcp(device))) as line:
        await until(lambda: bool(desk.health))
        device.hangs_up_after = 60
        line.put(job(1))
        line.put(job(2))
        await until(lambda: SlipState.PRINTED in desk.states("j2"))
    assert desk.states("j1") == [SlipState.SENDING, SlipState.UNKNOWN]
    assert [b"A002" in slip for slip in device.slips] == [True]


async def test_a_stale_slip_is_dropped_and_not_printed(desk: Desk, virtual: VirtualPrinter) -> None:
    virtual.faults.add("cover_open")
    async with running(line_of(desk, virtual)) as line:
        line.put(job())
        await until(lambda: desk.states("j1") == [SlipState.HELD])
        desk.now += timedelta(minutes=15)
        await until(lambda: desk.states("j1") == [SlipState.HELD, SlipState.DROPPED])
        virtual.faults.clear()
        await until(lambda: desk.health[-1] == ("ok", ""))
    assert virtual.slips() == []


async def test_a_full_line_takes_nothing_more(desk: Desk, virtual: VirtualPrinter) -> None:
    line = line_of(desk, virtual, capacity=1)
    line.put(job(1))
    with pytest.raises(DeviceUnavailable, match="busy"):
        line.put(job(2))


class Neighbour:
    """The line next door: takes slips over while it is willing."""

    def __init__(self, *, willing: bool = True) -> None:
        self.willing = willing
        self.taken: list[str] = []
        self.asked = 0

    async def __call__(self, job: PrintJob, why: str) -> bool:
        self.asked += 1
        if self.willing:
            self.taken.append(f"{job.job} {why}")
        return self.willing


SOON = timedelta(seconds=20)


async def test_a_held_slip_goes_to_the_neighbour_and_is_never_printed_here(
    desk: Desk, virtual: VirtualPrinter
) -> None:
    virtual.faults.add("paper_out")
    neighbour = Neighbour()
    async with running(line_of(desk, virtual, overflow=neighbour, overflow_after=SOON)) as line:
        line.put(job(1))
        await until(lambda: desk.states("j1") == [SlipState.HELD])
        assert neighbour.asked == 0
        desk.now += SOON
        line.put(job(2))  # the printer is known to be down: the next need not wait as long
        await until(lambda: neighbour.taken == ["j1 paper_out", "j2 paper_out"])
        virtual.faults.clear()
        line.put(job(3))
        await until(lambda: SlipState.PRINTED in desk.states("j3"))
    assert len(virtual.slips()) == 1
    assert desk.states("j1") == desk.states("j2") == [SlipState.HELD]


async def test_a_slip_the_neighbour_does_not_want_is_printed_here_once(
    desk: Desk, virtual: VirtualPrinter
) -> None:
    virtual.faults.add("paper_out")
    neighbour = Neighbour(willing=False)
    async with running(line_of(desk, virtual, overflow=neighbour, overflow_after=timedelta(0))) as line:
        line.put(job(1))
        await until(lambda: neighbour.asked > 2)
        virtual.faults.clear()
        await until(lambda: SlipState.PRINTED in desk.states("j1"))
    assert len(virtual.slips()) == 1


async def test_a_slip_in_doubt_is_offered_to_nobody(desk: Desk, device: LoopbackPrinter) -> None:
    neighbour = Neighbour()
    async with running(line_of(desk, tcp(device), overflow=neighbour, overflow_after=timedelta(0))) as line:
        await until(lambda: bool(desk.health))
        device.hangs_up_after = 60
        line.put(job(1))
        await until(lambda: desk.states("j1") == [SlipState.SENDING, SlipState.UNKNOWN])
    assert neighbour.asked == 0


async def test_a_printer_that_was_ready_meanwhile_starts_the_wait_anew(
    desk: Desk, virtual: VirtualPrinter
) -> None:
    virtual.faults.add("offline")
    neighbour = Neighbour()
    async with running(line_of(desk, virtual, overflow=neighbour, overflow_after=SOON)) as line:
        await until(lambda: desk.health == [("down", "offline")])
        virtual.faults.clear()
        await until(lambda: desk.health[-1] == ("ok", ""))
        desk.now += SOON
        virtual.faults.add("offline")
        await until(lambda: desk.health[-1] == ("down", "offline"))
        line.put(job(1))
        await until(lambda: desk.states("j1") == [SlipState.HELD])
        assert neighbour.asked == 0


class Hanging:
    """A driver whose next `step` never comes back."""

    def __init__(self, step: str) -> None:
        self.hangs = step
        self.printed: list[bytes] = []

    async def _may_hang(self, step: str) -> None:
        if self.hangs == step:
            self.hangs = ""
            await asyncio.Event().wait()

    async def ready(self) -> Readiness:
        await self._may_hang("ready")
        return Readiness(near_end=False)

    async def print(self, data: bytes) -> SlipState:
        await self._may_hang("print")
        self.printed.append(data)
        return SlipState.PRINTED

    async def close(self) -> None:
        await self._may_hang("close")


SHORT: dict[str, Any] = {"answers_within": 0.05, "prints_within": 0.05}


async def test_a_driver_that_hangs_when_asked_is_told_down_and_asked_anew(desk: Desk) -> None:
    printer = Hanging("ready")
    async with running(line_of(desk, printer, **SHORT)) as line:
        line.put(job())
        await until(lambda: SlipState.PRINTED in desk.states("j1"))
    assert desk.health == [("down", "no_answer"), ("ok", "")]
    assert len(printer.printed) == 1


async def test_a_slip_in_a_driver_that_hangs_is_unknown_and_the_next_is_printed(desk: Desk) -> None:
    printer = Hanging("print")
    async with running(line_of(desk, printer, **SHORT)) as line:
        line.put(job(1))
        line.put(job(2))
        await until(lambda: SlipState.PRINTED in desk.states("j2"))
    assert desk.reports[1] == ("j1", SlipState.UNKNOWN, "no_answer")
    assert len(printer.printed) == 1


async def test_a_cable_that_cannot_be_let_go_keeps_nobody_from_printing(desk: Desk) -> None:
    async with running(line_of(desk, Hanging("close"), **SHORT)) as line:
        await until(lambda: desk.health == [("ok", "")])
        line.put(job())
        await until(lambda: SlipState.PRINTED in desk.states("j1"))


async def test_a_drawing_that_never_ends_costs_its_own_slip(desk: Desk, tmp_path: Path) -> None:
    """A logo on a disk that does not answer, as a pipe that nobody writes to."""
    os.mkfifo(tmp_path / "logo.png")
    stuck = replace(job(1), content=lambda: slip(number="A001", logo=tmp_path / "logo.png"))
    printer, pictures = Hanging(""), replace(TEXT, mode="raster")
    quick = {"retry_seconds": 0.01, "poll_seconds": 0.05, "drawn_within": 0.1}
    line = PrinterLine(pictures, printer, lambda: desk.now, desk.report, desk.tell, **quick)
    async with running(line):
        line.put(stuck)
        await until(lambda: bool(desk.reports))
        line._drawing._within = 60.0  # however slow this machine is
        line.put(job(2))
        await until(lambda: SlipState.PRINTED in desk.states("j2"))
    assert desk.reports[0] == ("j1", SlipState.DROPPED, "undrawable")
    with (tmp_path / "logo.png").open("wb"):
        """Let the thread go."""


async def test_what_a_slip_says_is_asked_when_its_turn_has_come_and_never_for_one_too_late(
    desk: Desk, tmp_path: Path
) -> None:
    """A printer that had no paper all day owes thousands: to reckon each one's place held a start up."""
    asked: list[str] = []

    def told(number: str) -> SlipContent:
        asked.append(number)
        if number == "A003":
            raise JobWithdrawn("the day has ended")
        return slip(number=number, materials=())

    def owed(number: int, made_at: datetime) -> PrintJob:
        return replace(job(number), made_at=made_at, content=partial(told, f"A{number:03}"))

    line = line_of(desk, VirtualPrinter(tmp_path, 384))
    line.put(owed(1, MORNING - timedelta(hours=1)))
    for number in (2, 3, 4):
        line.put(owed(number, MORNING))
    assert asked == []
    async with running(line):
        await until(lambda: desk.states("j4")[-1:] == [SlipState.PRINTED])
    assert asked == ["A002", "A003", "A004"]
    assert [r for r in desk.reports if r[0] == "j1"] == [("j1", SlipState.DROPPED, "stale")]
    assert desk.states("j3") == []
