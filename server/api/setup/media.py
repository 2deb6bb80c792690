"""Pictures and films of a hall: the set-up page brings them, boards and slips show them."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from fastapi import APIRouter, Request, Response

from server.access.actors import Actor
from server.access.rights import require_set_up
from server.api.answering.answers import bytes_of, file
from server.api.answering.errors import answer, problem
from server.api.answering.files import FileAnswer
from server.devices.media import KeptMedium, find, keep
from server.journal import StorageFailed

log = logging.getLogger(__name__)

TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "mp4": "video/mp4",
    "webm": "video/webm",
}
KEPT = {
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
}


T = TypeVar("T")


async def brought(folder: Path, data: bytes, keeps: Callable[[Path, bytes], T]) -> T:
    """What is kept of a file that somebody brings; judging and writing it holds nobody up."""
    try:
        return await asyncio.to_thread(keeps, folder, data)
    except OSError as why:
        log.exception("a file that was brought could not be kept")
        raise StorageFailed(str(why)) from why


def media_routes(folder: Path, actor_of: Callable[[Request], Awaitable[Actor]]) -> APIRouter:
    router = APIRouter(tags=["media"])

    @router.post("/api/media", openapi_extra={"requestBody": bytes_of(*TYPES.values())})
    async def bring(request: Request) -> KeptMedium:
        """The file itself as the body; its type is told by its bytes, not by what the sender says."""
        require_set_up(await actor_of(request))
        return await brought(folder, await request.body(), keep)

    @router.get("/media/{name}", response_class=Response, responses=file(*TYPES.values()))
    async def show(name: str) -> Response:
        path = find(folder, name)
        if path is None:
            return answer(problem("not_found"))
        return FileAnswer(path, media_type=TYPES[path.suffix[1:]], headers=KEPT)

    return router
