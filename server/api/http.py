"""The HTTP side put together: errors in one shape, a description for third parties."""

import asyncio
import logging
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from pydantic_core import to_json
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from server.access.refusals import AccessRefused
from server.api.commands import command_paths, command_schemas
from server.api.errors import NotGiven, answer, invalid, problem, problem_of
from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.media import NotMedia
from server.domain.refusals import Refused
from server.journal import StorageFailed
from server.live_hall import Overloaded

log = logging.getLogger(__name__)

FORESEEN = (
    OperationalError,
    Refused,
    AccessRefused,
    ValidationError,
    HTTPException,
    StorageFailed,
    Overloaded,
    DeviceUnavailable,
    DeviceMisconfigured,
    NotGiven,
    NotMedia,
)


def add_errors(app: FastAPI) -> None:
    """Every failure leaves in the shape of `errors.Problem`."""

    async def foreseen(request: Request, error: Exception) -> Response:
        told = answer(problem_of(error))
        if isinstance(error, HTTPException) and error.headers:
            told.headers.update(error.headers)  # which methods there are
        return told

    async def malformed(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return answer(invalid(error.errors()))

    async def bug(request: Request, error: Exception) -> Response:
        log.error("a request broke", exc_info=error)
        return answer(problem("broken"))

    for kind in FORESEEN:
        app.add_exception_handler(kind, foreseen)
    app.add_exception_handler(RequestValidationError, malformed)
    app.add_exception_handler(Exception, bug)


REFUSED = "#/components/schemas/Problem"
PROBLEM = {
    "type": "object",
    "description": "Why not: the code for programs, the text for people.",
    "required": ["code", "text", "fields"],
    "properties": {
        "code": {"type": "string"},
        "text": {
            "type": "object",
            "required": ["zh", "en"],
            "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
        },
        "fields": {"type": "object", "additionalProperties": {"type": "string"}},
    },
}


def _tell_of_refusals(described: dict[str, Any]) -> None:
    """Every operation refuses in the one shape, whatever its status; the framework describes its own."""
    described["components"]["schemas"]["Problem"] = PROBLEM
    for operations in described["paths"].values():
        for operation in operations.values():
            operation["responses"].pop("422", None)
            for status, why in (("4XX", "refused"), ("503", "not now")):
                shape = {"application/json": {"schema": {"$ref": REFUSED}}}
                operation["responses"][status] = {"description": why, "content": shape}


def describe(app: FastAPI) -> None:
    """Put the commands' bodies into the OpenAPI description."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            described = plain()
            described.setdefault("components", {}).setdefault("schemas", {}).update(command_schemas())
            described["paths"].update(command_paths())
            _tell_of_refusals(described)
        return app.openapi_schema or plain()

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way
    written: list[bytes] = []
    one_writes = asyncio.Lock()

    @app.get("/openapi.json", include_in_schema=False)
    async def description() -> Response:
        """Written once: it is long, and anybody may ask for it."""
        async with one_writes:
            if not written:
                written.append(await asyncio.to_thread(lambda: to_json(app.openapi())))
        return Response(written[0], media_type="application/json")
