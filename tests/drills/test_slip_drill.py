"""Drill: slips of a whole hall on printers that fail as real ones do, some at another box, with a fallback.

Some minutes: `uv run --group test pytest -n 0 -s tests/drills/test_slip_drill.py`; HALLQUEUE_SLIPS says how
many (750).
"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from server.command.work.print_agent import PrintAgent
from server.devices.printers import PrinterConfig
from server.devices.printers.tcp import TcpCable
from server.devices.printing.dialogue import Dialogue
from server.domain.config.soundness.confirming import network_doors
from server.domain.hall import SlipState, Ticket
from server.domain.setup.commands import ConfigureHall
from tests.devices.tcp_printer import LoopbackPrinter, plugged_in
from tests.drills.conftest import Tell
from tests.hall_here import HereHall, here_hall
from tests.patience import until

SLIPS = int(os.environ.get("HALLQUEUE_SLIPS", "750"))
HERE, AFAR, SPARE = ("K1", "K2", "K3", "K4", "K5"), ("A1", "A2"), "K9"  # the spare stands in for all
SERVICES = ("pay", "invoice", "enquiry")
ENDS = {SlipState.PRINTED, SlipState.SENT, SlipState.UNKNOWN, SlipState.DROPPED}
AGENT = "front"
PACE = 0.003  # s a command: a slip takes as long as a fault needs to meet it
A_SLIP = 3000  # bytes, at most
FAULTS = ("power", "reset", "paper", "cover", "mute", "lost", "middle", "agent")
LONGEST = 120 + SLIPS * 4.0  # s; far beyond what it takes
SWITCHES = {"paper": "paper_out", "cover": "cover_open", "mute": "mute", "lost": "answer_lost"}


@dataclass(slots=True)
class Box:
    """The other box: its program can be ended at any moment, and forgets all it knew."""

    hall: HereHall
    token: str
    devices: dict[str, LoopbackPrinter]
    task: "asyncio.Task[None] | None" = None

    def start(self) -> None:
        printers = {name: Dialogue(TcpCable("127.0.0.1", at.port)) for name, at in self.devices.items()}
        url = f"http://127.0.0.1:{self.hall.port}"
        agent = PrintAgent(url, self.token, printers, name=AGENT, retry_seconds=0.05)
        self.task = asyncio.get_running_loop().create_task(agent.run())

    async def end(self) -> None:
        if self.task is not None:
            self.task.cancel()
            await asyncio.wait([self.task])


@asynccontextmanager
async def running_clock(hall: HereHall) -> AsyncIterator[None]:
    """The hall's clock goes with time: a slip that hangs goes to the spare after two seconds."""

    async def go() -> None:
        while True:
            await asyncio.sleep(0.05)
            hall.clock.move(seconds=0.05)

    task = asyncio.get_running_loop().create_task(go())
    yield
    task.cancel()


async def trouble(fault: str, device: LoopbackPrinter, box: Box, dice: random.Random) -> None:
    pause = dice.uniform(0.05, 0.8)
    match fault:
        case "power":
            device.power_cut()
            await asyncio.sleep(pause)
            await device.plug_in()
        case "reset":
            device.hang_up()
        case "middle":
            device.hangs_up_after = dice.randrange(1, A_SLIP)
        case "agent":
            await box.end()
            await asyncio.sleep(pause)
            box.start()
        case "none":
            pass
        case other:
            device.turn(**{SWITCHES[other]: True})
            await asyncio.sleep(pause * dice.choice((1, 5)))
            device.turn(**{SWITCHES[other]: False})


async def faults(
    names: tuple[str, ...], devices: dict[str, LoopbackPrinter], box: Box, seed: int, met: "Counter[str]"
) -> None:
    dice = random.Random(seed)
    while True:
        await asyncio.sleep(dice.uniform(0.3, 2.5))
        fault = dice.choice(names)
        met[fault] += 1
        await trouble(fault, devices[dice.choice(list(devices))], box, dice)


def tickets(hall: HereHall) -> list[Ticket]:
    return [*hall.hall.tickets.values(), *hall.hall.ended.values()]


def state(ticket: Ticket) -> SlipState | None:
    return ticket.slip.state if ticket.slip else None


def ended(hall: HereHall) -> int:
    return sum(state(ticket) in ENDS for ticket in tickets(hall))


async def take(hall: HereHall, token: str, n: int) -> str:
    """The id of the ticket of one number."""
    status, body = await hall.post(token, "issue_ticket", f"n{n}", service=SERVICES[n % 3])
    assert status == 200, body
    return str(body["result"]["ticket"]["ticket"])


async def press(hall: HereHall, kiosk: str, turn: Callable[[], int]) -> None:
    """Numbers at one kiosk, one after the other, while its printer owes few."""
    token = hall.token("kiosk", kiosk)
    while (n := turn()) < SLIPS:
        ticket = await take(hall, token, n)
        if n % 3:  # two of three come close upon the next
            continue
        await until(lambda t=ticket: _is_over(hall, t), within=LONGEST)  # type: ignore[misc]


def _is_over(hall: HereHall, ticket: str) -> bool:
    found = hall.hall.ticket(ticket)
    return found is None or state(found) in ENDS


def papers_of(devices: dict[str, LoopbackPrinter], tokens: dict[str, str]) -> list[str]:
    """Which ticket each whole paper is; each is exactly one."""
    papers = []
    for device in devices.values():
        for slip in device.slips:
            on_it = [ticket for token, ticket in tokens.items() if token.encode() in slip]
            assert len(on_it) == 1, on_it
            assert slip.startswith(b"\x1b@")
            papers += on_it
    return papers


async def test_no_slip_is_called_printed_that_is_not_and_none_comes_out_twice(data: Path, tell: Tell) -> None:
    met: Counter[str] = Counter()
    async with AsyncExitStack() as stack:
        hall = await stack.enter_async_context(here_hall(data))
        devices = {name: await stack.enter_async_context(plugged_in()) for name in (*HERE, *AFAR, SPARE)}
        for device in devices.values():
            device.turn(slow=PACE)
        box = Box(hall, hall.token("print_agent", AGENT, AGENT), {name: devices[name] for name in AFAR})
        box.start()
        stack.push_async_callback(box.end)
        await until(lambda: hall.house.agents.connected(AGENT))
        at = {
            name: PrinterConfig(id=name, kind="tcp", address=f"127.0.0.1:{devices[name].port}", mode="text")
            for name in devices
        }
        here = tuple(replace(at[name], fallback=SPARE) for name in HERE)
        afar = tuple(replace(at[name], kind="agent", address=AGENT, fallback=SPARE) for name in AFAR)
        await configure(hall, (*here, *afar, at[SPARE]))
        await until(lambda: set(devices) <= hall.hall.devices.keys(), within=30)
        await stack.enter_async_context(running_clock(hall))
        counting = iter(range(SLIPS + len(devices)))
        for name in (HERE[0], AFAR[0]):  # one that surely goes to the spare, one that the agent surely prints
            devices[name].turn(paper_out=name in HERE)
            first = await take(hall, hall.token("kiosk", name), next(counting))
            await until(lambda t=first: _is_over(hall, t), within=LONGEST)  # type: ignore[misc]
            devices[name].turn(paper_out=False)
        async with asyncio.timeout(LONGEST), asyncio.TaskGroup() as tasks:
            chaos = [
                tasks.create_task(
                    faults(FAULTS if name in AFAR else FAULTS[:-1], {name: devices[name]}, box, seed, met)
                )
                for seed, name in enumerate((*HERE, *AFAR))
            ]
            chaos.append(
                tasks.create_task(faults(FAULTS[:-1] + ("none",) * 20, {SPARE: devices[SPARE]}, box, 99, met))
            )
            async with asyncio.TaskGroup() as kiosks:
                for name in (*HERE, *AFAR):
                    kiosks.create_task(press(hall, name, lambda: next(counting)))
            for task in chaos:
                task.cancel()
            await asyncio.wait(chaos)
            for device in devices.values():
                if device._server is None:
                    await device.plug_in()
                device.turn(
                    paper_out=False, cover_open=False, mute=False, answer_lost=False, hangs_up_after=None
                )
            await box.end()
            box.start()
            await until(lambda: ended(hall) == SLIPS, within=LONGEST)
        tokens = {t.token: t.id for t in tickets(hall)}
        papers = papers_of(devices, tokens)
        states = {t.id: state(t) for t in tickets(hall)}
        moved = sum(t.slip is not None and t.slip.printer == SPARE for t in tickets(hall))
        by_agent = sum(len(devices[name].slips) for name in AFAR)
        assert await hall.tells_the_same()
    assert len(states) == SLIPS
    assert set(states.values()) <= ENDS
    on_paper = Counter(papers)
    lies = [t for t, s in states.items() if s is SlipState.PRINTED and t not in on_paper]
    twice = [t for t, count in on_paper.items() if count > 1]
    told = Counter(str(s) for s in states.values())
    faulty = met.total() - met.pop("none", 0)
    ends = ", ".join(f"{n} {end}" for end, n in sorted(told.items()))
    tell(
        f"{SLIPS} slips, {faulty:,} faults of {len(met)} kinds: {ends}; {len(papers)} papers, {by_agent} by"
        f" the agent, {moved} through the spare; lost: called printed without paper",
        lost=len(lies),
        twice=len(twice),
    )
    assert not lies
    assert not twice
    assert moved
    assert by_agent
    assert told["printed"] > SLIPS / 3


async def configure(hall: HereHall, printers: tuple[PrinterConfig, ...]) -> None:
    config = hall.hall.config
    assert config is not None
    wanted = replace(config, printers=printers)
    command = ConfigureHall(config=wanted, confirmed=tuple(network_doors(wanted)))
    await hall.house.live.apply(command, actor="system:test", request="printers")
