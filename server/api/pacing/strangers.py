"""The pace of whoever comes without a token: what anybody on the Wi-Fi can ask costs next to nothing.

A bucket for each address and one for all: a page and its files come at once, more of them wait their turn,
and too many are told so. A phone behind a hall's one address waits a little; a good token never does.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.access.refusals import AccessRefused
from server.access.sources import network
from server.api.answering.errors import answer, problem_of
from server.api.pacing.bounded import body_size

BURST, A_SECOND = 300, 50.0  # of one address: an evening's Wi-Fi of phones looks less often
BURST_OF_ALL, A_SECOND_OF_ALL = 1000, 200.0
MOST_WAIT = 5.0  # s; who would wait longer is told to come back
MOST_ADDRESSES = 4096
BYTES_EACH = 64 * 1024  # a film costs as much as so many pages
MOST_FOR_A_BODY = 20.0  # turns, before it is known whether it may be brought
WRONG_TOKEN = 5.0  # turns: it was looked up in the tables


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float

    def wait(self, now: float, turns: float, burst: float, a_second: float) -> float:
        """Take so many turns; returns how long that has to wait."""
        self.left = min(burst, self.left + (now - self.at) * a_second) - turns
        self.at = now
        return max(0.0, -self.left / a_second)


class Strangers:
    """`clock` is the machine's steady one; `sleep` is asyncio's but for tests."""

    def __init__(
        self,
        clock: Callable[[], float],
        sleep: Callable[[float], "asyncio.Future[None] | object"] = asyncio.sleep,
        *,
        burst: float = BURST,
        a_second: float = A_SECOND,
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self.burst, self.a_second = burst, a_second
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._all = _Bucket(BURST_OF_ALL, clock())

    async def turn(self, address: str, turns: float = 1.0) -> None:
        """Wait until it is this address's turn. Refuse with `locked_out` where too many of it wait."""
        now, mine = self._clock(), self._of(address)
        wait = mine.wait(now, turns, self.burst, self.a_second)
        of_all = self._all.wait(now, turns, BURST_OF_ALL, A_SECOND_OF_ALL)
        longest = max(wait, of_all)
        if longest > MOST_WAIT:
            mine.left += turns
            self._all.left += turns
            raise AccessRefused("locked_out", minutes=1)
        if longest > 0:
            await self._sleep(longest)  # type: ignore[misc]  # asyncio's

    def owes(self, address: str) -> bool:
        """Whether its next turn is not at once."""
        now, mine = self._clock(), self._of(address)
        wait = mine.wait(now, 0, self.burst, self.a_second)
        return max(wait, self._all.wait(now, 0, BURST_OF_ALL, A_SECOND_OF_ALL)) > 0

    def charge(self, address: str, turns: float) -> None:
        """It has cost more than one turn; the next one waits for it."""
        mine = self._of(address)
        mine.wait(self._clock(), turns, self.burst, self.a_second)
        mine.left = max(mine.left, -MOST_WAIT * self.a_second)

    def _of(self, address: str) -> _Bucket:
        bucket = self._buckets.get(address)
        if bucket is None:
            bucket = self._buckets[address] = _Bucket(self.burst, self._clock())
            if len(self._buckets) > MOST_ADDRESSES:
                self._buckets.popitem(last=False)
        else:
            self._buckets.move_to_end(address)
        return bucket


class Paced:
    """The outermost part of the server: who shows a token that was good lately passes at once."""

    def __init__(self, app: ASGIApp, strangers: Strangers, familiar: Callable[[str], bool]) -> None:
        self._app, self._strangers, self._familiar = app, strangers, familiar

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """A plain function: nothing of it stays behind while a screen's socket lives."""
        if scope["type"] == "http" and not self._familiar(token_of(scope)):
            return self._stranger(scope, receive, send)
        if scope["type"] == "websocket" and self._strangers.owes(address_in(scope)):
            return self._knocking(scope, receive, send)
        return self._app(scope, receive, send)

    async def _stranger(self, scope: Scope, receive: Receive, send: Send) -> None:
        address = address_in(scope)
        try:
            await self._strangers.turn(address, 1 + min(body_size(scope) / BYTES_EACH, MOST_FOR_A_BODY))
        except AccessRefused as refused:
            reply = answer(problem_of(refused))
            reply.headers["connection"] = "close"
            await reply(scope, receive, send)
            return
        sent, status = 0, 0

        async def weighed(message: Message) -> None:
            nonlocal sent, status
            if message["type"] == "http.response.start":
                status = message["status"]
            sent += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, weighed)
        finally:
            cost = sent / BYTES_EACH + (WRONG_TOKEN if status == 401 and token_of(scope) else 0)  # noqa: PLR2004
            if cost >= 1:
                self._strangers.charge(address, cost)

    async def _knocking(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A socket shows its token in its first message only: it waits where its address owes turns."""
        try:
            await self._strangers.turn(address_in(scope), 0)
        except AccessRefused:
            await send({"type": "websocket.close", "code": 1013})
        else:
            await self._app(scope, receive, send)


def address_in(scope: Scope) -> str:
    client = scope.get("client")
    return network(client[0]) if client else ""


def token_of(scope: Scope) -> str:
    """The bearer token a request shows; "" without one."""
    for name, value in scope["headers"]:
        if name == b"authorization":
            scheme, _, token = value.decode("latin-1").partition(" ")
            return token.strip() if scheme.lower() == "bearer" else ""
    return ""
