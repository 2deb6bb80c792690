"""How long a customer waits for the slip."""

import asyncio
import time
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest
from typing_extensions import override

from server.devices.printers import PrinterConfig
from server.devices.printing.lettering import LETTERS, RUNS
from server.devices.printing.slips import SlipContent, slip_bytes
from server.domain.text import Text
from tests.benchmarks.hall import ServedHall, served
from tests.benchmarks.load import Connection, connected
from tests.benchmarks.report import Figure, Table, percentile
from tests.devices.tcp_printer import LoopbackPrinter

DRAWN = 40
MOST_CPU = 3.0  # ms of a slip whose words are known
WIDE = 576
OTHER = "赵钱孙李周吴郑王冯陈"
TAPS, WARM = 12, 4
AT_REST = 6.0  # s
PATIENCE = 10.0  # s
START = b"\x1b@"
SLIP = SlipContent(
    hall=Text("供电公司示范营业厅", "Power Company Demonstration Hall"),
    business=Text("更名过户", "Change of account holder"),
    number="C027",
    ahead=4,
    wait=Text("约 25 分钟", "about 25 min"),
    zone=Text("营业大厅", "Main hall"),
    issued_at=datetime(2026, 11, 20, 9, 5, tzinfo=UTC),
    materials=(
        Text("双方身份证原件", "ID cards of both parties"),
        Text("房屋产权证明", "Proof of property ownership"),
    ),
    qr="http://192.168.1.10:8000/ticket/#0123456789abcdefghijkl",
    phone="95598",
)


@pytest.mark.parametrize("dots", [576, 384])
def test_a_slip_is_drawn(table: Table, dots: int) -> None:
    """CPU of one slip: the first of a business, whose words are new; then one customer after the other."""
    config = PrinterConfig(id="K1", kind="tcp", dots=dots)
    slip_bytes(SLIP, config)  # the first one of all reads the font
    fresh = [_cpu(replace(SLIP, business=Text(f"{word}过户", f"{word} account")), config) for word in OTHER]
    known = [_cpu(_next(nth), config) for nth in range(DRAWN)]
    kept = (LETTERS.bytes + RUNS.bytes) >> 10
    for what, spent in (("first of a business", fresh), ("steady", known)):
        table.add(
            Figure(
                part="paper",
                what=f"CPU of a slip, {80 if dots == WIDE else 58} mm, {what}, p50",
                value=percentile(spent, 0.5) * 1e3,
                unit="ms",
                note=f"p95 {percentile(spent, 0.95) * 1e3:.1f} ms; {kept} KB kept",
            )
        )
    assert percentile(known, 0.5) * 1e3 <= MOST_CPU
    assert (LETTERS.bytes, RUNS.bytes) <= (LETTERS.most, RUNS.most)


def _next(nth: int) -> SlipContent:
    """The next customer: another number, place, minute and code."""
    return replace(
        SLIP,
        number=f"C{nth + 28:03}",
        ahead=nth % 20,
        wait=Text(f"约 {nth % 30} 分钟", f"about {nth % 30} min"),
        issued_at=SLIP.issued_at + timedelta(minutes=nth),
        qr=f"{SLIP.qr[:-3]}{nth:03}",
    )


def _cpu(content: SlipContent, config: PrinterConfig) -> float:
    began = time.process_time()
    slip_bytes(content, config)
    return time.process_time() - began


class WatchedPrinter(LoopbackPrinter):
    """Knows when the first byte of a slip came in, and when it was cut."""

    def __init__(self) -> None:
        super().__init__()
        self.first_byte: asyncio.Future[float] = asyncio.get_running_loop().create_future()

    @override
    def received(self, data: bytes) -> None:
        if START in data and not self.first_byte.done():
            self.first_byte.set_result(time.perf_counter())
        super().received(data)

    async def slip(self, nth: int) -> tuple[float, float]:
        """When slip number `nth` began and when it was cut; then wait for the next."""
        async with asyncio.timeout(PATIENCE):
            began = await self.first_byte
            while len(self.slips) < nth:  # noqa: ASYNC110  # the printer has no event for it
                await asyncio.sleep(0.001)
        cut = time.perf_counter()
        self.first_byte = asyncio.get_running_loop().create_future()
        return began, cut


def test_paper_comes_out_after_the_tap(table: Table, made_hall: tuple[Path, str], tmp_path: Path) -> None:
    template, token = made_hall
    copytree(template, tmp_path / "hall")
    bare, taps, cpu, printed = asyncio.run(_printed(tmp_path / "hall", token))
    assert printed == TAPS + WARM
    what = "server CPU of a tap with its slip, 80 mm, no screens"
    table.add(Figure(part="paper", what=what, value=cpu * 1e3, unit="ms", bar="<= 5 ms"))
    raw = percentile(bare, 0.5) * 1e3
    for what, seconds, where in (
        ("tap to the first byte at the printer, p50", [began for began, _ in taps], 0.5),
        ("tap to the first byte at the printer, p99", [began for began, _ in taps], 0.99),
        ("tap to the whole slip at the printer, p50", [cut for _, cut in taps], 0.5),
    ):
        value = percentile(seconds, where) * 1e3
        table.add(
            Figure(part="paper", what=what, value=value, unit="ms", raw=raw, raw_what="TCP connect + write")
        )


async def _printed(data: Path, token: str) -> tuple[list[float], list[tuple[float, float]], float, int]:
    """Seconds of bare slips, of taps to the first byte and the cut, of CPU a tap; how many were printed."""
    printer = WatchedPrinter()
    await printer.plug_in()
    try:
        bare = [await _bare(printer, nth) for nth in range(1, TAPS + 1)]
        printer.slips.clear()
        async with AsyncExitStack() as stack:
            # The printer answers in this loop while the server starts and stops in another thread.
            serving = served(data, token, f"K1=tcp:127.0.0.1:{printer.port}")
            hall = await asyncio.to_thread(serving.__enter__)
            stack.push_async_callback(asyncio.to_thread, serving.__exit__, None, None, None)
            (line,) = await stack.enter_async_context(connected(hall.server.port, 1))
            await asyncio.sleep(AT_REST)  # what a start leaves for later is nobody's tap
            for nth in range(WARM):  # the first one reads the font
                await _tap(hall, line, printer, nth + 1)
            cpu = hall.server.cpu()
            taps = [await _tap(hall, line, printer, WARM + nth + 1) for nth in range(TAPS)]
            cpu = (hall.server.cpu() - cpu) / TAPS
    finally:
        printer.power_cut()
    return bare, taps, cpu, len(printer.slips)


async def _bare(printer: WatchedPrinter, nth: int) -> float:
    slip = slip_bytes(SLIP, PrinterConfig(id="K1", kind="tcp"))
    tapped = time.perf_counter()
    _, writer = await asyncio.open_connection("127.0.0.1", printer.port)
    writer.write(slip)
    began, _ = await printer.slip(nth)
    writer.close()
    await writer.wait_closed()
    return began - tapped


async def _tap(hall: ServedHall, line: Connection, printer: WatchedPrinter, nth: int) -> tuple[float, float]:
    tapped = time.perf_counter()
    status, body = await line.send(hall.command("issue_ticket", service="pay", printer="K1"))
    assert status == 200, body
    began, cut = await printer.slip(nth)
    return began - tapped, cut - tapped
