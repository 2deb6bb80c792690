"""Whether a page in a real browser is alive, asked as the kiosk's script asks."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from websockets.sync.client import connect

from deploy.page_alive import page_is_alive
from tests.browser.conftest import chromium
from tests.chromium import QUIET
from tests.deploy.outside import serving
from tests.deploy.programs import DEPLOY
from tests.patience import PATIENCE, comes

__all__ = ["chromium"]  # the fixture
PAGE = "<!doctype html><title>hall</title><div id=app><p>A001</p></div>"
EMPTY = "<!doctype html><title>hall</title><div id=app></div>"


@pytest.fixture
def hall() -> Iterator[str]:
    with serving({"/lobby/": PAGE, "/kiosk/": EMPTY}) as address:
        yield address


@pytest.fixture
def profile(chromium: str, tmp_path: Path) -> Iterator[Path]:
    """Of a browser that runs and shows nothing yet."""
    line = [chromium, *QUIET, "--headless=new", "--remote-debugging-port=0", f"--user-data-dir={tmp_path}/p"]
    browser = subprocess.Popen([*line, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    comes((tmp_path / "p/DevToolsActivePort").exists)
    yield tmp_path / "p"
    browser.kill()
    browser.wait()


def tell(profile: Path, method: str, **params: str) -> None:
    """Make the only page do something, and do not wait until it has."""
    port = (profile / "DevToolsActivePort").read_text().split()[0]
    with urlopen(f"http://127.0.0.1:{port}/json/list") as answer:
        [page] = [t for t in json.load(answer) if t["type"] == "page"]
    with connect(page["webSocketDebuggerUrl"]) as ws:
        ws.send(json.dumps({"id": 1, "method": method, "params": params}))
        if method == "Page.navigate":
            ws.recv(timeout=PATIENCE)


def alive(profile: Path, address: str) -> bool:
    """However slow the browser is to answer."""
    return page_is_alive(profile, address, PATIENCE)


def test_a_page_is_alive_while_it_shows_something_and_answers(profile: Path, hall: str) -> None:
    assert not page_is_alive(profile, f"{hall}/lobby/")  # it shows nothing of ours
    tell(profile, "Page.navigate", url=f"{hall}/kiosk/")
    for _ in range(20):
        assert not alive(profile, f"{hall}/kiosk/")  # its script never came
    tell(profile, "Page.navigate", url=f"{hall}/lobby/?zone=main")
    comes(lambda: alive(profile, f"{hall}/lobby/"))
    tell(profile, "Runtime.evaluate", expression="while (true) {}")
    with pytest.raises(TimeoutError):
        page_is_alive(profile, f"{hall}/lobby/", 1)


def test_the_program_says_it_by_its_exit_code_and_needs_nothing_but_python(tmp_path: Path) -> None:
    copy = shutil.copy(DEPLOY / "page_alive.py", tmp_path)
    line = [sys.executable, "-I", "-S", copy, str(tmp_path / "no-browser"), "http://hall/lobby/"]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("page_alive: ")
