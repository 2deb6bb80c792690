"""What may be typed of configure, export-config and special-days."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from server.command.line import understood


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (
            "configure hall.toml --yes --from 2026-03-02 --note 调整",
            {"file": Path("hall.toml"), "yes": True, "valid_from": date(2026, 3, 2), "note": "调整"},
        ),
        ("export-config", {"file": None}),
        ("special-days 2027.csv --yes", {"file": Path("2027.csv"), "year": 0, "yes": True}),
        ("special-days --year 2026", {"file": None, "year": 2026}),
    ],
)
def test_a_line_means_what_it_says(line: str, meant: dict[str, Any]) -> None:
    found = understood(line.split()).options
    assert {name: found[name] for name in meant} == meant
