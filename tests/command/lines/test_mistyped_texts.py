"""The words for slips of the pen."""

from server.command.lines.mistyped_texts import SAYS, both


def test_all_is_said_in_both_languages() -> None:
    for text in SAYS.values():
        assert any("一" <= letter <= "鿿" for letter in text.zh)
        assert text.en
    assert both("missing", name="FILE") == "还缺 FILE\nFILE is missing"
