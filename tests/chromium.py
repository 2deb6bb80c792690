"""The browser of the tests, brought by the system's package manager where it is missing.

The one without a window of its own: it draws the same pages for a quarter of the CPU. One with a window
will do where nothing can be installed.
"""

import fcntl
import os
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext

from tests.patience import PATIENCE

# Debian's command for it is a script that waits for it, and does not take it along when it is killed.
LIGHT = ("/usr/lib/chromium/chromium-headless-shell", "chromium-headless-shell", "chrome-headless-shell")
HEAVY = ("chromium", "chromium-browser", "google-chrome")
INSTALL = ["install", "-yq", "--no-install-recommends", LIGHT[1], "fonts-noto-cjk"]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No process of its own for the network. The other two are playwright's, whose list this one replaces.
    "--enable-features=NetworkServiceInProcess2,CDPScreenshotNewSurface,SkipListAccountsWithoutGaiaCookies",
]
SOUND = "--autoplay-policy=no-user-gesture-required"


def browser_here() -> str:
    """Where it is."""
    found = _first(LIGHT) or _brought() or _first(HEAVY)
    names = ", ".join((*LIGHT, *HEAVY))
    assert found, f"No browser here. Install one of {names} with your system's package manager."
    return found


async def as_if_new(browser: Browser, width: int = 1366, height: int = 768, **more: Any) -> BrowserContext:
    """A browser of one's own, whose pages wait as every test does: thirty seconds, its default, are none."""
    screen = {"viewport": {"width": width, "height": height}, "locale": "zh-CN"}
    context = await browser.new_context(**{**screen, **more})
    context.set_default_timeout(PATIENCE * 1000)
    return context


def _first(names: tuple[str, ...]) -> str | None:
    return next(filter(None, map(shutil.which, names)), None)


def _brought() -> str | None:
    """Once, whichever of the workers comes first."""
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return None
    with (Path(tempfile.gettempdir()) / "hallqueue-tests-apt.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _first(LIGHT):
            with suppress(subprocess.CalledProcessError):
                for words in (["update", "-q", "-o", "Acquire::Retries=0"], INSTALL):
                    subprocess.run([apt, *words], check=True, capture_output=True)
    return _first(LIGHT)
