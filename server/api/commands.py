"""Commands by HTTP POST, one address each, for kiosks, scripts and third parties."""

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic.json_schema import models_json_schema
from pydantic_core import to_json

from server.access.actors import Actor
from server.api.desk import Desk
from server.api.wire import COMMANDS, MODELS, parse

REF = "#/components/schemas/{model}"

ActorOf = Callable[[Request], Awaitable[Actor]]


def command_routes(desk: Callable[[], Desk], actor_of: ActorOf) -> APIRouter:
    """A route per command of the domain; a new command is served without a line here."""
    router = APIRouter(prefix="/api/commands", tags=["commands"])
    for name in MODELS:
        router.add_api_route(
            f"/{name}",
            _route(name, desk, actor_of),
            methods=["POST"],
            operation_id=name,
            summary=(COMMANDS[name].__doc__ or name).partition("\n")[0],
            openapi_extra=_body(name),
        )
    return router


def _route(
    name: str, desk: Callable[[], Desk], actor_of: ActorOf
) -> Callable[[Request], Awaitable[Response]]:
    async def route(request: Request) -> Response:
        actor = await actor_of(request)
        asked = parse(name, await request.body())
        return Response(to_json(await desk().ask(actor, asked)), media_type="application/json")

    return route


def _body(name: str) -> dict[str, Any]:
    schema = {"$ref": REF.format(model=MODELS[name].__name__)}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def command_schemas() -> dict[str, Any]:
    """The bodies for the OpenAPI description; the routes read them without FastAPI's machinery."""
    _, found = models_json_schema([(m, "validation") for m in MODELS.values()], ref_template=REF)
    schemas: dict[str, Any] = found["$defs"]
    return schemas
