"""What every answer says to browsers: run nothing, guess nothing, tell nobody, be framed nowhere, speak so.

A page brings a policy of its own (`pages.py`); all else, were it opened as a page, may do nothing at all.
"""

from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.domain.config.chinese_alone import Languages

NOTHING = b"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
ALWAYS = (
    (b"content-security-policy", NOTHING),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)
# Whom an answer's words are for. A page without a socket learns by it what the hall speaks; it reads all day.
SPOKEN: dict[Languages, bytes] = {"both": b"zh-CN, en", "zh": b"zh-CN"}


class SafeHeaders:
    """Raw ASGI: a middleware class costs a millisecond."""

    def __init__(self, app: ASGIApp, languages: Callable[[], Languages]) -> None:
        self._app, self._languages = app, languages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def safe(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", ()))
                there = {name.lower() for name, _ in headers}
                headers += [pair for pair in ALWAYS if pair[0] not in there]
                if scope["method"] == "GET" and scope["path"].startswith("/api/"):
                    headers.append((b"content-language", SPOKEN[self._languages()]))
                message = {**message, "headers": headers}
            await send(message)

        await self._app(scope, receive, safe)
