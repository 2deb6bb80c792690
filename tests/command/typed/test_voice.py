"""What may be typed of voice list, check, build and say."""

from pathlib import Path
from typing import Any

import pytest

from server.command.line import understood


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("voice list", {"data": None}),
        ("voice check folder", {"folder": Path("folder")}),
        ("voice build --upto 20", {"upto": 20}),
        (
            "voice say 请 --language en --out a.wav",
            {"text": "请", "language": "en", "out": Path("a.wav"), "speaker": ""},
        ),
    ],
)
def test_a_line_means_what_it_says(line: str, meant: dict[str, Any]) -> None:
    found = understood(line.split()).options
    assert {name: found[name] for name in meant} == meant
