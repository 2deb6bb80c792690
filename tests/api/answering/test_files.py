"""A file as an answer: whole, in part, and what it has not in the shape of every other error."""

from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI, Response

from server.api.answering.files import FileAnswer

TEN = b"0123456789"


def asked(path: Path) -> httpx2.AsyncClient:
    app = FastAPI()

    @app.get("/file")
    async def file() -> Response:
        return FileAnswer(path, "video/mp4", {"cache-control": "public"})

    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://hall")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "film").write_bytes(TEN)
    return tmp_path / "film"


@pytest.mark.parametrize(
    ("wanted", "status", "body"), [("", 200, TEN), ("bytes=2-4", 206, b"234"), ("bytes=-2", 206, b"89")]
)
async def test_a_file_comes_whole_or_in_part(wanted: str, status: int, body: bytes, path: Path) -> None:
    async with asked(path) as http:
        got = await http.get("/file", headers={"range": wanted} if wanted else {})
    assert (got.status_code, got.content, got.headers["cache-control"]) == (status, body, "public")
    assert got.headers["content-type"] == "video/mp4"


@pytest.mark.parametrize("wanted", ["x", "lines=1-2", "bytes=", "bytes=5-2", "bytes=99-", "bytes=a-b"])
async def test_a_part_that_is_none_is_refused_in_the_one_shape(wanted: str, path: Path) -> None:
    async with asked(path) as http:
        got = await http.get("/file", headers={"range": wanted})
    said = got.json()
    assert (got.status_code, said["code"], said["fields"]) == (416, "no_such_range", {"bytes": "10"})
    assert "10" in said["text"]["zh"]
    assert got.headers.get("content-range") == ("bytes */10" if wanted == "bytes=99-" else None)


async def test_a_file_that_has_gone_is_not_found(path: Path) -> None:
    for gone in (path.with_name("gone"), path.parent):
        async with asked(gone) as http:
            got = await http.get("/file")
        assert (got.status_code, got.json()["code"]) == (404, "not_found")
