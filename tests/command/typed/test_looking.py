"""What may be typed of doctor, replay, clock, drill, sheet and staffing."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from server.command.line import understood


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("doctor --data d", {"data": Path("d")}),
        ("replay --mend", {"mend": True, "data": None}),
        ("clock settle --yes", {"do": "settle", "yes": True}),
        ("clock", {"do": "", "yes": False}),
        ("drill --by 张伟 --out r.txt", {"by": "张伟", "out": Path("r.txt"), "check": None}),
        ("staffing --day 2026-03-03", {"day": date(2026, 3, 3), "data": None}),
        ("sheet --data d page.html", {"file": Path("page.html"), "data": Path("d")}),
    ],
)
def test_a_line_means_what_it_says(line: str, meant: dict[str, Any]) -> None:
    found = understood(line.split()).options
    assert {name: found[name] for name in meant} == meant
