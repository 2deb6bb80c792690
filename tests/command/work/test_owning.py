"""`hallqueue init`, `token` and `person`, from the words to what is said."""

import re
from pathlib import Path

import pytest

from server.packs.names import packs
from tests.command_words import Run, complaint


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
        (Path(__file__).parents[3] / "server/packs/gas.toml").read_text(encoding="utf-8"), "utf-8"
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


def test_a_token_for_a_place_that_the_hall_does_not_have_is_refused_with_the_places_there_are(
    run: Run, data: Path
) -> None:
    said = complaint(run, "token", "--role", "counter_screen", "--place", "99", "--data", data)
    assert "没有窗口、区域或打印机 99" in said
    assert "现有：1、2" in said
