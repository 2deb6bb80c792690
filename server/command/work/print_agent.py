"""`hallqueue print-agent`: prints for the hall on printers of this box, over the hall's own socket.

The line of slips and what became of each stay with the server. An agent prints no job twice, and none whose
outcome it could no longer tell: what the server does not hear of in time it has already called unknown.
"""

import asyncio
import base64
import contextlib
import json
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Mapping, Sequence
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException
from websockets.protocol import State

from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.printers import Printer, SlipUnknown, open_printer
from server.devices.printing.printer_lines import parse_printer
from server.supervisor import Part, Supervisor

PROTOCOL = 1
REMEMBERED = 1000  # jobs
BROKEN = "broken"  # a driver failed as none may: that costs its own job
HALL = Part(kind="hall")
LARGEST = 1 << 20  # bytes of a message; a slip is 20 to 60 KB

log = logging.getLogger(__name__)


def main(server: str, token: str, printers: Sequence[str], name: str = "") -> None:
    """Until interrupted; `name` is the place the hall knows it by.

    DeviceMisconfigured if a printer is none.
    """
    configs = [parse_printer(line) for line in printers]
    opened = {config.id: open_printer(config, Path()) for config in configs}
    asyncio.run(PrintAgent(server, token, opened, name=name).run())


class PrintAgent:
    """`server` is the hall's address, as https://hall.local."""

    def __init__(
        self,
        server: str,
        token: str,
        printers: Mapping[str, Printer],
        *,
        name: str = "",
        retry_seconds: float = 3.0,
        silence_seconds: float = 20.0,  # the server beats every 5 s
        hangs_after: float = 600.0,  # far beyond what a driver takes that is well
    ) -> None:
        self._url = f"{server.replace('http', 'ws', 1).rstrip('/')}/ws"
        self._hello = {
            "type": "hello",
            "protocol": PROTOCOL,
            "token": token,
            "screen": "printer",
            "place": name,
        }
        self._printers = printers
        self._turns = {printer: asyncio.Lock() for printer in printers}
        self._retry_seconds, self._silence_seconds = retry_seconds, silence_seconds
        self._hangs_after = hangs_after
        self._connected: bool | None = None
        self._parts = Supervisor()  # a part for each printer, and one for the hall's line
        self._done: OrderedDict[str, tuple[str, str]] = OrderedDict()  # job -> outcome and detail

    async def run(self) -> None:
        """A job that is being printed goes on when the connection is lost."""
        try:
            while True:
                with self._parts.alone(HALL), contextlib.suppress(OSError, TimeoutError, WebSocketException):
                    await self._serve()
                self._note(connected=False)
                await asyncio.sleep(self._retry_seconds)
        finally:
            await self._parts.close()
            for name, printer in self._printers.items():
                with self._parts.alone(Part(kind="printer", subject=name)):
                    await printer.close()

    async def _serve(self) -> None:
        async with connect(self._url, max_size=LARGEST, proxy=None) as socket:
            await socket.send(json.dumps(self._hello))
            while True:
                async with asyncio.timeout(self._silence_seconds):
                    heard = _message(await socket.recv())
                if heard.get("type") == "print":
                    part = Part(kind="printer", subject=str(heard.get("printer")))
                    self._parts.errand(part, self._do(socket, heard))
                elif heard.get("type") == "bye":
                    log.error("the hall turns this agent away: %s", heard.get("text"))
                    return
                elif heard.get("type") == "welcome":
                    self._note(connected=True)

    def _note(self, *, connected: bool) -> None:
        """Once each way, not every three seconds of a night."""
        if connected is not self._connected:
            level, what = (
                (logging.INFO, "is there") if connected else (logging.WARNING, "does not answer; trying on")
            )
            log.log(level, "the hall at %s %s", self._url, what)
            self._connected = connected

    async def _do(self, socket: ClientConnection, ask: Mapping[str, Any]) -> None:
        name, printer = str(ask.get("id")), str(ask.get("printer"))
        if printer not in self._printers:
            there = ", ".join(self._printers)
            await _answer(
                socket, name, "misconfigured", f"the print agent has no printer {printer}, but {there}"
            )
            return
        async with self._turns[printer]:
            if socket.state is not State.OPEN:
                log.warning("job %s came through a connection that is gone: not printed", name)
                return
            outcome = await self._tried(self._printers[printer], name, ask)
        await _answer(socket, name, *outcome)

    async def _tried(self, printer: Printer, name: str, ask: Mapping[str, Any]) -> tuple[str, str]:
        """Whatever goes wrong is said of this job, so that the hall never waits for an answer in vain."""
        try:
            async with asyncio.timeout(self._hangs_after):
                return await self._step(printer, name, ask)
        except Exception as bug:  # noqa: BLE001  # whatever it is, it stops this job only
            self._parts.failed(Part(kind="printer", subject=str(ask.get("printer"))), bug)
            if name not in self._done:
                return "unavailable", BROKEN
            self._remember(name, ("unknown", BROKEN))  # it was begun
            return self._done[name]

    async def _step(self, printer: Printer, name: str, ask: Mapping[str, Any]) -> tuple[str, str]:
        match ask.get("step"):
            case "ready":
                return await _outcome(self._ready(printer))
            case "print":
                return await self._print(printer, name, base64.b64decode(str(ask.get("data")), validate=True))
            case _:
                await printer.close()
                return "ok", ""

    async def _ready(self, printer: Printer) -> str:
        return "near_end" if (await printer.ready()).near_end else "ok"

    async def _print(self, printer: Printer, name: str, data: bytes) -> tuple[str, str]:
        if name in self._done:
            return self._done[name]
        self._remember(name, ("unknown", "restart"))  # until it is known
        outcome = await _outcome(self._printed(printer, data))
        self._remember(name, outcome)
        return outcome

    async def _printed(self, printer: Printer, data: bytes) -> str:
        return (await printer.print(data)).value

    def _remember(self, name: str, outcome: tuple[str, str]) -> None:
        self._done[name] = outcome
        while len(self._done) > REMEMBERED:
            self._done.popitem(last=False)


async def _outcome(work: Awaitable[str]) -> tuple[str, str]:
    try:
        return await work, ""
    except DeviceUnavailable as why:
        return "unavailable", str(why)
    except DeviceMisconfigured as why:
        return "misconfigured", str(why)
    except SlipUnknown as doubt:
        return "unknown", str(doubt)


async def _answer(socket: ClientConnection, name: str, outcome: str, detail: str) -> None:
    message = {"type": "printer", "id": name, "outcome": outcome, "detail": detail}
    with contextlib.suppress(ConnectionClosed):  # the server has called it unknown meanwhile
        await socket.send(json.dumps(message))


def _message(text: str | bytes) -> Mapping[str, Any]:
    """What cannot be read says nothing."""
    with contextlib.suppress(ValueError):
        heard = json.loads(text)
        if isinstance(heard, dict):
            return heard
    return {}
