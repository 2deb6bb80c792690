"""Documents over HTTP: who may bring them, what is refused, how they are served."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI, Request

from server.access.actors import Actor
from server.access.refusals import Unknown
from server.api.http import add_errors
from server.api.setup.blank_forms import document_routes
from server.api.setup.media import media_routes
from tests.devices.test_blank_forms import REFUSED, a_document


@asynccontextmanager
async def house(folder: Path, role: str = "hall_manager") -> AsyncIterator[httpx2.AsyncClient]:
    async def actor_of(request: Request) -> Actor:
        if "authorization" not in request.headers:
            raise Unknown
        return Actor(id="person:1", kind="person", role=role, name="周")

    app = FastAPI()
    app.include_router(document_routes(folder, actor_of))
    app.include_router(media_routes(folder, actor_of))
    add_errors(app)
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://hall") as http:
        yield http


BADGE = {"authorization": "Bearer x"}
WORDS = {
    "not_document": (415, "这不是能打开的 PDF 文件", "no PDF that opens"),
    "document_too_large": (413, "不超过 10 MB", "Up to 10 MB"),
    "document_locked": (415, "请去掉密码", "locked"),
    "document_active": (415, "打印成 PDF", "Print it to a PDF"),
}


@pytest.mark.row("B03")
async def test_a_form_is_brought_once_and_read_by_everybody(tmp_path: Path) -> None:
    async with house(tmp_path) as http:
        answer = await http.post("/api/documents", content=a_document(2), headers=BADGE)
        file = answer.json()["file"]
        assert (answer.status_code, answer.json()) == (200, {"file": file, "pages": 2})
        shown = await http.get(f"/documents/{file}")
        assert shown.content == a_document(2)
        assert shown.headers["content-type"] == "application/pdf"
        assert shown.headers["content-disposition"] == "inline"
        assert "immutable" in shown.headers["cache-control"]
        assert shown.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in shown.headers["content-security-policy"]
        assert (await http.get(f"/media/{file}")).status_code == 404


@pytest.mark.parametrize(("data", "why"), REFUSED.values(), ids=REFUSED.keys())
async def test_what_is_no_plain_document_is_refused_in_clear_words_and_not_kept(
    data: bytes, why: str, tmp_path: Path
) -> None:
    async with house(tmp_path / "media") as http:
        headers = {**BADGE, "content-type": "application/pdf"}  # whatever the sender says
        answer = await http.post("/api/documents", content=data, headers=headers)
    status, zh, en = WORDS[why]
    assert (answer.status_code, answer.json()["code"]) == (status, why)
    assert zh in answer.json()["text"]["zh"]
    assert en in answer.json()["text"]["en"]
    assert not (tmp_path / "media").exists()


async def test_a_disk_that_fails_is_said_as_such(tmp_path: Path) -> None:
    (tmp_path / "media").write_text("a file in the folder's place")
    async with house(tmp_path / "media") as http:
        answer = await http.post("/api/documents", content=a_document(), headers=BADGE)
    assert (answer.status_code, answer.json()["code"]) == (503, "storage_failed")


@pytest.mark.parametrize("role", ["guide", "clerk", "team_leader", "kiosk", "lobby_board", "region_office"])
async def test_only_those_who_set_the_hall_up_may_bring_documents(role: str, tmp_path: Path) -> None:
    async with house(tmp_path, role) as http:
        answer = await http.post("/api/documents", content=a_document(), headers=BADGE)
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
        assert (await http.post("/api/documents", content=a_document())).status_code == 401
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["..%2fsecret.pdf", "secret.pdf", "a.html", "%00", "a" * 300])
async def test_nobody_walks_out_of_the_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.pdf").write_bytes(a_document())
    async with house(tmp_path / "media") as http:
        answer = await http.get(f"/documents/{name}")
    assert answer.status_code == 404
