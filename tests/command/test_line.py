"""The words of the command line."""

from pathlib import Path

import pytest

from server.command.line import parser
from server.packs.names import packs


def test_a_hall_is_served_to_its_network_and_a_demo_to_this_machine() -> None:
    serve, demo = parser().parse_args(["serve"]), parser().parse_args(["demo"])
    assert (serve.host, serve.port, serve.data, serve.printer) == ("0.0.0.0", 8000, None, [])
    assert (demo.host, demo.port, demo.pack, demo.speed) == ("127.0.0.1", 8000, "power", 6.0)


def test_printers_are_given_one_by_one() -> None:
    asked = parser().parse_args(["serve", "--printer", "K1=virtual", "--printer", "K2=tcp:a:9100,58"])
    assert asked.printer == ["K1=virtual", "K2=tcp:a:9100,58"]


@pytest.mark.parametrize("name", packs())
def test_a_hall_is_made_from_every_pack(name: str) -> None:
    assert parser().parse_args(["init", "--pack", name]).pack == name


def test_files_are_paths() -> None:
    assert parser().parse_args(["backup", "b.sqlite3"]).file == Path("b.sqlite3")
    assert parser().parse_args(["init", "--from", "hall.toml"]).file == Path("hall.toml")


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["sing"],
        ["init"],
        ["init", "--pack", "bakery"],
        ["init", "--pack", "power", "--from", "hall.toml"],
        ["token"],
        ["token", "--role", "system"],
        ["person", "1207", "--name", "王芳", "--role", "kiosk"],
        ["serve", "--port", "http"],
        ["backup"],
    ],
)
def test_words_that_make_no_sense_are_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parser().parse_args(words)
    assert left.value.code == 2
    assert "usage: hallqueue" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["65536", "99999", "-1", "9" * 5000, "八千", "x"])
def test_a_port_that_no_machine_has_is_refused_in_words(
    port: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """99999 ended in the innards of the program."""
    with pytest.raises(SystemExit):
        parser().parse_args(["serve", f"--port={port}"])
    assert "端口应在 0 至 65535 之间" in capsys.readouterr().err
    assert parser().parse_args(["serve", "--port", "65535"]).port == 65535


def test_help_says_how_to_begin(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["--help"])
    assert "hallqueue demo" in capsys.readouterr().out
