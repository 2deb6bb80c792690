"""A print agent on a real socket: the hall's end is the registry behind a small server."""

import asyncio
import json
import logging
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from server.command.work.print_agent import PrintAgent, main
from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.printers import Printer, Readiness, SlipUnknown
from server.devices.printers.agent import AgentPrinter
from server.devices.printers.tcp import TcpCable
from server.devices.printing.agents import Agents
from server.devices.printing.dialogue import Dialogue
from server.devices.printing.line import PrinterLine
from server.devices.printing.slips import slip_bytes
from server.domain.hall import SlipState
from tests.devices.printing.test_line import MORNING, QUICK, TEXT, Desk, job, running
from tests.devices.tcp_printer import LoopbackPrinter, plugged_in
from tests.patience import patience, pause, until

SLIP = b"\x1b@A001\n\x1dVB\x00"
SLIPS = 16
ENDS = {SlipState.PRINTED, SlipState.UNKNOWN, SlipState.DROPPED}


class Hall:
    """`/ws` as far as an agent sees it."""

    def __init__(self) -> None:
        self.agents = Agents()
        self.hellos: list[dict[str, Any]] = []
        self.sockets: list[ServerConnection] = []
        self.welcome = True
        self.answers_lost = False
        self.port = 0
        self._server: Server | None = None

    async def open(self) -> None:
        self._server = await serve(self._meet, "127.0.0.1", self.port)
        self.port = next(iter(self._server.sockets)).getsockname()[1]

    async def _meet(self, socket: ServerConnection) -> None:
        self.hellos.append(json.loads(await socket.recv()))
        if not self.welcome:
            await socket.send('{"type":"bye","code":"bad_token","text":{"zh":"令牌无效","en":"bad token"}}')
            return
        outgoing: asyncio.Queue[bytes] = asyncio.Queue()
        self.sockets.append(socket)
        self.agents.attach("front", outgoing.put_nowait)
        try:
            async with asyncio.TaskGroup() as tasks:
                sending = tasks.create_task(self._send(socket, outgoing))
                async for message in socket:
                    if not self.answers_lost:
                        self.agents.answered(json.loads(message))
                sending.cancel()
        except* ConnectionClosed:
            pass
        finally:
            self.agents.detach("front", outgoing.put_nowait)

    async def _send(self, socket: ServerConnection, outgoing: "asyncio.Queue[bytes]") -> None:
        await socket.send('{"type":"welcome"}')
        await socket.send("no message at all")
        while True:
            await socket.send((await outgoing.get()).decode())

    def cut(self) -> None:
        """The network goes away under the newest connection."""
        if self.sockets:
            self.sockets[-1].transport.abort()

    async def close(self) -> None:
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()

    def printer(self, **seconds: float) -> AgentPrinter:
        return AgentPrinter(
            self.agents, "front", "K2", **({"ready_seconds": 2.0, "print_seconds": 2.0} | seconds)
        )


@pytest.fixture
async def hall() -> AsyncIterator[Hall]:
    hall = Hall()
    await hall.open()
    yield hall
    await hall.close()


@pytest.fixture
async def device() -> AsyncIterator[LoopbackPrinter]:
    async with plugged_in() as printer:
        yield printer


@asynccontextmanager
async def agent_at(hall: Hall, printer: Printer, **changes: Any) -> AsyncIterator[PrintAgent]:
    agent = PrintAgent(
        f"http://127.0.0.1:{hall.port}", "token", {"K2": printer}, **({"retry_seconds": 0.01} | changes)
    )
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(agent.run())
        if hall.welcome:
            await until(lambda: hall.agents.connected("front"))
        yield agent
        task.cancel()


def local(device: LoopbackPrinter, quiet_seconds: float = 0.02) -> Dialogue:
    return Dialogue(TcpCable("127.0.0.1", device.port), quiet_seconds=quiet_seconds, **QUICK)


async def test_a_slip_is_printed_far_away(hall: Hall, device: LoopbackPrinter) -> None:
    async with agent_at(hall, local(device), name="K2"):
        printer = hall.printer()
        assert await printer.ready() == Readiness(near_end=False)
        await printer.print(SLIP)
        await printer.close()
        await until(lambda: device._wire is None)
    assert device.slips == [SLIP]
    assert (hall.hellos[0]["screen"], hall.hellos[0]["token"], hall.hellos[0]["place"]) == (
        "printer",
        "token",
        "K2",
    )


async def test_what_the_printer_says_is_heard_far_away(hall: Hall, device: LoopbackPrinter) -> None:
    async with agent_at(hall, local(device)):
        printer = hall.printer()
        device.turn(near_end=True)
        assert (await printer.ready()).near_end
        device.turn(paper_out=True)
        with pytest.raises(DeviceUnavailable, match="paper_out"):
            await printer.ready()
        device.turn(paper_out=False)
        await printer.ready()
        device.turn(answer_lost=True)
        with pytest.raises(SlipUnknown):
            await printer.print(SLIP)


async def test_a_printer_the_agent_does_not_have_is_misconfigured(
    hall: Hall, device: LoopbackPrinter
) -> None:
    async with agent_at(hall, local(device)):
        with pytest.raises(DeviceMisconfigured, match="no printer K9, but K2"):
            await AgentPrinter(hall.agents, "front", "K9").ready()


async def test_a_connection_lost_in_a_slip_leaves_it_unknown_and_the_agent_comes_back(
    hall: Hall, device: LoopbackPrinter
) -> None:
    async with agent_at(hall, local(device)):
        printer = hall.printer()
        await printer.ready()
        device.turn(slow=0.05)
        asyncio.get_running_loop().call_later(0.05, hall.cut)
        with pytest.raises(SlipUnknown, match="offline"):
            await printer.print(SLIP)
        device.turn(slow=0.0)
        await until(lambda: hall.agents.connected("front"))
        await printer.ready()
        await printer.print(SLIP)
    assert device.slips == [SLIP, SLIP]


class Gate:
    """A printer that waits to be let go."""

    def __init__(self) -> None:
        self.open = asyncio.Event()
        self.asked = 0
        self.printed: list[bytes] = []

    async def ready(self) -> Readiness:
        self.asked += 1
        await self.open.wait()
        return Readiness(near_end=False)

    async def print(self, data: bytes) -> SlipState:
        self.printed.append(data)
        return SlipState.PRINTED

    async def close(self) -> None: ...


async def test_a_job_whose_outcome_could_no_longer_be_told_is_not_printed(hall: Hall) -> None:
    gate = Gate()
    async with agent_at(hall, gate):
        printer = hall.printer()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(_ignored(printer.ready()))  # occupies the printer
            await until(lambda: gate.asked == 1)
            tasks.create_task(_ignored(printer.print(SLIP)))
            await until(lambda: len(hall.agents._asks) == 2)
            await (await hall.sockets[-1].ping())  # the job has arrived
            hall.cut()
            await until(lambda: len(hall.hellos) == 2)
            gate.open.set()
        await printer.ready()
    assert gate.printed == []


async def _ignored(step: Any) -> None:
    with pytest.raises((DeviceUnavailable, SlipUnknown)):
        await step


async def test_a_job_that_comes_twice_is_printed_once(hall: Hall) -> None:
    gate = Gate()
    async with agent_at(hall, gate):
        said = {"type": "print", "id": "same", "printer": "K2", "step": "print", "data": "QQ=="}
        for _ in range(3):
            await hall.sockets[-1].send(json.dumps(said))
        gate.open.set()
        await hall.printer().ready()
    assert gate.printed == [b"A"]


async def test_a_silent_hall_is_left_and_asked_again(hall: Hall) -> None:
    async with agent_at(hall, Gate(), silence_seconds=0.05):
        await until(lambda: len(hall.hellos) >= 3)


async def test_a_hall_that_goes_and_comes_is_logged_once_each_way(
    hall: Hall, caplog: pytest.LogCaptureFixture
) -> None:
    def said() -> list[str]:
        return [
            record.levelname for record in caplog.records if record.name == "server.command.work.print_agent"
        ]

    caplog.set_level(logging.INFO)
    async with agent_at(hall, Gate()):
        await until(lambda: said() == ["INFO"])
        await hall.close()
        await until(lambda: said() == ["INFO", "WARNING"])
        await hall.open()
        await until(lambda: said() == ["INFO", "WARNING", "INFO"])


async def test_an_agent_that_is_turned_away_says_so_and_tries_again(
    hall: Hall, caplog: pytest.LogCaptureFixture
) -> None:
    hall.welcome = False
    caplog.set_level(logging.ERROR)
    async with agent_at(hall, Gate()):
        await until(lambda: len(hall.hellos) >= 2)
    assert "bad token" in caplog.text


class Buggy(Gate):
    """A driver that fails as none may, at one step."""

    def __init__(self, step: str) -> None:
        super().__init__()
        self.step = step
        self.open.set()

    def _fail(self, step: str) -> None:
        if self.step == step:
            raise ZeroDivisionError

    async def ready(self) -> Readiness:
        self._fail("ready")
        return await super().ready()

    async def print(self, data: bytes) -> SlipState:
        self._fail("print")
        return await super().print(data)

    async def close(self) -> None:
        self._fail("close")


async def test_a_driver_that_fails_as_none_may_costs_its_own_job(hall: Hall) -> None:
    """C13: it ended the agent, and with it the other printers of its box."""
    buggy = Buggy("ready")
    async with agent_at(hall, buggy):
        printer = hall.printer()
        with pytest.raises(DeviceUnavailable, match="broken"):
            await printer.ready()
        buggy.step = "print"
        with pytest.raises(SlipUnknown, match="broken"):
            await printer.print(SLIP)
        buggy.step = "close"
        await printer.close()
        buggy.step = ""
        assert await printer.print(SLIP) is SlipState.PRINTED
        said = {"type": "print", "id": "odd", "printer": "K2", "step": "print", "data": "no base64"}
        await hall.sockets[-1].send(json.dumps(said))
        await printer.ready()
        buggy.step = "close"  # at the end, too
    assert buggy.printed == [SLIP]
    assert len(hall.hellos) == 1, "the connection was never lost"


async def test_a_driver_that_hangs_keeps_its_printer_only_for_so_long(hall: Hall) -> None:
    gate = Gate()
    async with agent_at(hall, gate, hangs_after=0.05):
        printer = hall.printer()
        with pytest.raises(DeviceUnavailable, match="broken"):
            await printer.ready()
        assert await printer.print(SLIP) is SlipState.PRINTED


def test_a_printer_that_makes_no_sense_ends_the_program_at_once() -> None:
    with pytest.raises(DeviceMisconfigured, match="ID=KIND:ADDRESS"):
        main("http://127.0.0.1:1", "token", ["K2"])


def _faults(dice: random.Random) -> Iterator[str]:
    while True:
        yield dice.choice(["cut", "cut", "paper", "lost", "reset", "hall"])


async def test_nothing_is_reported_printed_that_is_not_and_nothing_is_printed_twice(
    hall: Hall, device: LoopbackPrinter
) -> None:
    dice, desk = random.Random(20240712), Desk()
    printer = hall.printer(print_seconds=1.5)
    line = PrinterLine(
        TEXT, printer, lambda: MORNING, desk.report, desk.tell, retry_seconds=0.01, poll_seconds=0.05
    )
    jobs = [job(number) for number in range(1, SLIPS + 1)]

    def ended() -> int:
        return sum(state in ENDS for _, state, _ in desk.reports)

    def printed() -> int:
        return sum(state is SlipState.PRINTED for _, state, _ in desk.reports)

    # The first is cut short, whatever the dice say. A printer that shares this busy loop is quiet for longer
    # than one that has a processor of its own.
    device.turn(slow=0.001, hangs_up_after=60)
    async with agent_at(hall, local(device, quiet_seconds=0.25)), running(line), patience():
        for waiting in jobs:
            line.put(waiting)
        for turn, fault in enumerate(_faults(dice)):
            if ended() == SLIPS:
                break
            if turn % 2:  # between faults one comes out in peace, however slow this machine is
                at = printed()
                await until(lambda at=at: printed() > at or ended() == SLIPS)
            match fault:
                case "cut":
                    hall.cut()
                case "reset":
                    device.hang_up()
                case "hall":
                    await hall.close()
                    await hall.open()
                case other:
                    switch = {"paper": "paper_out", "lost": "answer_lost"}[other]
                    device.turn(**{switch: True})
                    await pause(dice.uniform(0.01, 0.1))
                    device.turn(**{switch: False})
            await pause(dice.uniform(0.02, 0.25))
    end_of = {name: state for name, state, _ in desk.reports if state in ENDS}
    name_of = {slip_bytes(waiting.content(), TEXT): waiting.job for waiting in jobs}
    on_paper = [name_of[slip] for slip in device.slips]
    said_printed = [name for name, state in end_of.items() if state is SlipState.PRINTED]
    assert set(said_printed) <= set(on_paper)
    assert len(on_paper) == len(set(on_paper))
    assert on_paper == sorted(on_paper, key=lambda name: int(name[1:]))
    assert len(said_printed) >= SLIPS / 4  # one of four after two faults at worst
    assert SlipState.UNKNOWN in end_of.values()
