"""The HTTP side put together: errors in one shape, bounded bodies, a description for third parties."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.access.refusals import AccessRefused
from server.api.commands import command_paths, command_schemas
from server.api.errors import answer, problem, problem_of
from server.domain.refusals import Refused
from server.journal import StorageFailed
from server.live_hall import Overloaded

log = logging.getLogger(__name__)

LARGEST_BODY = 64 * 1024
MIB = 1024 * 1024
LARGER = {  # by the beginning of the path
    "/api/media": 20 * MIB,
    "/api/setup": MIB,
}
FORESEEN = (
    OperationalError,
    Refused,
    AccessRefused,
    ValidationError,
    HTTPException,
    StorageFailed,
    Overloaded,
)


def add_errors(app: FastAPI) -> None:
    """Every failure leaves in the shape of `errors.Problem`."""

    async def foreseen(request: Request, error: Exception) -> Response:
        return answer(problem_of(error))

    async def malformed(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        where = "; ".join(".".join(map(str, e["loc"])) + ": " + e["msg"] for e in error.errors()[:5])
        return answer(problem("invalid", where=where))

    async def bug(request: Request, error: Exception) -> Response:
        log.error("a request broke", exc_info=error)
        return answer(problem("broken"))

    for kind in FORESEEN:
        app.add_exception_handler(kind, foreseen)
    app.add_exception_handler(RequestValidationError, malformed)
    app.add_exception_handler(Exception, bug)


def describe(app: FastAPI) -> None:
    """Put the commands' bodies into the OpenAPI description."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            described = plain()
            described.setdefault("components", {}).setdefault("schemas", {}).update(command_schemas())
            described["paths"].update(command_paths())
        return app.openapi_schema or plain()

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way


class Bounded:
    """Refuses a body larger than its address takes; raw ASGI: a middleware class costs a millisecond."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sizes = [value for name, value in scope["headers"] if name == b"content-length"]
        largest = largest_body(scope["path"])
        if sizes and int(sizes[0]) > largest:
            await answer(problem("too_large"))(scope, receive, send)
            return
        await self._app(scope, _counted(receive, largest), send)


def largest_body(path: str) -> int:
    return next((size for start, size in LARGER.items() if path.startswith(start)), LARGEST_BODY)


def _counted(receive: Receive, largest: int) -> Callable[[], Awaitable[Message]]:
    """Cut off a body that grows past the bound without having said so."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > largest:
            raise HTTPException(413)
        return message

    return counted
