"""Tests wait by `tests/patience.py` alone: no deadline that a busy machine misses, no sleep to be sure."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
THE_ONE_PLACE = {"patience.py", "virtual_time.py", "test_virtual_time.py"}
ELSEWHERE = {"drills", "benchmarks"}  # not part of the plain run; a benchmark is judged by the clock
OWN = {
    "deploy/offline.py": "a program of its own, for an interpreter that has nothing of the tests",
}
SHORT = 1.0  # s; what is shorter ends a wait that is part of the story: a socket is closed, a line is let go
LONG_ENOUGH = 60.0  # s; what is longer is no deadline of a test
WAITS = {"timeout", "wait_for", "wait", "sleep"}


def own_waits(file: Path) -> Iterator[str]:
    text = file.read_text(encoding="utf-8")
    if not any(word in text for word in (*WAITS, "within=")):
        return
    tree = ast.parse(text)
    virtual = "pytest.mark.virtual_time" in text
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = _dotted(node.func)
        figures = [*node.args, *(k.value for k in node.keywords if k.arg in ("timeout", "within"))]
        seconds = [f.value for f in figures if isinstance(f, ast.Constant) and type(f.value) in (int, float)]
        if name == "time.sleep" or (name == "asyncio.sleep" and seconds != [0] and not virtual):
            yield f"{file.relative_to(HERE)}:{node.lineno}: {name}"
        elif not virtual and any(SHORT < s < LONG_ENOUGH for s in seconds) and _waits(node, name):
            yield f"{file.relative_to(HERE)}:{node.lineno}: {ast.unparse(node)[:60]}"


def _dotted(called: ast.expr) -> str:
    """`asyncio.sleep`; of what is no plain name its end."""
    if isinstance(called, ast.Attribute):
        return f"{_dotted(called.value)}.{called.attr}"
    return called.id if isinstance(called, ast.Name) else ""


def _waits(node: ast.Call, name: str) -> bool:
    last = name.rpartition(".")[2]
    return last in WAITS or any(k.arg in ("timeout", "within") for k in node.keywords)


def test_no_test_waits_by_a_deadline_of_its_own() -> None:
    files = [f for f in HERE.rglob("*.py") if f.name not in THE_ONE_PLACE]
    files = [f for f in files if f.relative_to(HERE).parts[0] not in ELSEWHERE]
    found = [wait for f in files if str(f.relative_to(HERE)) not in OWN for wait in own_waits(f)]
    assert found == []


def test_no_page_is_waited_for_by_words_that_its_own_policy_refuses() -> None:
    """It takes them at the first look and refuses to read them at the next: only a slow machine finds out."""
    asks = "page.wait_for_" + "function("
    assert [f.name for f in HERE.rglob("*.py") if asks in f.read_text(encoding="utf-8")] == []


def test_every_page_is_opened_by_the_one_door_that_gives_it_patience() -> None:
    """A browser gives up after thirty seconds of its own, which beside six busy loops are not enough."""
    of_its_own = re.compile(r"browser\.new_page\(|\.new_page\([^)]|\.new_context\(|set_default_\w*timeout")
    found = {f.name for f in HERE.rglob("*.py") if of_its_own.search(f.read_text(encoding="utf-8"))}
    assert found <= {"chromium.py", "test_waiting.py"}
