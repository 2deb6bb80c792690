"""Pictures and films over HTTP: who may bring them, what is refused, how they are served."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI, Request
from starlette.types import Scope

from server.access.actors import Actor
from server.access.refusals import Unknown
from server.access.rights import RIGHTS
from server.api.http import add_errors
from server.api.pacing.bounded import LARGER, MIB, Bounded
from server.api.setup.media import media_routes
from server.domain.setup.commands import ConfigureHall
from tests.devices.test_media import MP4, PRETENDERS, SVG, picture


@asynccontextmanager
async def house(folder: Path, role: str = "hall_manager") -> AsyncIterator[httpx2.AsyncClient]:
    async def actor_of(request: Request) -> Actor:
        if "authorization" not in request.headers:
            raise Unknown
        return Actor(id="person:1", kind="person", role=role, name="周")

    app = FastAPI()
    app.include_router(media_routes(folder, actor_of))
    add_errors(app)

    async def knows(scope: Scope) -> bool:
        return any(name == b"authorization" for name, _ in scope["headers"])

    transport = httpx2.ASGITransport(Bounded(app, knows))
    async with httpx2.AsyncClient(transport=transport, base_url="http://hall") as http:
        yield http


BADGE = {"authorization": "Bearer x"}


async def test_a_picture_is_brought_once_and_shown_to_everybody(tmp_path: Path) -> None:
    async with house(tmp_path) as http:
        answer = await http.post("/api/media", content=picture(), headers=BADGE)
        body = answer.json()
        assert (answer.status_code, body["kind"], body["width"], body["height"]) == (200, "image", 40, 30)
        shown = await http.get(f"/media/{body['file']}")
        assert shown.content.startswith(b"\x89PNG")
        assert shown.headers["content-type"] == "image/png"
        assert "immutable" in shown.headers["cache-control"]
        assert shown.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in shown.headers["content-security-policy"]


async def test_a_film_is_played_from_any_point(tmp_path: Path) -> None:
    async with house(tmp_path) as http:
        film = MP4 + bytes(MIB)
        file = (await http.post("/api/media", content=film, headers=BADGE)).json()["file"]
        part = await http.get(f"/media/{file}", headers={"range": "bytes=100-199"})
        assert (part.status_code, len(part.content), part.headers["content-type"]) == (206, 100, "video/mp4")


@pytest.mark.parametrize("data", PRETENDERS.values(), ids=PRETENDERS.keys())
async def test_what_is_no_picture_is_refused_in_clear_words_and_not_kept(data: bytes, tmp_path: Path) -> None:
    async with house(tmp_path / "media") as http:
        headers = {**BADGE, "content-type": "image/png"}  # whatever the sender says
        answer = await http.post("/api/media", content=data, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (415, "not_media")
    assert "这不是图片或视频文件" in answer.json()["text"]["zh"]
    assert "nothing was kept" in answer.json()["text"]["en"]
    assert not (tmp_path / "media").exists()


async def test_too_large_a_film_is_turned_away_at_the_door(tmp_path: Path) -> None:
    async with house(tmp_path) as http:
        film = MP4 + bytes(LARGER["/api/media"])
        answer = await http.post("/api/media", content=film, headers=BADGE)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert not list(tmp_path.iterdir())


async def test_a_disk_that_fails_is_said_as_such(tmp_path: Path) -> None:
    (tmp_path / "media").write_text("a file in the folder's place")
    async with house(tmp_path / "media") as http:
        answer = await http.post("/api/media", content=picture(), headers=BADGE)
    assert (answer.status_code, answer.json()["code"]) == (503, "storage_failed")


@pytest.mark.parametrize("role", ["guide", "clerk", "team_leader", "kiosk", "lobby_board", "region_office"])
async def test_only_those_who_set_the_hall_up_may_bring_media(role: str, tmp_path: Path) -> None:
    assert ConfigureHall not in RIGHTS[role]
    async with house(tmp_path, role) as http:
        answer = await http.post("/api/media", content=picture(), headers=BADGE)
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
        assert (await http.post("/api/media", content=picture())).status_code == 401
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["..%2fsecret.png", "secret.png", "a.svg", "%00", "a" * 300])
async def test_nobody_walks_out_of_the_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(SVG)
    async with house(tmp_path / "media") as http:
        answer = await http.get(f"/media/{name}")
    assert answer.status_code == 404
