"""The socket to the hall: opened for ever, with full jitter, and distrusted when it is silent."""

import asyncio
import json
import random
import ssl
from collections.abc import Callable

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from counter_client.keypad.keypad_texts import SAYS
from counter_client.keypad.session import Messages, Session

SILENCE = 12.0  # s without a word: dead, whatever the socket believes (a beat comes every 5)
FIRST, LONGEST = 0.25, 10.0  # s


def delay(tries: int, chance: float) -> float:
    """Seconds before the next try; `chance` from 0 to 1 spreads a hall full of screens."""
    longest: float = min(LONGEST - 0.05, FIRST * 2 ** min(tries, 10))
    return 0.05 + chance * longest


def socket_address(server: str) -> str:
    """The address of the socket on a server given as http(s)://host:port."""
    return server.rstrip("/").replace("http", "ws", 1) + "/ws"


class Link:
    """`changed` is called whenever there may be something new to show; `trust` is for https only."""

    def __init__(
        self,
        server: str,
        session: Session,
        clock: Callable[[], float],
        changed: Callable[[], None],
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self._address, self._session = socket_address(server), session
        self._clock, self._changed, self._trust = clock, changed, trust
        self._socket: ClientConnection | None = None
        self._tries = 0

    async def run(self) -> None:
        """Until the hall says that we may not come in; `session.over` says why."""
        while True:
            try:
                await self._talk()
            except ssl.SSLCertVerificationError:
                self._session.troubled("line", SAYS["untrusted"])
            except (OSError, WebSocketException):
                pass  # gone, or not there yet
            finally:
                self._socket = None
                self._session.lost()
                self._changed()
            if self._session.over:
                return
            await asyncio.sleep(delay(self._tries, random.random()))
            self._tries += 1

    async def send(self, messages: Messages) -> None:
        """What cannot be sent is not lost: the session says it again on the next line."""
        if self._socket is None:
            return
        try:
            for message in messages:
                await self._socket.send(json.dumps(message))
        except ConnectionClosed:
            return

    async def _talk(self) -> None:
        async with connect(
            self._address,
            compression=None,
            proxy=None,  # the hall is in the house
            ping_interval=None,  # the hall's beat says as much
            open_timeout=SILENCE,
            close_timeout=1,
            ssl=self._trust,
        ) as socket:
            self._socket = socket
            self._session.troubled("line", None)
            await self.send(self._session.opened())
            while not self._session.over:
                async with asyncio.timeout(SILENCE):
                    text = await socket.recv(decode=True)
                self._tries = 0  # only a line that speaks counts as a line
                await self.send(self._session.heard(text, self._clock()))
                self._changed()
