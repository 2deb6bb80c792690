"""What every answer says to browsers: run nothing, guess nothing, tell nobody, be framed nowhere.

A page brings a policy of its own (`pages.py`); all else, were it opened as a page, may do nothing at all.
"""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

NOTHING = b"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
ALWAYS = (
    (b"content-security-policy", NOTHING),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)


class SafeHeaders:
    """Raw ASGI: a middleware class costs a millisecond."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def safe(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", ()))
                there = {name.lower() for name, _ in headers}
                headers += [pair for pair in ALWAYS if pair[0] not in there]
                message = {**message, "headers": headers}
            await send(message)

        await self._app(scope, receive, safe)
