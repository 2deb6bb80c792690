"""A file as an answer: the framework's own, but what it refuses leaves in the shape of every other error."""

import asyncio
import os
import stat
from collections.abc import Mapping
from pathlib import Path

from fastapi.responses import FileResponse
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send
from typing_extensions import override

from server.api.answering.errors import answer, problem

REFUSED = 400  # from here on


class FileAnswer(FileResponse):
    """A file that goes between being found and being sent is not found; a `Range` it has not is said so."""

    def __init__(self, path: Path, media_type: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(path, media_type=media_type, headers=headers)

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            status = await asyncio.to_thread(os.stat, self.path)
        except OSError:
            status = None
        if status is None or not stat.S_ISREG(status.st_mode):
            await answer(problem("not_found"))(scope, receive, send)
            return
        self.stat_result = status
        self.set_stat_headers(status)
        refused = False

        async def watched(message: Message) -> None:
            nonlocal refused
            if message["type"] == "http.response.start" and message["status"] >= REFUSED:
                refused = True
                ours = answer(problem("no_such_range", bytes=status.st_size))
                if length := Headers(raw=message["headers"]).get("content-range"):
                    ours.headers["content-range"] = length
                await ours(scope, receive, send)
            elif not refused:
                await send(message)

        await super().__call__(scope, receive, watched)
