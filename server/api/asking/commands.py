"""Commands by HTTP POST, one address each, for kiosks, scripts and third parties.

Answered before FastAPI is asked: its routing and dependencies cost as much as the command itself.
`api/description.py` says all the same what there is.
"""

import logging
from collections.abc import Awaitable, Callable

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from server.access.actors import Actor
from server.api.answering.errors import answer, problem, problem_of
from server.api.asking.desk import Desk, done_json
from server.api.asking.wire import COMMANDS, parse

log = logging.getLogger(__name__)

PREFIX = "/api/commands/"

ActorOf = Callable[[Request], Awaitable[Actor]]


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
        asked = parse(name, await request.body())
        return Response(done_json(await self._desk.ask(actor, asked)), media_type="application/json")


def _refusal(error: Exception) -> Response:
    problem = problem_of(error)
    if problem.code == "broken":
        log.error("a command broke", exc_info=error)
    return answer(problem)
