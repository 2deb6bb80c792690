"""The command line, from the words to what is said."""

import asyncio
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from server.journal.sqlite import SqliteJournal
from server.packs.names import packs
from server.serving import only_server
from server.settings import Settings
from tests.command_words import Run, complaint
from tests.hall_server import HallServer


@pytest.mark.parametrize("name", packs())
def test_a_hall_is_made_from_a_pack_once(run: Run, tmp_path: Path, name: str) -> None:
    data = tmp_path / "hall"
    words = ("init", "--pack", name, "--data", data, "--name", "城东营业厅", "--hours", "08:30-17:00")
    said = run(*words, "--printer", "K1=virtual")
    assert "城东营业厅" in said
    assert "08:30-17:00" in said
    assert re.search(r"password \S{12}", said)
    assert "已有营业厅" in complaint(run, *words)
    assert "agree" in run("replay", "--data", data)


def test_a_hall_is_made_from_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "hall.toml"
    file.write_text(
        (Path(__file__).parents[2] / "server/packs/gas.toml").read_text(encoding="utf-8"), "utf-8"
    )
    assert "always open" in run("init", "--from", file, "--data", tmp_path / "hall")


@pytest.mark.parametrize(
    "wrong",
    [("--hours", "9-17"), ("--hours", "17:00-08:30"), ("--hours", "25:00-26:00"), ("--printer", "K1=fax:7")],
)
def test_what_makes_no_hall_leaves_none_behind(run: Run, tmp_path: Path, wrong: tuple[str, str]) -> None:
    words = ("init", "--pack", "power", "--data", tmp_path / "hall")
    assert complaint(run, *words, *wrong).startswith("hallqueue: ")
    assert "admin" in run(*words)


def test_a_file_that_is_no_hall_is_explained(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("name = 7", "utf-8")
    for file in (tmp_path / "bad.toml", tmp_path / "none.toml"):
        assert complaint(run, "init", "--from", file, "--data", tmp_path / "hall").startswith("hallqueue: ")


def test_tokens_and_people_are_made_without_a_server(run: Run, data: Path) -> None:
    assert len(run("token", "--role", "counter_screen", "--place", "1", "--data", data).strip()) >= 40
    assert "Password" in run("person", "1207", "--name", "王芳", "--role", "clerk", "--data", data)
    taken = complaint(run, "person", "1207", "--name", "李强", "--role", "clerk", "--data", data)
    assert "1207" in taken
    weak = ("person", "1208", "--name", "李强", "--role", "clerk", "--password", "123", "--data", data)
    assert "至少 8 位" in complaint(run, *weak)


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


def test_the_doctor_looks_around(run: Run, data: Path) -> None:
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
    from server.serving import listening

    with listening("127.0.0.1", 0) as sock:
        sock.listen()
        port = sock.getsockname()[1]
        assert str(port) in complaint(run, "serve", "--data", data, "--port", port, "--host", "127.0.0.1")


def test_a_demo_says_where_to_look_and_plays_through_the_real_socket(tmp_path: Path) -> None:
    with HallServer(tmp_path / "demo", "--speed", "60", command="demo") as demo:
        for page in ("kiosk", "counter", "lobby", "manager"):
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


def test_a_token_for_a_place_that_the_hall_does_not_have_is_refused_with_the_places_there_are(
    run: Run, data: Path
) -> None:
    said = complaint(run, "token", "--role", "counter_screen", "--place", "99", "--data", data)
    assert "没有窗口、区域或打印机 99" in said
    assert "现有：1、2" in said
