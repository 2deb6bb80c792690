"""What may be written behind an option."""

import pytest

from server.command.line import understood
from server.command.lines.help_texts import OPTIONS
from server.command.typed.options import LAST_PORT, option


def test_a_text_is_named_not_written() -> None:
    assert option("data").help in OPTIONS


def test_ports_up_to_the_last() -> None:
    assert understood(["serve", "--port", str(LAST_PORT)]).options["port"] == LAST_PORT
    with pytest.raises(SystemExit):
        understood(["serve", "--port", str(LAST_PORT + 1)])


@pytest.mark.parametrize("words", [[], ["--token", "t", "--token-file", "f"]])
def test_one_of_a_group_and_only_one(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    agent = ["print-agent", "--server", "http://h", "--printer", "K1=virtual"]
    with pytest.raises(SystemExit):
        understood([*agent, *words])
    assert "--token, --token-file" in capsys.readouterr().err
    assert understood([*agent, "--token", "t"]).options["token"] == "t"
