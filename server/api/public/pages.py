"""The HTML shell of every page and the built files; nothing comes from outside the hall."""

import asyncio
import hashlib
import json
from html import escape
from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope
from typing_extensions import override

from server.api.screens.screen import zone_of
from server.domain.config.chinese_alone import CHINESE, Languages, languages_of
from server.domain.screens import SCREENS
from server.domain.text import Text
from server.live_hall import LiveHall

STATIC = Path(__file__).parents[2] / "static"

PAGES = {
    "start": Text("排队系统", "Queue"),
    "ticket": Text("我的号", "My number"),
    "booking": Text("预约", "Appointments"),
    "hall": Text("来之前看一眼", "Before you come"),
    "notice": Text("一次告知单", "What to bring"),
    **{name: screen.title for name, screen in SCREENS.items() if screen.view},
    "reports": Text("报表", "Reports"),
    "setup": Text("设置", "Set-up"),
    "slips": Text("小票", "Slips"),
    "docs": Text("接口说明", "Interface"),
}

BEFORE = {"docs": "swagger-ui"}  # a library as it comes, which the page's own script finds loaded

HEALING = "/heal.js"
UPDATING = Text("页面正在更新，请稍候…", "The page is being updated, one moment…")
# Runs before a page's own script: what cannot be loaded, or stays empty, is tried again until it is there.
# A page asked for in the middle of an upgrade names files that are gone, and nobody at a kiosk can press F5.
HEAL = """(function () {
  var healing = false;
  function empty() { var app = document.getElementById("app"); return !app || !app.firstChild; }
  function heal() {
    if (healing) return;
    healing = true;
    if (empty() && document.body) document.body.textContent = "%s";
    setTimeout(function () { location.reload(); }, 3000);
  }
  addEventListener("error", function (event) {
    var what = event.target && event.target.tagName;
    if (what === "SCRIPT" || what === "LINK" || (!what && empty())) heal();
  }, true);
  setTimeout(function () { if (empty()) heal(); }, 60000);
})();
"""
ZONE, ALONE = "{zone}", "{alone}"  # filled in when a page is asked for
SHELL = """<!doctype html>
<html lang="zh-CN" data-build="{build}" data-zone="{zone}"{alone}
data-title="{title}" data-title-en="{english}">
<head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">
<script src="{heal}"></script>
{styles}{before}<script type="module" src="/static/{script}"></script></head>
<body class="page-{page}"><div id="app"></div></body></html>
"""

SAFE = {
    "content-security-policy": "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
    "style-src 'self' 'unsafe-inline'; "
    "connect-src 'self' ws: wss:; frame-ancestors 'self'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
}


class Hashed(StaticFiles):
    """Files whose names carry a hash of what is in them never change."""

    @override
    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response


def manifest() -> dict[str, str]:
    built = STATIC / "manifest.json"
    try:
        names: dict[str, str] = json.loads(built.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # none was built, or it is being replaced just now
        return {}
    return names


def build_id() -> str:
    """Changes with every page; a page that sees another one reloads itself when idle."""
    return hashlib.sha256(json.dumps(manifest(), sort_keys=True).encode()).hexdigest()[:12]


def add_pages(app: FastAPI, live: LiveHall) -> None:
    """A page knows where the hall stands and what it speaks, so that it is right from the first moment."""
    names, router = manifest(), APIRouter(include_in_schema=False)
    for page in PAGES:
        if f"{page}.js" in names:
            _add(router, Shell(page, names), page, live)

    @router.get(HEALING)
    async def heal() -> Response:
        english = "" if live.hall.config and live.hall.config.chinese_alone else f" {UPDATING.en}"
        script = HEAL % f"{UPDATING.zh}{english}"
        return Response(script, media_type="text/javascript", headers={"cache-control": "no-cache"})

    @router.get("/api/docs")
    async def docs() -> RedirectResponse:
        return RedirectResponse("/docs/")

    app.include_router(router)
    if STATIC.exists():
        app.mount("/static", Hashed(directory=STATIC), name="static")


class Shell:
    """One page's HTML, made anew when the built files are: an upgrade replaces them under a running server.

    It keeps the build of the server's start, as every beat does: pages reload once the server is new.
    """

    def __init__(self, page: str, names: dict[str, str]) -> None:
        self._page, self._build, self._made_from = page, build_id(), names
        self._html = _shell(page, names, self._build)

    def html(self, zone: str, languages: Languages) -> str:
        names = manifest()
        if names != self._made_from and f"{self._page}.js" in names:
            self._html, self._made_from = _shell(self._page, names, self._build), names
        alone = " data-chinese" if languages == CHINESE else ""
        return self._html.replace(ZONE, escape(zone)).replace(ALONE, alone)


def _add(router: APIRouter, shell: Shell, page: str, live: LiveHall) -> None:
    path = "/" if page == "start" else f"/{page}/"

    @router.get(path, response_class=HTMLResponse)
    async def show() -> HTMLResponse:
        languages = languages_of(live.hall.config)
        html = await asyncio.to_thread(shell.html, zone_of(live.hall), languages)
        return HTMLResponse(html, headers=SAFE)

    if page != "start":

        @router.get(f"/{page}")
        async def add_slash() -> RedirectResponse:
            return RedirectResponse(path)


def _shell(page: str, names: dict[str, str], build: str) -> str:
    library = BEFORE.get(page, "")
    sheets = [names[s] for s in (f"{library}.css", "style.css", f"{page}.css") if s in names]
    before = f'<script defer src="/static/{names[f"{library}.js"]}"></script>\n' if library else ""
    styles = "".join(f'<link rel="stylesheet" href="/static/{s}">\n' for s in sheets)
    script, title = names[f"{page}.js"], PAGES[page].zh
    values = {
        "styles": styles,
        "before": before,
        "script": script,
        "build": build,
        "zone": ZONE,
        "alone": ALONE,
        "heal": HEALING,
    }
    return SHELL.format(title=title, english=escape(PAGES[page].en), page=page, **values)
