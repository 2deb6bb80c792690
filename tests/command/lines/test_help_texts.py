"""The words of the help."""

from server.command.lines.help_texts import COMMANDS, OPTIONS, PROGRAM, START


def test_all_is_said_in_both_languages() -> None:
    for text in (PROGRAM, START, *COMMANDS.values(), *OPTIONS.values()):
        assert any("一" <= letter <= "鿿" for letter in text.zh)
        assert text.en.isascii()
