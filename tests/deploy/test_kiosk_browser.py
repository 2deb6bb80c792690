"""The kiosk's script with a real browser and a real hall: waits, shows, notices, starts anew, goes."""

import json
import os
import subprocess
from pathlib import Path
from time import strftime

import pytest

from tests.browser.conftest import chromium
from tests.chromium import SOUND
from tests.deploy.outside import serving
from tests.deploy.programs import DEPLOY
from tests.patience import PATIENCE, comes

__all__ = ["chromium"]  # the fixture
SCRIPT = DEPLOY / "kiosk_browser.sh"


class Kiosk:
    """The script, looking every second."""

    def __init__(
        self, folder: Path, screen: str, server: str, browser: str, options: str = "", **more: str
    ) -> None:
        self.profile, self.log = folder / "profile", folder / "kiosk.log"
        settings = {
            "DISPLAY": ":99",  # a screen is there, as on a desktop; the browser draws without it
            "HALLQUEUE_SERVER": server,
            "HALLQUEUE_PROFILE": str(self.profile),
            "HALLQUEUE_BROWSER": browser,
            "HALLQUEUE_BROWSER_OPTIONS": options,
            "HALLQUEUE_LOOK_EVERY": "1",
        }
        with self.log.open("w") as log:
            self._script = subprocess.Popen([SCRIPT, screen], env=os.environ | settings | more, stderr=log)

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def stop(self) -> int:
        self._script.terminate()
        return self._script.wait(PATIENCE)


@pytest.mark.parametrize(
    ("screen", "path"),
    [
        ("kiosk:K1", "/kiosk/?place=K1"),
        ("lobby", "/lobby/"),
        ("window:3", "/window/?counter=3"),
        ("evaluator:3", "/evaluator/?counter=3"),
    ],
)
def test_a_browser_is_told_the_page_and_how_to_behave(tmp_path: Path, screen: str, path: str) -> None:
    """A browser that writes down what it is told, and ends at once."""
    told = tmp_path / "told"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" "LANG=$LANG" >>{told}\n')
    browser.chmod(0o755)
    profile = tmp_path / "profile" / "Default"
    profile.mkdir(parents=True)
    (profile / "Preferences").write_text('{"profile":{"exit_type":"Crashed","exited_cleanly":false}}')
    (tmp_path / "profile" / "SingletonLock").symlink_to("gone-4711")
    with serving({"/health": '{"waiting":3}'}) as server:
        kiosk = Kiosk(tmp_path, screen, server, str(browser))
        comes(lambda: "again in 2 s" in kiosk.said())  # it backs off
        assert kiosk.stop() == 0
        said = told.read_text().splitlines()
        assert f"{server}{path}" in said
    assert {SOUND, "--kiosk", "--noerrdialogs", "--disable-pinch", "--lang=zh-CN"} <= set(said)
    assert f"--user-data-dir={tmp_path / 'profile'}" in said
    assert (profile / "Preferences").read_text() == '{"profile":{"exit_type":"Normal","exited_cleanly":true}}'
    assert not (tmp_path / "profile" / "SingletonLock").is_symlink()


@pytest.mark.parametrize(
    ("waiting", "reason"), [(0, "its nightly renewal"), (10, "its page does not answer")]
)
def test_at_night_a_browser_is_renewed_when_nobody_waits(tmp_path: Path, waiting: int, reason: str) -> None:
    """A browser that only stays there: its silence is noticed at the third look, the night at once."""
    browser = tmp_path / "browser"
    browser.write_text("#!/bin/sh\nexec sleep 60\n")
    browser.chmod(0o755)
    night = {"HALLQUEUE_NIGHT": strftime("%H"), "HALLQUEUE_YOUNG": "0"}
    with serving({"/health": json.dumps({"waiting": waiting}, separators=(",", ":"))}) as server:
        kiosk = Kiosk(tmp_path, "lobby", server, str(browser), **night)
        comes(lambda: "started anew" in kiosk.said())
        assert kiosk.stop() == 0
    assert reason in kiosk.said()
