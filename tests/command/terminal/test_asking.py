"""Asked at the terminal."""

import io
import sys

import pytest

from server.command.terminal.asking import agreed, answer


@pytest.mark.parametrize(
    ("typed", "yes"), [("y\n", True), ("是\n", True), ("n\n", False), ("\n", False), ("", False)]
)
def test_only_a_clear_yes_is_one(monkeypatch: pytest.MonkeyPatch, typed: str, yes: bool) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert agreed("?") is yes


def test_an_answer_is_what_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(" 1207 \n"))
    assert answer("> ") == "1207"
