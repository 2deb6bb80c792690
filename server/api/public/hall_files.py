"""Sounds by names nobody can guess; the virtual printer's slips. No name walks out of its folder."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fastapi import APIRouter, Request, Response

from server.access.actors import Actor
from server.access.rights import require_set_up
from server.api.answering.answers import file
from server.api.answering.errors import answer, problem
from server.api.answering.files import FileAnswer
from server.devices.errors import DeviceMisconfigured, DeviceUnavailable
from server.devices.speaking.sounds import SoundStore
from server.devices.speaking.speech_texts import SPOKEN, KioskScreen
from server.domain.config.chinese_alone import heard_in
from server.live_hall import LiveHall

SHOWN = 50  # slips
PATIENCE = 6.0  # s a voice may take while somebody stands at the kiosk
FOREVER = {"cache-control": "public, max-age=86400, immutable"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPicture:
    """A slip of the virtual printer."""

    url: str
    at: datetime


def file_routes(
    live: LiveHall,
    sounds: SoundStore,
    slips: Path,
    actor_of: Callable[[Request], Awaitable[Actor]],
    *,
    is_demo: bool,
) -> APIRouter:
    router = APIRouter(tags=["files"])

    async def require_tray(request: Request) -> None:
        """A slip bears its customer's code and is named by a count: for whoever sets the hall up."""
        if not is_demo:
            require_set_up(await actor_of(request))

    @router.get("/sounds/{name}.wav", response_class=Response, responses=file("audio/wav"))
    async def sound(name: str) -> Response:
        path = sounds.find(name)
        return FileAnswer(path, media_type="audio/wav", headers=FOREVER) if path else _not_found()

    @router.get("/api/speech/{screen}", response_class=Response, responses=file("audio/wav"))
    async def speech(screen: str, lang: str = "zh") -> Response:
        if screen not in set(KioskScreen):
            return _not_found()
        words, language = SPOKEN[KioskScreen(screen)], heard_in(live.hall.config, lang)
        try:
            path = await sounds.phrase(words.in_(language), language, patience=PATIENCE)
        except (DeviceUnavailable, DeviceMisconfigured):
            return _not_found()
        return FileAnswer(path, media_type="audio/wav")

    @router.get("/api/slips")
    async def list_slips(request: Request) -> list[SlipPicture]:
        await require_tray(request)
        return await asyncio.to_thread(_newest, slips)

    @router.get("/slips/{name}.png", response_class=Response, responses=file("image/png"))
    async def slip(request: Request, name: str) -> Response:
        await require_tray(request)
        path = slips / f"{name}.png"
        if not re.fullmatch(r"[\w-]{1,64}", name) or not path.is_file():
            return _not_found()
        return FileAnswer(path, media_type="image/png")

    return router


def _newest(slips: Path) -> list[SlipPicture]:
    """Looked at once each: a slip that is tidied away meanwhile is not in the list."""
    slips_by_age: list[tuple[float, str]] = []
    for path in slips.glob("*.png"):
        with suppress(OSError):
            slips_by_age.append((path.stat().st_mtime, path.name))
    newest = sorted(slips_by_age, reverse=True)[:SHOWN]
    return [SlipPicture(url=f"/slips/{name}", at=datetime.fromtimestamp(at, UTC)) for at, name in newest]


def _not_found() -> Response:
    return answer(problem("not_found"))
