"""Tells systemd that the doors are open and that the hall still answers (sd_notify, `WatchdogSec=`).

A server whose loop is stuck, or whose writer hangs on a disk, says nothing more, and systemd starts it anew.
"""

import asyncio
import logging
import os
import socket
from collections.abc import Mapping

from server.domain.equipment.commands import RecordShown
from server.domain.refusals import Refused
from server.journal import StorageFailed
from server.live_hall import LiveHall, Overloaded

log = logging.getLogger(__name__)

NOTHING = RecordShown(call="", screen="watchdog")  # changes nothing and is never written down
SIGNS = 3  # of life in one `WatchdogSec`


class Watchdog:
    """`address` is a socket's path, or its name after an @, "" where nobody listens; `within` is seconds."""

    def __init__(self, live: LiveHall, address: str, within: float | None) -> None:
        self._live, self._address = live, address
        self._every = within / SIGNS if within else None
        self._open = asyncio.Event()
        self._seen = -1

    @classmethod
    def of_systemd(cls, live: LiveHall, environment: Mapping[str, str] = os.environ) -> "Watchdog":
        """As systemd has told this process, or one that says nothing."""
        meant = environment.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
        microseconds = environment.get("WATCHDOG_USEC", "") if meant else ""
        return cls(
            live,
            environment.get("NOTIFY_SOCKET", ""),
            int(microseconds) / 1e6 if microseconds.isdigit() else None,
        )

    def doors_open(self) -> None:
        """Whoever waited for this service may go on: kiosks, boards, `systemctl start`."""
        self._say("READY=1")
        self._open.set()

    async def run(self) -> None:
        """Give signs of life from the opening of the doors until cancelled."""
        try:
            await self._open.wait()
            while True:
                if self._every is None or not self._address:
                    await asyncio.Event().wait()
                elif await self._writer_answers(self._every):
                    self._say("WATCHDOG=1")
                else:
                    log.critical("the hall's writer does not answer")
                await asyncio.sleep(self._every or 0)
        except asyncio.CancelledError:
            self._say("STOPPING=1")
            raise

    async def _writer_answers(self, within: float) -> bool:
        """A refusal is an answer; so is a hall too busy for this question as long as it gets on."""
        before, self._seen = self._seen, self._live.hall.seq
        try:
            async with asyncio.timeout(within):
                await self._live.apply(NOTHING, actor="system:watchdog", request="watchdog")
        except (TimeoutError, Overloaded):
            return self._live.hall.seq != before
        except (Refused, StorageFailed):
            return True
        return True

    def _say(self, what: str) -> None:
        if not self._address:
            return
        name = f"\0{self._address[1:]}" if self._address.startswith("@") else self._address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
                sock.setblocking(False)
                sock.sendto(what.encode(), name)
        except OSError as why:
            log.warning("systemd was not told %s: %s", what, why)
