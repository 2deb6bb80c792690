"""What may be typed of backup and restore."""

from pathlib import Path
from typing import Any

import pytest

from server.command.line import understood


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("backup b.zip", {"file": Path("b.zip")}),
        (
            "restore --move-away --damaged b.zip --numbers-after 120",
            {"file": Path("b.zip"), "move_away": True, "damaged": True, "numbers_after": 120, "shut_out": ()},
        ),
    ],
)
def test_a_line_means_what_it_says(line: str, meant: dict[str, Any]) -> None:
    found = understood(line.split()).options
    assert {name: found[name] for name in meant} == meant
