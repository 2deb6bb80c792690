"""Pictures and films of a hall: the set-up page brings them, boards and slips show them."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request, Response

from server.access.actors import Actor
from server.access.rights import require_set_up
from server.api.errors import answer, problem
from server.api.files import FileAnswer
from server.devices.media import NotMedia, find, keep

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


def media_routes(folder: Path, actor_of: Callable[[Request], Awaitable[Actor]]) -> APIRouter:
    router = APIRouter(tags=["media"])

    @router.post("/api/media")
    async def bring(request: Request) -> Any:
        """The file itself as the body; its type is told by its bytes, not by what the sender says."""
        require_set_up(await actor_of(request))
        data = await request.body()
        try:
            return asdict(await asyncio.to_thread(keep, folder, data))
        except NotMedia as why:
            return answer(problem(str(why)))
        except OSError:
            log.exception("a medium could not be kept")
            return answer(problem("storage_failed"))

    @router.get("/media/{file}", include_in_schema=False)
    async def show(file: str) -> Response:
        found = find(folder, file)
        if found is None:
            return answer(problem("not_found"))
        return FileAnswer(found, media_type=TYPES[found.suffix[1:]], headers=KEPT)

    return router
