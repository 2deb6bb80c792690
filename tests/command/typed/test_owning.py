"""What may be typed of init, token and person."""

from pathlib import Path
from typing import Any

import pytest

from server.command.line import understood


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (
            "init --from hall.toml --name 城东 --hours 08:30-17:00",
            {"pack": "", "file": Path("hall.toml"), "name": "城东", "hours": "08:30-17:00"},
        ),
        ("token --role lobby --place A", {"role": "lobby", "place": "A", "name": ""}),
        (
            "person 1207 --name 王芳 --role clerk",
            {"login": "1207", "name": "王芳", "role": "clerk", "password": ""},
        ),
    ],
)
def test_a_line_means_what_it_says(line: str, meant: dict[str, Any]) -> None:
    found = understood(line.split()).options
    assert {name: found[name] for name in meant} == meant
