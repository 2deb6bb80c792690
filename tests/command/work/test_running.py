"""The command line, from the words to what is said."""

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from server.access.secrets import PASSWORD_COST
from server.command import making
from server.command.terminal.terminal import ReaderLeft
from server.command.work.running import heard_or_not, of_data
from server.domain.config.pieces.equipment import VoiceConfig
from server.house import House
from server.journal.sqlite import SqliteJournal
from server.packs.hall_file import pack
from server.serving.serve import only_server
from server.settings import Settings
from tests.command_words import Run, complaint
from tests.hall_here import HereHall
from tests.hall_made import NOW, PASSWORD
from tests.hall_server import HallServer

PAGES = ("kiosk", "lobby", "window", "counter", "guide", "evaluator", "manager", "reports", "setup")


@pytest.mark.parametrize(
    "words",
    [
        ("token", "--role", "kiosk"),
        ("replay",),
        ("backup", "b"),
        ("person", "1", "--name", "x", "--role", "clerk"),
    ],
)
def test_without_a_hall_it_says_how_to_make_one(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert "hallqueue init --pack power" in complaint(run, *words, "--data", tmp_path / "none")
    assert not (tmp_path / "none" / "hall.sqlite3").exists()


def test_a_hall_comes_back_from_a_backup_in_a_new_epoch(run: Run, data: Path, tmp_path: Path) -> None:
    copy, back = tmp_path / "copy.sqlite3", tmp_path / "back"
    assert "Saved" in run("backup", copy, "--data", data)
    assert "exists already" in complaint(run, "backup", copy, "--data", data)
    assert "epoch 2" in run("restore", copy, "--data", back)
    assert "move it away" in complaint(run, "restore", copy, "--data", back)
    assert asyncio.run(_epoch(back)) == 2


async def _epoch(data: Path) -> int:
    journal = SqliteJournal(Settings(data=data).database)
    try:
        return (await journal.load()).epoch
    finally:
        await journal.close()


def test_what_is_no_backup_is_not_restored(run: Run, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no database at all " * 100)
    for file in (tmp_path / "text", tmp_path / "none"):
        assert complaint(run, "restore", file, "--data", tmp_path / "back").startswith("hallqueue: ")
    assert not (tmp_path / "back" / "hall.sqlite3").exists()


def test_the_doctor_looks_around(run: Run, tmp_path: Path) -> None:
    """At a hall that chimes: the good voice takes five seconds to load (`tests/devices/speaking`)."""
    chimes = replace(pack("power"), voice=VoiceConfig(engines=("chime",)))
    data = tmp_path / "hall"
    asyncio.run(making.make_hall(data, chimes, NOW, admin_password=PASSWORD, printers=[]))
    with pytest.raises(SystemExit) as left:
        run("doctor", "--data", data)
    assert left.value.code == 0


@pytest.mark.parametrize(
    "words", [("serve",), ("replay",), ("person", "1", "--name", "x", "--role", "clerk")]
)
def test_data_of_a_later_version_are_refused_in_words(run: Run, data: Path, words: tuple[str, ...]) -> None:
    with closing(sqlite3.connect(data / "hall.sqlite3")) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
        db.commit()
    before = (data / "hall.sqlite3").read_bytes()
    told = complaint(run, *words, "--data", data)
    assert "更新的版本" in told
    assert "newer version" in told
    assert (data / "hall.sqlite3").read_bytes() == before


def test_a_demo_never_plays_with_a_real_hall(run: Run, data: Path) -> None:
    assert "真实营业厅" in complaint(run, "demo", "--data", data)


def test_a_second_server_on_the_same_hall_is_told_so(run: Run, data: Path) -> None:
    with only_server(data):
        said = complaint(run, "serve", "--data", data, "--port", 0, "--host", "127.0.0.1")
    assert "Another server" in said
    assert str(data) in said


def test_a_port_that_is_taken_is_told_so(run: Run, data: Path) -> None:
    from server.serving.serve import listening

    with listening("127.0.0.1", 0) as sock:
        sock.listen()
        port = sock.getsockname()[1]
        assert str(port) in complaint(run, "serve", "--data", data, "--port", port, "--host", "127.0.0.1")


def test_a_demo_says_where_to_look_and_plays_through_the_real_socket(tmp_path: Path) -> None:
    with HallServer(tmp_path / "demo", "--speed", "60", command="demo") as demo:
        for page in PAGES:
            assert f"{demo.url}/{page}/" in demo.said
        assert "1201" in demo.said
        assert demo.http.get("/api/demo").json() == {"running": True, "speed": 60.0}
        assert demo.http.get("/").status_code == 200
        login = {"login": "1001", "password": "hallqueue-demo"}
        token = demo.http.post("/api/login", json=login).json()["token"]
        view = demo.http.get("/api/views/manager", headers={"authorization": f"Bearer {token}"}).json()
        assert view["waiting_total"] > 0
        assert sum(c["state"] != "closed" for c in view["counters"]) >= 3
        assert demo.stop() == 0
        assert "Traceback" not in demo.log


async def test_a_hall_goes_on_where_nobody_reads_what_it_says(hall: HereHall) -> None:
    """`hallqueue serve | head`, and a journal of the system that is started anew."""
    asked: list[int] = []

    def ready(_: House, port: int) -> None:
        asked.append(port)
        raise ReaderLeft

    heard_or_not(ready)(hall.house, hall.port)
    assert asked == [hall.port]


async def test_a_real_hall_says_that_its_passwords_are_kept_for_a_trial_only(
    hall: HereHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tests' own environment is such a trial."""
    assert any("HALLQUEUE_PASSWORD_COST" in line for line in of_data(hall.house))
    monkeypatch.delenv(PASSWORD_COST)
    assert of_data(hall.house) == []
