"""What the machine has and lacks."""

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from server.access.secrets import PASSWORD_COST
from server.command.making import make_hall
from server.command.work.doctor import examine
from server.domain.text import Text
from server.packs.hall_file import pack
from server.settings import Settings
from tests.hall_made import NOW, PASSWORD

ROBOT = ("pyttsx3",)  # quick to start


def test_this_machine_can_run_a_hall(tmp_path: Path) -> None:
    findings = examine(tmp_path, ROBOT)
    assert all(f.well for f in findings if f.vital), findings
    assert {f.what.partition(" ")[0] for f in findings} >= {"pages", "slip", "voice", "browser", "disk"}
    assert all(f.text for f in findings)


def test_a_hall_without_printers_is_no_trouble(tmp_path: Path) -> None:
    assert examine(tmp_path, ROBOT)[-1].well
    assert examine(tmp_path / "not" / "there", ROBOT)[-1].well


async def test_names_that_no_voice_can_say_are_told_with_what_to_do(tmp_path: Path) -> None:
    """C20"""
    usual = pack("gas")
    first = replace(usual.counters[0], name=Text("𠮷祥窗口", "Lucky counter"))
    odd = replace(usual, counters=(first, *usual.counters[1:]))
    await make_hall(tmp_path / "hall", odd, NOW, admin_password=PASSWORD, printers=[])
    found = await asyncio.to_thread(examine, tmp_path / "hall", ROBOT)
    (names,) = (f for f in found if f.what.startswith("names"))
    assert not names.well
    assert "𠮷祥窗口：读不出“𠮷”" in names.text


async def test_printers_are_listed(tmp_path: Path) -> None:
    lines = ["K1=virtual", "K2=tcp:192.168.1.50:9100"]
    await make_hall(tmp_path / "hall", pack("gas"), NOW, admin_password=PASSWORD, printers=lines)
    found = await asyncio.to_thread(examine, tmp_path / "hall", ROBOT)
    assert [(f.what, f.text) for f in found[-2:]] == [
        ("printer K1 打印机", "虚拟（看图片） / Virtual (as pictures)"),
        ("printer K2 打印机", "网口 / Network 192.168.1.50:9100"),
    ]


def test_passwords_that_are_kept_for_a_trial_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tests' own environment is such a trial."""
    found = {f.what: f for f in examine(tmp_path, ROBOT)}
    assert not found["passwords 密码"].well
    monkeypatch.delenv(PASSWORD_COST)
    assert "passwords 密码" not in {f.what for f in examine(tmp_path, ROBOT)}


async def test_letters_that_no_slip_can_show_are_told_with_what_to_do(tmp_path: Path) -> None:
    """C23"""
    for name, well in (("㮾梨供电所营业厅", True), ("\ue000供电所营业厅", False)):
        data = tmp_path / str(well)
        hall = replace(pack("gas"), name=Text(name, "Hall"))
        await make_hall(data, hall, NOW, admin_password=PASSWORD, printers=["K1=virtual"])
        found = await asyncio.to_thread(examine, data, ROBOT)
        (letters,) = (f for f in found if f.what.startswith("slip letters"))
        assert letters.well is well
        assert ("“\ue000”" in letters.text) is not well


def data_finding(data: Path) -> tuple[bool, str]:
    found = next(f for f in examine(data, ROBOT) if f.what.startswith("data"))
    assert found.vital
    return found.well, found.text


def test_the_halls_data_are_looked_through(data: Path) -> None:
    """C44, and an empty file where a hall was."""
    assert data_finding(data)[0]
    database = Settings(data=data).database
    with closing(sqlite3.connect(database)) as db:
        db.execute("UPDATE event SET kind = 'FromTheFuture' WHERE seq = 1")
        db.commit()
    well, text = data_finding(data)
    assert not well
    assert "FromTheFuture" in text
    for side in data.glob("hall.sqlite3*"):
        side.unlink()
    database.touch()
    well, text = data_finding(data)
    assert (well, "空文件" in text) == (False, True)
