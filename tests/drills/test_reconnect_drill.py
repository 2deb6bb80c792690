"""Drill: every screen of a large hall comes back at once when its server was killed and started again.

Two minutes: `uv run --group test pytest -n 0 -s tests/drills/test_reconnect_drill.py`; HALLQUEUE_SCREENS
says how many (500).
"""

import asyncio
import os
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from server.access.devices import Devices
from server.command import making
from server.serving.connections import room_for
from tests.drills.conftest import Tell
from tests.hall_here import Screen
from tests.hall_made import NOW
from tests.hall_server import HallServer

SCREENS = int(os.environ.get("HALLQUEUE_SCREENS", "500"))
KINDS = (
    ("lobby_board", "lobby", ""),
    ("window_display", "window", "1"),
    ("kiosk", "kiosk", "K1"),
    ("window_display", "window", "2"),
)
ROUNDS = 3
LONGEST = 300.0  # s; far beyond what it takes
FLAT = 24.0  # MB a later round may take more than the first: no growth with every round of screens
TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Device:
    token: str
    screen: str
    place: str


def paired(data: Path) -> list[Device]:
    """So many devices of the hall, each with a token of its own."""
    made = []
    with making._database(data) as database:
        devices = Devices(*database)
        for n in range(SCREENS):
            role, screen, place = KINDS[n % len(KINDS)]
            token = devices.issue_token(f"{role} {n}", role, place, by="test", now=NOW)
            made.append(Device(token, screen, place))
    return made


def cpu(process: int) -> float:
    """Seconds."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def memory(process: int) -> float:
    """MB."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def own_address() -> str:
    """This machine as another one sees it: all screens come from one address that is not the loopback's."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        try:
            sock.connect(("192.0.2.1", 9))  # nothing is sent
        except OSError:
            return "127.0.0.1"
        address: str = sock.getsockname()[0]
        return address


async def come_back(url: str, device: Device, tries: list[int]) -> ClientConnection:
    """Welcome and first view; a screen that is turned away tries again, as the pages do."""
    while True:
        tries[0] += 1
        try:
            ws = await connect(url, compression=None, max_queue=None, close_timeout=1, open_timeout=60)
            await Screen(ws).hello(device.token, device.screen, device.place)
        except (OSError, EOFError, TimeoutError, WebSocketException):
            await asyncio.sleep(0.5)
        else:
            return ws


async def all_at_once(url: str, devices: Sequence[Device], tries: list[int]) -> list[ClientConnection]:
    async with asyncio.timeout(LONGEST):
        return list(await asyncio.gather(*(come_back(url, device, tries) for device in devices)))


async def gone(sockets: Sequence[ClientConnection]) -> None:
    await asyncio.gather(*(ws.close() for ws in sockets))


async def test_every_screen_is_served_again_after_a_kill(data: Path, tell: Tell) -> None:
    room_for()
    devices, address = paired(data), own_address()
    server = HallServer(data, "--host", address)
    url = f"ws://{address}:{server.port}/ws"
    took: list[float] = []
    spent: list[float] = []
    grown: list[float] = []
    back: list[int] = []
    await asyncio.to_thread(server.start)
    try:
        sockets = await all_at_once(url, devices, [0])
        for _ in range(ROUNDS):
            server.kill()
            await gone(sockets)
            await asyncio.to_thread(server.start)
            process, tries, began = server.process.pid, [0], time.monotonic()
            used = cpu(process)
            sockets = await all_at_once(url, devices, tries)
            took.append(time.monotonic() - began)
            back.append(len(sockets))
            spent.append(cpu(process) - used)
        for _ in range(ROUNDS):
            await gone(sockets)
            sockets = await all_at_once(url, devices, [0])
            grown.append(memory(server.process.pid))
        await gone(sockets)
    finally:
        server.stop()
        server.http.close()
    served, memories = (", ".join(f"{x:.1f}" for x in took)), ", ".join(f"{x:.0f}" for x in grown)
    tell(
        f"{SCREENS} screens from {'the loopback' if address.startswith('127.') else 'one address'}, {ROUNDS}"
        f" kills: all served after {served} s (server CPU {max(spent):.1f} s); memory {memories} MB",
        lost=sum(SCREENS - n for n in back),
    )
    assert len(took) == ROUNDS
    assert max(grown) - grown[0] < FLAT
