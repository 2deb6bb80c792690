"""How much a request may bring and how long it may take over it, settled before anything of it is read."""

import asyncio
import math
from collections.abc import Awaitable, Callable

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.api.answering.errors import answer, problem

KIB = 1024
MIB = 1024 * KIB
LARGEST_BODY = 64 * KIB
LARGER = {  # by the beginning of the path
    "/api/media": 20 * MIB,
    "/api/documents": 20 * MIB,  # what is larger than a document may be is told so
    "/api/setup": MIB,
}
LARGEST_OF_STRANGERS = 8 * KIB
WITHIN = 15.0  # s
LARGE_WITHIN = 120.0


class Bounded:
    """`knows` says whether the request's token is good: only then may a body be more than a form."""

    def __init__(
        self, app: ASGIApp, knows: Callable[[Scope], Awaitable[bool]], *, within: float = WITHIN
    ) -> None:
        self._app, self._knows, self._within = app, knows, within

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        size = body_size(scope) if scope["type"] == "http" else 0
        return self._bounded(size, scope, receive, send) if size else self._app(scope, receive, send)

    async def _bounded(self, size: float, scope: Scope, receive: Receive, send: Send) -> None:
        largest = largest_body(scope["path"])
        if size > LARGEST_OF_STRANGERS and not await self._knows(scope):
            largest = LARGEST_OF_STRANGERS
        if math.isfinite(size) and size > largest:
            await answer(problem("too_large"))(scope, receive, send)  # `connections.py` ends what still comes
            return
        body = _Body(receive, largest, LARGE_WITHIN if largest > LARGEST_BODY else self._within)
        await self._app(scope, body.receive, body.closing(send))


def body_size(scope: Scope) -> float:
    """As it says itself; infinite where it does not say."""
    headers: dict[bytes, bytes] = dict(scope["headers"])
    if b"transfer-encoding" in headers:
        return math.inf
    size = headers.get(b"content-length", b"0")
    return int(size) if size.isdigit() and len(size) < 16 else math.inf  # noqa: PLR2004  # no such disk


def largest_body(path: str) -> int:
    return next((size for start, size in LARGER.items() if path.startswith(start)), LARGEST_BODY)


class _Body:
    """Cuts off a body that grows past its bound without having said so, or that drips."""

    def __init__(self, receive: Receive, largest: int, within: float) -> None:
        self._receive, self._largest = receive, largest
        self._until = asyncio.get_running_loop().time() + within
        self._seen, self._whole, self._late = 0, False, False

    async def receive(self) -> Message:
        if self._whole:  # what comes now is the end of the line, and nobody hurries that
            return await self._receive()
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
        except TimeoutError:
            self._late = True
            raise HTTPException(408) from None
        self._seen += len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        if self._seen > self._largest:
            raise HTTPException(413)
        return message

    def closing(self, send: Send) -> Send:
        """The rest of a body that drips is not waited for."""

        async def closed(message: Message) -> None:
            if self._late and message["type"] == "http.response.start":
                headers = [*message.get("headers", ()), (b"connection", b"close")]
                message = {**message, "headers": headers}
            await send(message)

        return closed
