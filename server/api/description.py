"""The description of the interface, for third parties and for the pages, which are compiled with it: OpenAPI.

What the framework serves it describes from the routes' annotations. Commands it never sees, and a socket it
has no word for: for these, routes are made here that are described and serve nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

from fastapi import APIRouter, FastAPI, Response
from fastapi.openapi.utils import get_openapi
from pydantic_core import to_json

from server.api.answering.answers import REF, Responses
from server.api.answering.errors import Problem
from server.api.asking.commands import PREFIX
from server.api.asking.desk import DONE, NamedDone
from server.api.asking.wire import COMMANDS, MODELS
from server.api.screens.messages import FromServer, ToServer

SOCKET = "/ws"
REFUSALS = {"4XX": "refused", "503": "not now"}
Schema = dict[str, Any]


def describe(app: FastAPI) -> None:
    """Let it tell of all that is served here, by whomever."""

    def openapi() -> Schema:
        if app.openapi_schema is None:
            app.openapi_schema = described(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way


def description_route(openapi: Callable[[], Schema]) -> APIRouter:
    """Serve the description at `/openapi.json`; it is made when it is first asked for."""
    router = APIRouter(include_in_schema=False)
    written: list[bytes] = []
    one_writes = asyncio.Lock()

    @router.get("/openapi.json")
    async def description() -> Response:
        """Written once: it is long, and anybody may ask for it."""
        async with one_writes:
            if not written:
                written.append(await asyncio.to_thread(lambda: to_json(openapi())))
        return Response(written[0], media_type="application/json")

    return router


def described(app: FastAPI) -> Schema:
    """The whole document: what is served here, the commands, the socket."""
    router = APIRouter()
    refusal: Responses = {"default": {"model": Problem}}
    router.add_api_route(
        SOCKET, _taking(ToServer), methods=["POST"], response_model=FromServer, responses=refusal
    )
    document = get_openapi(title=app.title, version=app.version, routes=[*app.routes, *router.routes])
    socket = document["paths"].pop(SOCKET)["post"]
    refused = socket["responses"]["default"]["content"]
    document["paths"] |= {f"{PREFIX}{name}": {"post": _command(name)} for name in MODELS}
    document["paths"][SOCKET] = {"get": _socket(socket)}
    for operation in operations(document):
        operation["responses"].pop("422", None)  # the framework's own shape for it
        operation["responses"] |= {
            status: {"description": why, "content": refused} for status, why in REFUSALS.items()
        }
    _say_that_answers_are_whole(document)
    return document


def operations(document: Schema) -> Iterator[Schema]:
    for path in document["paths"].values():
        yield from path.values()


def _command(name: str) -> Schema:
    kind = COMMANDS[name]
    return {
        "tags": ["commands"],
        "operationId": name,
        "summary": (kind.__doc__ or name).partition("\n")[0],
        "requestBody": {"required": True, "content": _json(MODELS[name])},
        "responses": {"200": {"description": "done", "content": _json(DONE.get(kind, NamedDone))}},
    }


def _json(kind: type) -> Schema:
    return {"application/json": {"schema": {"$ref": REF.format(model=kind.__name__)}}}


def _taking(body: Any) -> Callable[..., Awaitable[None]]:
    """A route's function that takes this body; it is never called."""

    async def serve(asked: Any) -> None: ...

    serve.__annotations__["asked"] = body
    return serve


def _socket(posted: Schema) -> Schema:
    """OpenAPI knows no messages: what goes each way stands beside the answer that opens the line."""
    (sent,) = posted["requestBody"]["content"].values()
    (heard,) = posted["responses"]["200"]["content"].values()
    return {
        "tags": ["socket"],
        "operationId": "socket",
        "summary": "A WebSocket: hello and commands in; views, cues, answers and heartbeats out. Protocol 1.",
        "responses": {"101": {"description": "The line is open; the first message is hello."}},
        "x-to-server": sent["schema"],
        "x-from-server": heard["schema"],
    }


def _say_that_answers_are_whole(document: Schema) -> None:
    """A field with a default is always there in what is sent; only in what is taken may it be missing."""
    schemas = document["components"]["schemas"]
    taken: set[str] = set()
    sent: set[str] = set()
    for operation in operations(document):
        _reach(schemas, operation.get("requestBody"), taken)
        _reach(schemas, operation.get("x-to-server"), taken)
        _reach(schemas, [operation["responses"], operation.get("x-from-server")], sent)
    for name in sent - taken:
        if fields := schemas[name].get("properties"):
            schemas[name]["required"] = list(fields)


def _reach(schemas: Schema, part: Any, names: set[str]) -> None:
    """Add the names of all that it refers to, however far."""
    if isinstance(part, list):
        for one in part:
            _reach(schemas, one, names)
    elif isinstance(part, dict):
        name = str(part.get("$ref", "")).rpartition("/")[2]
        if name and name not in names:
            names.add(name)
            _reach(schemas, schemas[name], names)
        for one in part.values():
            _reach(schemas, one, names)
