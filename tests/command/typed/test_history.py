"""What may be typed of import-history and export-tickets."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from server.command.line import understood


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (
            "import-history old.csv --map 缴费=A --map 过户=B --zone UTC --name 旧 --yes",
            {"file": Path("old.csv"), "map": ("缴费=A", "过户=B"), "zone": "UTC", "name": "旧", "yes": True},
        ),
        ("import-history", {"file": None, "undo": ""}),
        ("import-history --undo 旧", {"undo": "旧"}),
        (
            "export-tickets t.csv --from 2026-01-01 --to 2026-02-01",
            {"file": Path("t.csv"), "from_day": date(2026, 1, 1), "to_day": date(2026, 2, 1)},
        ),
    ],
)
def test_a_line_means_what_it_says(line: str, meant: dict[str, Any]) -> None:
    found = understood(line.split()).options
    assert {name: found[name] for name in meant} == meant
