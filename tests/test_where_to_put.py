"""The architecture page's "Where do I put …" is true: things are added in a copy, and files counted."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.scratch_tree import ROOT, ScratchTree
from tests.where_to_put import ADDITIONS

# Of files there already, CHANGELOG apart. An area was 15.
MOST = {"policy": 0, "remedy": 0, "report": 0, "screen": 3, "area": 4}
CHILD = "tests.where_to_put_child"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScratchTree]:
    tree = ScratchTree.copied(tmp_path_factory.mktemp("copy").resolve())
    for addition in ADDITIONS.values():
        tree.add(addition)
    yield tree
    shutil.rmtree(tree.root)


@pytest.fixture(scope="module")
def told(copy: ScratchTree) -> dict[str, Any]:
    return copy.run(CHILD)


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


def test_a_command_of_a_new_area_goes_from_the_wire_through_the_next_start(
    copy: ScratchTree, told: dict[str, Any]
) -> None:
    ticked = {"toilet paper": "1300"}  # by who asked
    assert told["area"] == {
        "restarted": ticked,
        "replayed": ticked,
        "from_a_snapshot": ticked,
        "refused": "ticked_already toilet paper has been ticked.",
        "may": ["guide", "hall_manager"],
        "described": [True, True],
        "refusal": "{item}已检查",
    }
    assert "export interface TickItem" in (copy.root / "server/web/wire.ts").read_text("utf-8")
    page = (copy.root / "server/ARCHITECTURE.md").read_text("utf-8")
    assert "| `tick_item` | routine | guide team_leader hall_manager admin |" in page
    assert "| `ticked_already` | routine | {item} has been ticked. |" in page


@pytest.mark.parametrize("name", ADDITIONS)
def test_the_page_names_every_file_that_an_addition_touches(name: str) -> None:
    addition = ADDITIONS[name]
    page = (ROOT / "server/ARCHITECTURE.md").read_text("utf-8")
    (row,) = (line for line in page.splitlines() if line.startswith(f"| {addition.row} |"))
    more = page.split("### A new area")[1].split("###")[0] if "see below" in row else ""
    named = {path for path, _, _ in addition.by_hand} if not more else addition.touched
    for path in named:
        assert f"`{path.removeprefix('server/')}`" in row or f"`{path}`" in more, path


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("name", ADDITIONS)
def test_no_more_files_are_touched_than_the_page_says(copy: ScratchTree, name: str) -> None:
    addition = ADDITIONS[name]
    assert len(addition.touched) == MOST[name]
    assert addition.touched <= copy.changed()
    assert all(not (ROOT / path).exists() for path in addition.written)


@pytest.mark.usefixtures("told")
def test_nothing_else_was_touched(copy: ScratchTree) -> None:
    assert copy.changed() == set().union(*(a.touched for a in ADDITIONS.values()))
    assert all(
        path.startswith(("server/domain/routine/", "tests/domain/routine/"))
        for path in ADDITIONS["area"].written
    )
