"""What the smallest new area costs: counted and tried in a copy of the program, out of this tree."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.domain.new_area import BY_HAND, ITS_OWN, REMADE, write

ROOT = Path(__file__).parent.parent.parent
MOST_FILES = 4  # of those that are there already; it was 15
NOT_COPIED = shutil.ignore_patterns("static", "node_modules", "*.tsx", "*.css")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = tmp_path_factory.mktemp("copy").resolve()
    for room in ("server", "deploy"):
        shutil.copytree(ROOT / room, root / room, ignore=NOT_COPIED)
    write(root)
    yield root
    shutil.rmtree(root)


def _run(root: Path) -> dict[str, object]:
    child = Path(__file__).with_name("new_area_child.py")
    world = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(
        [sys.executable, "-P", str(child), str(root)],
        cwd=root,
        env=world,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    told: dict[str, object] = json.loads(run.stdout)
    return told


def _changed(root: Path) -> set[str]:
    """What is there already and was changed in the copy."""
    pages = (p.relative_to(root) for room in ("server", "deploy") for p in (root / room).rglob("*.*"))
    both = (p for p in pages if (ROOT / p).is_file() and "__pycache__" not in p.parts)
    return {p.as_posix() for p in both if (root / p).read_bytes() != (ROOT / p).read_bytes()}


def test_a_command_of_a_new_area_goes_from_the_wire_through_the_next_start(copy: Path) -> None:
    told = _run(copy)
    ticked = {"toilet paper": "1300"}
    assert told["restarted"] == told["replayed"] == told["from_a_snapshot"] == ticked, "by who asked"
    assert told["refused"] == "ticked_already toilet paper has been ticked."
    assert told["may"] == ["guide", "hall_manager"]
    assert told["openapi"] is True
    assert told["refusal"] == "{item}已检查"
    assert "export interface TickItem" in (copy / "server/web/wire.ts").read_text("utf-8")
    page = (copy / "server/ARCHITECTURE.md").read_text("utf-8")
    assert "| `tick_item` | routine | guide team_leader hall_manager admin |" in page
    assert "| `ticked_already` | routine | {item} has been ticked. |" in page
    changed = _changed(copy)
    assert changed == {path for path, _, _ in BY_HAND} | set(REMADE)
    assert len(changed) <= MOST_FILES


def test_the_page_names_every_file_a_new_area_touches() -> None:
    page = (ROOT / "server/ARCHITECTURE.md").read_text("utf-8")
    told = page.split("### A new area")[1].split("###")[0]
    for path in {*(path for path, _, _ in BY_HAND), *REMADE}:
        assert f"`{path}`" in told, path
    assert all(path.startswith(("server/domain/routine/", "tests/domain/routine/")) for path in ITS_OWN)
