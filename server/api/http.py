"""The HTTP side put together: errors in one shape."""

import logging

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from server.access.refusals import AccessRefused
from server.api.answering.errors import NotGiven, answer, invalid, problem, problem_of
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
        refusal = answer(problem_of(error))
        if isinstance(error, HTTPException) and error.headers:
            refusal.headers.update(error.headers)  # which methods there are
        return refusal

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
