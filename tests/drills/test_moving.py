"""Drill: the runbook's "move to another box", done exactly as it is written, on a box that has nothing."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from server.devices.media import keep
from server.settings import Settings
from tests.deploy.programs import DEPLOY
from tests.devices.test_media import picture
from tests.hall_here import here_hall
from tests.hall_made import bearer
from tests.hall_server import HallServer
from tests.safekeeping.halls import doors

HALLQUEUE = Path(sys.executable).with_name("hallqueue")
RUNBOOK = (DEPLOY / "RUNBOOK.md").read_text(encoding="utf-8")
PICTURE = picture()
PASSWORD = "calm-lotus-31"


def written(program: str) -> str:
    """The one command line of the chapter that runs this program."""
    chapter = RUNBOOK.split("## 换一台电脑")[1].split("\n## ")[0]
    (line,) = [x.strip() for x in re.findall(r"^    (.+)$", chapter, re.M) if program in x]
    return line


def as_here(line: str, places: dict[str, str]) -> list[str]:
    """The line with this machine's program and folders instead of the box's."""
    for there, here in places.items():
        assert there in line, (there, line)
        line = line.replace(there, shlex.quote(here))
    return shlex.split(line)


def ran(line: list[str], **environment: str) -> str:
    """What it says; nobody sits there to answer."""
    done = subprocess.run(
        line,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


async def test_the_hall_goes_on_on_another_box(data: Path, tmp_path: Path) -> None:
    """C02, C03, and what the runbook promises: addresses, people, pairing, pictures, recordings."""
    async with here_hall(data) as hall:
        kiosk = hall.token("kiosk", name="K1")
        hung = keep(Settings(data=data).media, PICTURE).file
        first = (await hall.issue())["number"]
    recording = data / "voices" / "recorded" / "zh" / "1.wav"
    recording.parent.mkdir(parents=True)
    recording.write_bytes(b"RIFF")
    backups = tmp_path / "backups"
    night = {"HALLQUEUE": str(HALLQUEUE), "HALLQUEUE_DATA": str(data), "HALLQUEUE_BACKUPS": str(backups)}
    ran([str(DEPLOY / "backup_nightly.sh")], **night)
    async with here_hall(data) as hall:
        lost = await hall.issue()  # after the backup, and then the box burns
    box = tmp_path / "new box"
    newest = max(backups.iterdir())
    line = as_here(
        written("restore"),
        {
            "sudo -u hallqueue /opt/hallqueue/bin/hallqueue": str(HALLQUEUE),
            "/var/lib/hallqueue": str(box),
            "备份文件": str(newest),
        },
    )
    assert "持旧小票的顾客请优先安排" in ran(line)
    doors(box)[0].reset_password("admin", PASSWORD)
    with HallServer(box) as server:
        health = server.http.get("/health").json()
        assert (health["status"], health["epoch"]) == ("ok", 2)
        status, body = server.ask(kiosk, "issue_ticket", service="pay")
        assert status in (200, 409), body  # 409 only where the pack's hours are over by the machine's clock
        logged_in = server.http.post("/api/login", json={"login": "admin", "password": PASSWORD})
        assert logged_in.status_code == 200
        admin = logged_in.json()["token"]
        status, body = server.ask(admin, "issue_ticket", service="pay", channel="counter")
        assert status == 200, body
        assert body["result"]["ticket"]["number"] not in (first, lost["number"])
        assert server.http.get(f"/media/{hung}").status_code == 200
        page = server.http.get(f"/api/ticket/{lost['token']}")
        assert (page.status_code, page.json()["code"]) == (404, "number_lost")
        board = server.http.get("/api/views/manager", headers=bearer(admin)).json()
        assert "hall_restored" in str(board["view"]["alerts"] if "view" in board else board["alerts"])
    assert (box / "voices" / "recorded" / "zh" / "1.wav").read_bytes() == b"RIFF"
