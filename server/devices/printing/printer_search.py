"""Looks for receipt printers: on this machine's USB and serial ports and on the networks it is part of.

Nothing is printed: a printer is asked for its status, and only one that answers is asked for its name.
"""

import asyncio
import contextlib
import ipaddress
import re
import socket
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Final

from server.devices.errors import DeviceMisconfigured
from server.devices.printers.serial import SerialPort
from server.devices.printers.tcp import PORT, TcpCable
from server.devices.printers.usb import DevicePort
from server.devices.printing.dialogue import STATUS_BITS, Cable
from server.devices.printing.own_thread import ThreadedCable

AT_ONCE: Final = 64  # connections
MOST_HOSTS: Final = 1024  # of one network
CONNECT, ANSWER, OPEN = 0.5, 0.4, 2.0  # s
BAUDS: Final = (9600, 19200, 38400, 115200)  # the usual settings, the most usual first
ARE_YOU_THERE: Final = b"\x10\x04\x01"
NAMES: Final = (b"\x1dI\x42", b"\x1dI\x43")  # GS I 66 and 67: maker and model
ANYWHERE: Final = ("192.0.2.1", "10.255.255.255", "172.31.255.255", "192.168.255.255")
DEVICES, ABOUT = Path("/dev/usb"), Path("/sys/class/usbmisc")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`kind` and `address` as a printer's configuration wants them."""

    kind: str
    address: str
    model: str = ""
    answers: bool = False  # as receipt printers do; others print garbage
    guess_dots: int | None = None


async def search(
    subnets: Iterable[str] | None = None,
    seconds: float = 3.0,
    *,
    port: int = PORT,
    devices: Path = DEVICES,
    about: Path = ABOUT,
    serial_ports: Sequence[str] | None = None,
) -> tuple[Found, ...]:
    """What has been found when the time is up; only private addresses are ever asked."""
    networks = own_networks() if subnets is None else [ipaddress.ip_network(subnet) for subnet in subnets]
    names = _serial_ports() if serial_ports is None else serial_ports
    printers: list[Found] = []
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds), asyncio.TaskGroup() as tasks:
            doors = asyncio.Semaphore(AT_ONCE)
            for name in names:
                tasks.create_task(_on_serial(name, printers.append))
            for device in sorted(devices.glob("lp*")):
                tasks.create_task(_on_usb(device, about, printers.append))
            for host in _hosts(networks):
                tasks.create_task(_on_network(host, port, doors, printers.append))
    return tuple(sorted(printers, key=lambda one: (not one.answers, one.kind, one.address)))


def own_networks() -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    """The /24 around every address this machine would speak from."""
    own = set()
    for address in ANYWHERE:
        with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.connect((address, 9))  # sends nothing; asks the kernel which way it would go
            own.add(ipaddress.ip_network(f"{probe.getsockname()[0]}/24", strict=False))
    return [network for network in own if not network.is_loopback]


# Heads that the paper in a model's name does not tell, then what it does tell.
HEADS: Final = (
    (r"TM-?T(88|70|90)|SRP-?350", 512),  # 180 dpi
    (r"TM-?m10", 420),
    (r"TM-?P[26]0", 384),
    (r"TM-?L90|R180", 432),
    (r"VK-?80|KPM-?80", 640),
    (r"5[78]", 384),
    (r"8[0-9]|T20|TM-|m30", 576),
)


def guess_dots(model: str) -> int | None:
    """Makers like to name a model after its paper; the ruler of the test slip shows whether it is so."""
    return next((dots for pattern, dots in HEADS if re.search(pattern, model)), None)


def _hosts(networks: Iterable[ipaddress.IPv4Network | ipaddress.IPv6Network]) -> list[str]:
    private = [network for network in networks if network.is_private]
    return list({str(host): None for network in private for host in islice(network.hosts(), MOST_HOSTS)})


def _serial_ports() -> list[str]:
    with contextlib.suppress(ImportError):
        return [port.device for port in import_module("serial.tools.list_ports").comports()]
    return []


async def _on_network(
    host: str, port: int, doors: asyncio.Semaphore, report: Callable[[Found], None]
) -> None:
    async with doors:
        cable = TcpCable(host, port)
        with contextlib.suppress(OSError, TimeoutError):
            names = await _who(cable, CONNECT)
            report(_as_found("tcp", f"{host}:{port}", names))


async def _on_usb(device: Path, about: Path, report: Callable[[Found], None]) -> None:
    cable, names = ThreadedCable(lambda: DevicePort(str(device))), None
    with contextlib.suppress(OSError, TimeoutError, DeviceMisconfigured):
        names = await _who(cable, OPEN)
    report(_as_found("usb", str(device), names, _system_name(about / device.name)))


async def _on_serial(name: str, report: Callable[[Found], None]) -> None:
    """A line of unknown speed is asked at each; other devices on it may wonder."""
    for baud in BAUDS:
        cable = ThreadedCable(lambda baud=baud: SerialPort(name, baud))  # type: ignore[misc]
        with contextlib.suppress(OSError, TimeoutError, DeviceMisconfigured):
            if (names := await _who(cable, OPEN)) is not None:
                report(_as_found("serial", f"{name}:{baud}", names))
                return
    report(Found(kind="serial", address=name))


def _as_found(kind: str, address: str, names: list[str] | None, model: str = "") -> Found:
    known = " ".join(names or []) or model
    return Found(
        kind=kind, address=address, model=known, answers=names is not None, guess_dots=guess_dots(known)
    )


def _system_name(about: Path) -> str:
    """What the printer told the system when it was plugged in: `MFG:EPSON;MDL:TM-T20II;…`."""
    with contextlib.suppress(OSError):
        described = (about / "device" / "ieee1284_id").read_text(encoding="utf-8", errors="replace")
        parts = dict(part.split(":", 1) for part in described.split(";") if ":" in part)
        return " ".join(name for key in ("MFG", "MDL") if (name := parts.get(key, "").strip()))
    return ""


async def _who(cable: Cable, open_seconds: float) -> list[str] | None:
    """Maker and model, as far as told; None if it does not answer like a receipt printer."""
    try:
        async with asyncio.timeout(open_seconds):
            await cable.connect()
        try:
            async with asyncio.timeout(ANSWER):
                await cable.send(ARE_YOU_THERE)
                while not any(byte & STATUS_BITS[0] == STATUS_BITS[1] for byte in await cable.receive()):
                    pass
        except TimeoutError:
            return None
        return [name for question in NAMES if (name := await _name(cable, question))]
    finally:
        cable.drop()


async def _name(cable: Cable, question: bytes) -> str:
    """`_`, the name, and a zero byte."""
    heard = b""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(ANSWER):
            await cable.send(question)
            while not heard.endswith(b"\0"):
                heard += await cable.receive()
    name = re.search(rb"_([ -~]+)\0", heard)
    return name[1].decode("ascii").strip() if name else ""
