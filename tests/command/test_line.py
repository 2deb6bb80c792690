"""What a line that was typed means, and the answer to one that means nothing."""

import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from server.command.line import COMMANDS, commands, understood
from server.command.lines.help_texts import COMMANDS as HELP
from server.packs.names import packs

BAR = 0.3  # s of CPU; measured 0.2, and a machine that is busy counts more for the same work


def options(*words: str) -> Any:
    return understood(words).options


def test_a_hall_and_a_demo_are_served_to_their_network() -> None:
    serve, demo = options("serve"), options("demo")
    assert (serve["host"], serve["port"], serve["data"], serve["printers"]) == ("0.0.0.0", 8000, None, ())
    assert (demo["host"], demo["port"], demo["pack"], demo["speed"]) == ("0.0.0.0", 8000, "power", 1.0)


def test_printers_are_given_one_by_one() -> None:
    asked = options("serve", "--printer", "K1=virtual", "--printer", "K2=tcp:a:9100,58")
    assert asked["printers"] == ("K1=virtual", "K2=tcp:a:9100,58")


@pytest.mark.parametrize("name", packs())
def test_a_hall_is_made_from_every_pack(name: str) -> None:
    assert options("init", "--pack", name)["pack"] == name


def test_files_are_paths() -> None:
    assert options("backup", "b.sqlite3")["file"] == Path("b.sqlite3")
    assert options("init", "--from", "hall.toml")["file"] == Path("hall.toml")


def test_several_names_may_follow_one_word() -> None:
    asked = options(
        "restore", "b.zip", "--shut-out", "1207", "tablet", "--data", "d", "--numbers-after", "-5"
    )
    assert (asked["shut_out"], asked["data"], asked["numbers_after"]) == (("1207", "tablet"), Path("d"), -5)


def test_every_command_can_be_loaded_and_is_in_the_help() -> None:
    top = commands()
    for command in COMMANDS:
        _, apps, left = top.parse_commands(command.split())
        assert (apps[-1].default_command is not None, left) == (True, [])
    assert HELP.keys() == {*COMMANDS, "voice"}


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["sing"],
        ["voice"],
        ["voice", "sing"],
        ["init"],
        ["init", "--pack", "bakery"],
        ["init", "--pack", "power", "--from", "hall.toml"],
        ["token"],
        ["token", "--role", "system"],
        ["person", "1207", "--name", "王芳", "--role", "kiosk"],
        ["print-agent", "--server", "http://h", "--printer", "K1=virtual"],
        ["serve", "--port", "http"],
        ["serve", "--dato", "x"],
        ["serve", "--data", "a", "--data", "b"],
        ["serve", "more"],
        ["demo", "--speed", "fast"],
        ["configure", "hall.toml", "--from", "tomorrow"],
        ["restore", "b.zip", "--shut-out"],
        ["backup"],
    ],
)
def test_words_that_make_no_sense_are_refused_in_both_languages(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        understood(words)
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert "usage: hallqueue" in said
    zh, en = said.splitlines()[:2]
    assert any("一" <= letter <= "鿿" for letter in zh)
    assert en.startswith("hallqueue: ")
    assert en.isascii() or "王" in en or "“" in en
    assert "看不懂" not in zh, "it says what is wrong"


@pytest.mark.parametrize("port", ["65536", "99999", "-1", "9" * 5000, "八千", "x"])
def test_a_port_that_no_machine_has_is_refused_in_words(
    port: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """99999 ended in the innards of the program."""
    with pytest.raises(SystemExit):
        understood(["serve", f"--port={port}"])
    assert "端口应在 0 至 65535 之间" in capsys.readouterr().err
    assert options("serve", "--port", "65535")["port"] == 65535


@pytest.mark.parametrize(
    "words", [["--help"], ["-h"], ["voice", "--help"], ["init", "--pack", "power", "-h"]]
)
def test_help_is_given_wherever_it_is_asked_for(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        understood(words)
    assert left.value.code == 0
    assert "usage: hallqueue" in capsys.readouterr().out


def test_help_costs_little() -> None:
    """4.9 s once. The least of three: a machine that is busy counts more for the same work."""

    def cpu() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "server", "--help"], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    print(f"--help: {(least := min(cpu() for _ in range(3))):.2f} s of CPU")  # noqa: T201  # the figure
    assert least < 3 * BAR
