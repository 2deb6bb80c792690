"""Commands by HTTP POST, one address each, for kiosks, scripts and third parties.

Answered before FastAPI is asked: its routing and dependencies cost as much as the command itself.
`api/description.py` says all the same what there is.

Most come whole and from somebody known a moment ago: there is nothing to pace, to wait for or to look up, and
`AtOnce` answers them before everybody else is asked. All others go the long way.
"""

import logging
from collections.abc import Awaitable, Callable

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from server.access.actors import Actor
from server.api.answering.errors import answer, problem, problem_of
from server.api.answering.safe_headers import ALWAYS
from server.api.asking.desk import Desk, done_json
from server.api.asking.wire import COMMANDS, parse
from server.api.pacing.bounded import LARGEST_BODY
from server.api.pacing.strangers import token_of

log = logging.getLogger(__name__)

PREFIX = "/api/commands/"

WHOLE = "hallqueue.whole"  # the ASGI extension by which a request offers its body, if it is here
Whole = Callable[[], bytes | None]
ANSWER = (
    "hallqueue.answer"  # and the one by which it takes the lines of a head and a body at once, or says no
)
Answer = Callable[[bytes, bytes], bool]
JSON = (*ALWAYS, (b"content-type", b"application/json"))
HEAD = b"".join(b"%s: %s\r\n" % header for header in JSON)

ActorOf = Callable[[Request], Awaitable[Actor]]
Remembered = Callable[[str], Actor | None]


class Commands:
    """An ASGI application for everything below `PREFIX`; a new command is served without a line here."""

    def __init__(self, desk: Desk, actor_of: ActorOf) -> None:
        self._desk, self._actor_of = desk, actor_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            reply = await self._answer(scope, receive)
        except ClientDisconnect:
            return
        except Exception as error:  # noqa: BLE001  # every failure goes back to who asked
            reply = _refusal(error)
        await reply(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive) -> Response:
        name = scope["path"][len(PREFIX) :]
        if name not in COMMANDS:
            return answer(problem("unknown_command", type=name))
        if scope["method"] != "POST":
            refused = answer(problem("method_not_allowed"))
            refused.headers["allow"] = "POST"
            return refused
        request = Request(scope, receive)
        actor = await self._actor_of(request)
        body = await self.done(actor, name, await request.body())
        return Response(body, media_type="application/json")

    async def done(self, actor: Actor, name: str, body: bytes) -> bytes:
        """Raises whatever `errors.problem_of` knows."""
        return done_json(await self._desk.ask(actor, parse(name, body)))


class AtOnce:
    """The outermost part of the server; `remembered` knows whose a token is that was just looked up."""

    def __init__(self, commands: Commands, remembered: Remembered, long_way: ASGIApp) -> None:
        self._commands, self._remembered, self._long_way = commands, remembered, long_way

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """A plain function: nothing of it stays behind while a screen's socket lives."""
        if scope["type"] == "http" and scope["path"].startswith(PREFIX) and scope["method"] == "POST":
            whole: Whole | None = scope.get("extensions", {}).get(WHOLE)  # not every server has it
            body, name = whole() if whole else None, scope["path"][len(PREFIX) :]
            if body is not None and len(body) <= LARGEST_BODY and name in COMMANDS:
                actor = self._remembered(token_of(scope))
                if actor is not None:
                    return self._answer(actor, name, body, scope["extensions"].get(ANSWER), send)
        return self._long_way(scope, receive, send)

    async def _answer(self, actor: Actor, name: str, body: bytes, answer: Answer | None, send: Send) -> None:
        status = 200
        try:
            content = await self._commands.done(actor, name, body)
        except Exception as error:  # noqa: BLE001  # every failure goes back to who asked
            refused = _refusal(error)
            status, content = refused.status_code, bytes(refused.body)
        else:
            if answer is not None and answer(HEAD + b"content-length: %d\r\n" % len(content), content):
                return
        length = (b"content-length", str(len(content)).encode())
        await send({"type": "http.response.start", "status": status, "headers": (*JSON, length)})
        await send({"type": "http.response.body", "body": content})


def _refusal(error: Exception) -> Response:
    problem = problem_of(error)
    if problem.code == "broken":
        log.error("a command broke", exc_info=error)
    return answer(problem)
