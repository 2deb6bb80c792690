"""Commands are decided and written at one place: `LiveHall` (house.md §1)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "server"
# What decides, evolves and writes a command, and who alone may say it.
ONE_DOOR = {
    "decide": {"live_hall.py"},
    "Entry": {"live_hall.py"},
    "Recorded": {"live_hall.py", "journal/codec.py"},  # the codec reads back what was written
}


def called(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


@pytest.mark.parametrize("name", ONE_DOOR)
def test_nobody_decides_and_writes_beside_the_live_hall(name: str) -> None:
    texts = ((file, file.read_text("utf-8")) for file in sorted(ROOT.rglob("*.py")))
    saying = ((file, text) for file, text in texts if f"{name}(" in text)
    callers = {file.relative_to(ROOT).as_posix() for file, text in saying if name in called(ast.parse(text))}
    assert callers == ONE_DOOR[name]


@pytest.mark.parametrize("file", ["house.py", "app.py"])
def test_parts_are_handed_the_live_hall_and_no_closure_over_the_house(file: str) -> None:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    assert not [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Lambda)]
