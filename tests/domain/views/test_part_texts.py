"""Parts in words: names of people's things, never of the program's."""

import ast
import re
from pathlib import Path

from server.domain.views.part_texts import OF_ONE, PARTS, part_failed, part_name
from tests.builders import a_hall

SERVER = Path(__file__).parents[3] / "server"


def test_every_part_of_the_server_has_its_words() -> None:
    """Whatever the code calls a part: `Part(kind="…")` and the names in the house's list."""
    kinds = set(re.findall(r'Part\(kind="([a-z-]+)"', "".join(p.read_text() for p in SERVER.rglob("*.py"))))
    house = ast.parse((SERVER / "house.py").read_text())
    kinds |= {
        node.elts[0].value
        for node in ast.walk(house)
        if isinstance(node, ast.Tuple)
        and len(node.elts) == 2
        and isinstance(node.elts[0], ast.Constant)
        and isinstance(node.elts[0].value, str)
        and isinstance(node.elts[1], ast.Attribute)
        and node.elts[1].attr in ("run", "told")
    }
    assert len(kinds) > 10
    assert kinds <= PARTS.keys() | OF_ONE.keys() | {"demo"}


def test_a_failing_part_is_told_by_the_names_of_the_hall() -> None:
    hall = a_hall()
    said = part_failed(hall, "printer", "K1")
    assert "K1" not in said.zh + said.en
    assert part_name(hall, "no such part").zh == "系统的一个部分"
    assert part_failed(hall, "views").en.startswith("Updating the screens fails")
