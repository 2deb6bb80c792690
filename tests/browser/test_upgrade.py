"""An upgrade replaces the pages' files under a running server: every screen comes back by itself."""

import json
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from server.api.public import pages
from tests.hall_here import HereHall, here_hall

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

Look = Callable[..., Awaitable[Page]]


def upgraded(static: Path) -> None:
    """Each page's script under a new name, the old one gone."""
    names = json.loads((static / "manifest.json").read_text(encoding="utf-8"))
    for page in pages.PAGES:
        old = names[f"{page}.js"]
        names[f"{page}.js"] = f"{page}-ABCDEFGH.js"
        (static / old).rename(static / names[f"{page}.js"])
    (static / "manifest.json").write_text(json.dumps(names), encoding="utf-8")


async def test_a_page_asked_for_before_during_and_after_an_upgrade_is_there(
    data: Path, tmp_path: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    static = tmp_path / "static"
    shutil.copytree(pages.STATIC, static)
    monkeypatch.setattr(pages, "STATIC", static)
    async with here_hall(data) as hall:
        await heals(hall, static, look)


async def heals(hall: HereHall, static: Path, look: Look) -> None:
    address = f"http://127.0.0.1:{hall.port}/kiosk/?token={hall.token('kiosk', 'K1')}"
    script = static / pages.manifest()["kiosk.js"]
    aside = script.with_suffix(".aside")
    script.rename(aside)  # in the middle of the copying: the page is there, its script is not
    kiosk = await look(address, 1080, 1920)
    await expect(kiosk.get_by_text("页面正在更新，请稍候…")).to_be_visible()
    aside.rename(script)
    ready = kiosk.get_by_role("button", name="触摸屏幕取号")
    await expect(ready).to_be_visible()
    upgraded(static)
    await kiosk.reload()
    await expect(ready).to_be_visible()
