"""What `--help` shows."""

import pytest

from server.command.line import COMMANDS, commands
from server.command.lines import help_texts
from server.command.lines.help import arguments, help_of


def shown(*words: str, chinese: bool = True) -> str:
    chain, apps, _ = commands().parse_commands(words)
    return "\n".join(help_of(apps[-1], chain, chinese=chinese))


def test_it_says_how_to_begin_in_chinese_first() -> None:
    page = shown()
    assert page.index("营业厅的排队叫号") < page.index("Runs the queue of a service hall")
    assert "hallqueue demo" in page
    assert all(f"\n  {command.partition(' ')[0]} " in page for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_option_says_what_it_is_for(command: str) -> None:
    _, apps, _ = commands().parse_commands(command.split())
    page = shown(*command.split())
    for argument in arguments(apps[-1]):
        about = help_texts.OPTIONS[argument.parameter.help or ""]
        assert about.zh in page
        assert about.en in page


def test_no_text_is_left_over() -> None:
    top, used = commands(), set()
    for command in COMMANDS:
        _, apps, _ = top.parse_commands(command.split())
        used |= {argument.parameter.help for argument in arguments(apps[-1])}
    assert used == help_texts.OPTIONS.keys()


def test_where_chinese_cannot_be_written_each_command_still_has_its_name() -> None:
    page = shown(chinese=False)
    assert "\n  restore         bring a hall back" in page
