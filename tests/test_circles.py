"""No file imports another that comes back to it: whoever reads one has a place to begin.

Imports for the types alone and those that are made late, in a function, count as well: who follows them by
eye goes round in the same circle.
Pages have the same rule (`tests/web/test_rooms.py`). `pytest -s tests/test_circles.py` prints the figure.
"""

import re
import tomllib
from pathlib import Path

from tests.circles import circles, python_arrows

ROOT = Path(__file__).parent.parent


def test_no_python_files_import_each_other_in_a_circle() -> None:
    arrows = python_arrows(ROOT, "server", "counter_client", "deploy")
    found = circles(arrows)
    print(f"python: {sum(map(len, found))} of {len(arrows)} files in circles")  # noqa: T201  # the figure
    assert found == []


def test_nothing_is_missed_that_python_imports(tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    (tmp_path / "room/__init__.py").write_text("")
    (tmp_path / "room/one.py").write_text(
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from room import two"
    )
    (tmp_path / "room/two.py").write_text("def late():\n    import room.three as three")
    (tmp_path / "room/three.py").write_text("from room.one import thing")
    (tmp_path / "room/four.py").write_text("from room.one import thing\nimport json")
    assert circles(python_arrows(tmp_path, "room")) == [["room/one.py", "room/three.py", "room/two.py"]]


def test_every_room_of_the_server_has_an_import_contract() -> None:
    """Else a new room would stand where it likes."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    said = re.findall(r"server(?:\.\w+)+", str(contracts))
    packages = [p.parent for p in (ROOT / "server").rglob("__init__.py") if p.parent != ROOT / "server"]
    rooms = {".".join(p.relative_to(ROOT).parts) for p in packages}
    held = {room for room in rooms if any(one == room for one in said)}
    areas = {r for r in rooms if r.startswith(("server.domain.", "server.migrations."))}
    assert rooms - held - areas == set()
