"""No page copies by hand what the server sends: the shapes are in `wire.ts`, made from its description."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("server/web", "kiosk_ui", "counter_client", "display_board")
SHAPE = re.compile(r"(?:interface|type) (\w+)[^{=\n]*=? ?\{\n((?:  .*\n)+?)\}", re.M)
FIELD = re.compile(r"^  (\w+)\??:", re.M)
SMALL = 2  # fields, by which many things are alike


def sources() -> Iterator[Path]:
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*.ts*"):
            if "node_modules" not in path.parts and ".test." not in path.name and path.name != "wire.ts":
                yield path


def shapes(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    for name, body in SHAPE.findall(text):
        yield name, frozenset(FIELD.findall(body))


def test_no_page_declares_a_shape_of_the_wire() -> None:
    wire = dict(shapes((ROOT / "server/web/wire.ts").read_text(encoding="utf-8")))
    assert len(wire) > 150
    known = {fields: name for name, fields in wire.items() if len(fields) > SMALL}
    copies = [
        f"{path.name}: {name} is {known[fields]}"
        for path in sources()
        for name, fields in shapes(path.read_text(encoding="utf-8"))
        if fields in known
    ]
    assert copies == []


def test_what_is_read_has_the_type_that_its_address_answers() -> None:
    """No type is said beside a read: the address itself has it."""
    said = re.compile(r"(?<!= )(?<!typeof )\b(?:get|post|call)<")
    assert [path.name for path in sources() if said.search(path.read_text(encoding="utf-8"))] == []
