"""The lines to the server: who says nothing is let go, and nobody holds so many that others find none.

uvicorn's own protocol waits for ever for a request that never comes or never ends.
"""

import asyncio
import contextlib
import ipaddress
import logging
import sys
from collections import Counter
from functools import partial
from typing import Any, ClassVar

from typing_extensions import override
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from server.api.asking.commands import ANSWER, WHOLE

HEAD_WITHIN = 10.0  # s from the first byte, or from none, to the end of a request's head
LARGEST_HEAD = 64 * 1024
REST_WITHIN = 5.0  # s for the rest of a request that has been answered, so that its sender reads why
LARGEST_REST = 1024 * 1024
SELDOM, MOST_WARNINGS = 60.0, 100  # s; kinds of them
OF_ONE = 1000  # lines of one address; a hall's phones may share one
OK = b"HTTP/1.1 200 OK\r\n"
SPARE = 0.8  # of the files the process may open: the journal, the sounds and the screens need theirs


class Seldom(logging.Filter):
    """Lets the same warning through once a minute: whoever sends nonsense must not fill the log."""

    def __init__(self) -> None:
        super().__init__()
        self._last: dict[object, float] = {}

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno != logging.WARNING:
            return True
        if record.created - self._last.get(record.msg, -SELDOM) < SELDOM:
            return False
        if len(self._last) >= MOST_WARNINGS:
            self._last.clear()
        self._last[record.msg] = record.created
        return True


class Crowd:
    """Every line on which no screen has introduced itself, by address, the oldest first."""

    def __init__(self, most: int, of_one: int = OF_ONE) -> None:
        self._most, self._of_one = most, of_one
        self._lines: dict[Connection, str] = {}
        self._by_address: Counter[str] = Counter()

    def came(self, line: "Connection", address: str) -> None:
        """Where there are too many the oldest idle line goes, of whoever holds the most."""
        self._lines[line] = address
        self._by_address[address] += 1
        if self._by_address[address] > self._of_one and not _is_this_machine(address):
            self._drop_one(address)
        elif len(self._lines) > self._most:
            self._drop_one(self._by_address.most_common(1)[0][0])

    def went(self, line: "Connection") -> None:
        address = self._lines.pop(line, None)
        if address is not None:
            self._by_address[address] -= 1
            if not self._by_address[address]:
                del self._by_address[address]

    def __len__(self) -> int:
        return len(self._lines)

    def _drop_one(self, address: str) -> None:
        mine = (line for line, of in self._lines.items() if of == address)
        newest = next(reversed(self._lines))
        line = next((line for line in mine if line.is_idle), newest)
        self.went(line)
        line.hang_up()


class Connection(HttpToolsProtocol):
    """One line; `crowd` is put in by `connections`."""

    crowd: ClassVar[Crowd]
    head_within: ClassVar[float] = HEAD_WITHIN
    _patience: asyncio.TimerHandle | None = None
    _left = 0  # bytes that may come before what is waited for
    _begun = False  # a head has begun and has not ended

    @property
    def is_idle(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle
        return cycle is None or cycle.response_complete

    def hang_up(self) -> None:
        self.transport.close()

    @override
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # uvicorn's own
        super().connection_made(transport)
        self.crowd.came(self, self.client[0] if self.client else "")
        self._wait(self.head_within, LARGEST_HEAD)

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self.crowd.went(self)
        self._it_is_here()
        super().connection_lost(exc)

    @override
    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._begun:  # most heads come whole: no alarm is set for them
            self._wait(self.head_within, LARGEST_HEAD)
        if self._patience is not None:
            self._left -= len(data)
            if self._left < 0:
                self.hang_up()

    @override
    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._begun = True

    @override
    def on_headers_complete(self) -> None:
        self._it_is_here()
        super().on_headers_complete()
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is not None and cycle.scope is self.scope:  # no upgrade
            ours: Any = {WHOLE: partial(_whole, cycle), ANSWER: partial(_answered, cycle)}
            self.scope["extensions"] = ours

    @override
    def on_message_complete(self) -> None:
        self._it_is_here()
        super().on_message_complete()

    @override
    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self.cycle.response_complete and self.cycle.more_body:
            self._wait(REST_WITHIN, LARGEST_REST)

    @override
    def handle_websocket_upgrade(self) -> None:
        self.crowd.went(self)  # `Screens` bounds those that do not say hello
        self._it_is_here()
        super().handle_websocket_upgrade()
        # It holds this line, which holds it: an idle screen would keep both.
        self.parser = None  # type: ignore[assignment]  # as uvicorn itself does at the end of a line

    def _wait(self, seconds: float, most: int) -> None:
        if self._patience is None:
            self._left = most
            self._patience = self.loop.call_later(seconds, self.hang_up)

    def _it_is_here(self) -> None:
        self._begun = False
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None


def _whole(cycle: RequestResponseCycle) -> bytes | None:
    """The request's body, where all of it has come: most come with their heads."""
    return None if cycle.more_body else bytes(cycle.body)


def _answered(cycle: RequestResponseCycle, head: bytes, body: bytes) -> bool:
    """An answer that is there as a whole, in one write: what `send` makes of it, header by header, in two.

    False where more is to be minded than that: then nothing is written.
    """
    if cycle.response_started or cycle.disconnected or not cycle.keep_alive or cycle.flow.write_paused:
        return False
    cycle.response_started = cycle.response_complete = True
    cycle.waiting_for_100_continue = False
    usual = (part for name, value in cycle.default_headers for part in (name, b": ", value, b"\r\n"))
    cycle.transport.write(b"".join((OK, *usual, head, b"\r\n", body)))
    cycle.message_event.set()
    cycle.on_response()
    return True


def connections(most: int, *, head_within: float = HEAD_WITHIN, of_one: int = OF_ONE) -> type[Connection]:
    """The protocol for one server, with a crowd of its own."""
    own: dict[str, Any] = {"crowd": Crowd(most, of_one), "head_within": head_within}
    return type("Connection", (Connection,), own)


def room_for() -> int:
    """How many lines may be open at once; takes all files the process is allowed."""
    if sys.platform == "win32":
        return 4000
    import resource  # noqa: PLC0415  # not there on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 65536 if hard == resource.RLIM_INFINITY else min(hard, 65536)
    if soft < wanted:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
    return int(soft * SPARE)


def _is_this_machine(address: str) -> bool:
    """A proxy on this machine brings everybody."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
