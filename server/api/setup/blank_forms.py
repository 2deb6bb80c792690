"""A business's forms as PDF documents: the set-up page brings them, everybody opens and prints them."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import APIRouter, Request, Response

from server.access.actors import Actor
from server.access.rights import require_set_up
from server.api.answering.answers import bytes_of, file
from server.api.answering.errors import answer, problem
from server.api.answering.files import FileAnswer
from server.api.setup.media import KEPT, brought
from server.devices.blank_forms import KeptDocument, find_document, keep_document

PDF = "application/pdf"


def document_routes(folder: Path, actor_of: Callable[[Request], Awaitable[Actor]]) -> APIRouter:
    router = APIRouter(tags=["media"])

    @router.post("/api/documents", openapi_extra={"requestBody": bytes_of(PDF)})
    async def bring(request: Request) -> KeptDocument:
        """The file itself as the body; what it is, is told by its bytes."""
        require_set_up(await actor_of(request))
        return await brought(folder, await request.body(), keep_document)

    @router.get("/documents/{name}", response_class=Response, responses=file(PDF))
    async def show(name: str) -> Response:
        """To read where it is opened; nothing in it runs as a page of the hall."""
        path = find_document(folder, name)
        if path is None:
            return answer(problem("not_found"))
        return FileAnswer(path, media_type=PDF, headers={**KEPT, "content-disposition": "inline"})

    return router
