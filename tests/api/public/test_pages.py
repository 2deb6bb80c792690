"""The HTML shells and the built files."""

import json
import re
from pathlib import Path

import pytest

from server.api.public import pages
from server.api.public.pages import HEALING, PAGES, STATIC, build_id, manifest
from tests.hall_here import HereHall
from tests.languages import in_chinese_alone


def test_every_page_is_built() -> None:
    assert {f"{page}.js" for page in PAGES} <= manifest().keys()
    assert all((STATIC / file).is_file() for file in manifest().values())


def test_a_build_has_an_id() -> None:
    assert re.fullmatch("[0-9a-f]{12}", build_id())


@pytest.mark.parametrize("page", PAGES)
async def test_a_page_loads_only_what_the_hall_itself_serves(hall: HereHall, page: str) -> None:
    answer = await hall.http.get("/" if page == "start" else f"/{page}/")
    assert answer.status_code == 200
    assert PAGES[page].zh in answer.text
    assert 'lang="zh-CN"' in answer.text
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-eval" not in policy
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "://" not in answer.text
    for file in re.findall(r'(?:src|href)="(/[^"]+)"', answer.text):
        found = await hall.http.get(file)
        assert found.status_code == 200, file
        kept = "no-cache" if file == HEALING else "public, max-age=31536000, immutable"
        assert found.headers["cache-control"] == kept


async def test_the_description_is_drawn_from_the_halls_own_files(hall: HereHall) -> None:
    """screens.md 13: the page was blank without internet."""
    answer = await hall.http.get("/api/docs", follow_redirects=True)
    assert (answer.status_code, answer.url.path) == (200, "/docs/")
    assert "swagger-ui" in answer.text
    script = (STATIC / manifest()["swagger-ui.js"]).read_text(encoding="utf-8")
    assert "SwaggerUIBundle" in script
    assert "swagger-ui-dist" in (STATIC / "licences.txt").read_text(encoding="utf-8")


async def test_a_page_without_its_slash_leads_to_it(hall: HereHall) -> None:
    page = next(p for p in PAGES if p != "start" and f"{p}.js" in manifest())
    answer = await hall.http.get(f"/{page}")
    assert (answer.status_code, answer.headers["location"]) == (307, f"/{page}/")


async def test_a_built_file_that_is_not_there_is_not_found(hall: HereHall) -> None:
    for path in ("/static/none.js", "/static/..%2f..%2fpyproject.toml", "/static/../app.py"):
        answer = await hall.http.get(path)
        assert answer.status_code == 404
        assert "immutable" not in answer.headers.get("cache-control", "")


async def test_a_page_names_the_files_there_are_now(
    hall: HereHall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An upgrade replaced them under the running server."""
    before = (await hall.http.get("/kiosk/")).text
    names = {**manifest(), "kiosk.js": "kiosk-AAAAAAAA.js"}
    (tmp_path / "manifest.json").write_text(json.dumps(names), encoding="utf-8")
    monkeypatch.setattr(pages, "STATIC", tmp_path)
    after = (await hall.http.get("/kiosk/")).text
    assert "kiosk-AAAAAAAA.js" in after
    assert re.findall('data-build="(.+?)"', after) == re.findall('data-build="(.+?)"', before)
    (tmp_path / "manifest.json").write_text("{", encoding="utf-8")  # half written
    assert (await hall.http.get("/kiosk/")).text == after


async def test_a_page_knows_before_its_first_word_that_the_hall_speaks_chinese_alone(hall: HereHall) -> None:
    assert " data-chinese" not in (await hall.http.get("/kiosk/")).text
    assert "The page is being updated" in (await hall.http.get(HEALING)).text
    await in_chinese_alone(hall)
    assert re.search(r"<html [^>]* data-chinese\b", (await hall.http.get("/kiosk/")).text)
    assert "The page" not in (await hall.http.get(HEALING)).text
