"""The architecture page's "Where do I put …" is true: things are added in a copy, and files counted."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.where_to_put import ADDITIONS

ROOT = Path(__file__).parent.parent
ROOMS = ("server", "deploy", "kiosk_ui", "counter_client", "display_board")
NOT_COPIED = shutil.ignore_patterns("static", "node_modules", "__pycache__", "*.ts", "*.tsx", "*.css")
# Of files there already, CHANGELOG apart.
MOST = {"policy": 0, "remedy": 0, "report": 0, "screen": 3}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("copy").resolve()
    for room in ROOMS:
        shutil.copytree(ROOT / room, root / room, ignore=NOT_COPIED)
    shutil.copy(ROOT / "server/web/wire.ts", root / "server/web/wire.ts")
    for addition in ADDITIONS.values():
        for path, text in addition.written.items():
            (root / path).write_text(text, "utf-8")
        for path, before, line in addition.by_hand:
            page = root / path
            text = page.read_text("utf-8")
            assert text.count(before) == 1, f"{path} no longer says {before!r} once"
            page.write_text(text.replace(before, f"{line}{before}"), "utf-8")
    return root


@pytest.fixture(scope="module")
def told(copy: Path) -> dict[str, Any]:
    shutil.copytree(ROOT / "tests", copy / "tests", ignore=shutil.ignore_patterns("__pycache__", "browser"))
    run = subprocess.run(
        [sys.executable, "-P", "-m", "tests.where_to_put_child"],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def test_what_is_added_is_there_without_more(told: dict[str, Any]) -> None:
    assert told["policy"] == {"offered": True, "calls": "A002"}
    assert told["remedy"] == {"offered": True}
    assert told["report"] == {"titled": "来客数", "tables": ["by_day"]}
    assert told["screen"] == {
        "shows": 0,
        "page": "院内屏",
        "opens": ["yard_board", "clerk"],
        "pairs": True,
        "typed": True,
    }


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("name", ADDITIONS)
def test_no_more_files_are_touched_than_the_page_says(copy: Path, name: str) -> None:
    addition = ADDITIONS[name]
    touched = {path for path, _, _ in addition.by_hand} | set(addition.remade)
    assert all((copy / path).read_bytes() != (ROOT / path).read_bytes() for path in touched)
    assert all(not (ROOT / path).exists() for path in addition.written)
    assert len(touched) == MOST[name]
    page = (ROOT / "server/ARCHITECTURE.md").read_text("utf-8")
    (row,) = (line for line in page.splitlines() if line.startswith(f"| {addition.row} |"))
    for path, _, _ in addition.by_hand:
        assert f"`{path.removeprefix('server/')}`" in row, path


def test_nothing_else_was_touched(copy: Path, told: dict[str, Any]) -> None:
    assert told
    both = (p.relative_to(copy) for room in ROOMS for p in (copy / room).rglob("*.*") if p.is_file())
    there = (p for p in both if (ROOT / p).is_file() and "__pycache__" not in p.parts)
    changed = {p.as_posix() for p in there if (copy / p).read_bytes() != (ROOT / p).read_bytes()}
    known = {path for a in ADDITIONS.values() for path, _, _ in a.by_hand} | {
        path for a in ADDITIONS.values() for path in a.remade
    }
    assert changed == known
