"""Drill: the kiosk's script with a real browser and hall: waits, shows, notices that its page is gone."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from deploy.page_alive import page_is_alive
from tests.browser.conftest import chromium
from tests.chromium import QUIET
from tests.deploy.test_kiosk_browser import Kiosk
from tests.hall_server import HallServer
from tests.patience import comes

__all__ = ["chromium"]  # the fixture


class Page(Kiosk):
    def port(self) -> str:
        """Another one with every browser."""
        with suppress(OSError, IndexError):
            return (self.profile / "DevToolsActivePort").read_text().split()[0]
        return ""

    def shows(self, address: str) -> bool:
        with suppress(OSError, ValueError):
            return page_is_alive(self.profile, address, 2)
        return False

    def close_page(self) -> None:
        """As when the page has crashed: a browser without a page goes on running."""
        at = f"http://127.0.0.1:{self.port()}/json"
        urlopen(Request(f"{at}/new?about:blank", method="PUT")).close()
        with urlopen(f"{at}/list") as answer:
            pages = [p for p in json.load(answer) if "/lobby/" in p["url"]]
        for page in pages:
            urlopen(f"{at}/close/{page['id']}").close()


@pytest.fixture
def hall(data: Path) -> Iterator[HallServer]:
    """Not started yet."""
    server = HallServer(data)
    yield server
    server.stop()
    server.http.close()


def test_a_screen_waits_for_its_server_and_comes_back_when_its_page_is_gone(
    hall: HallServer, chromium: str, tmp_path: Path
) -> None:
    options = " ".join(["--headless=new", *QUIET])
    kiosk = Page(tmp_path, "lobby:main", hall.url, chromium, options)
    try:
        comes(lambda: "waiting for" in kiosk.said())
        assert not kiosk.port()  # no browser yet: without its server a page cannot come
        hall.start()
        assert '"waiting":0' in hall.http.get("/health").text  # as the script looks for it
        comes(lambda: kiosk.shows(f"{hall.url}/lobby/"))
        assert f"{hall.url}/lobby/?zone=main" in kiosk.said()
        first = kiosk.port()
        kiosk.close_page()
        comes(lambda: kiosk.port() not in ("", first) and kiosk.shows(f"{hall.url}/lobby/"))
        assert "its page does not answer" in kiosk.said()
    finally:
        code = kiosk.stop()
    assert code == 0
    assert not kiosk.shows(f"{hall.url}/lobby/")  # it has taken its browser with it
