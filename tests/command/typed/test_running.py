"""What may be typed of serve, demo and print-agent."""

from pathlib import Path
from typing import Any

import pytest

from server.command.line import understood


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (
            "serve --voice chime --voice pyttsx3 --speaker default --public-url http://h",
            {"voices": ("chime", "pyttsx3"), "speaker": "default", "public_url": "http://h", "printers": ()},
        ),
        ("demo --speed 0 --pack gas --host 0.0.0.0", {"speed": 0.0, "pack": "gas", "host": "0.0.0.0"}),
        (
            "print-agent --server http://h --token-file t --name 前台 --printer K1=virtual",
            {
                "server": "http://h",
                "token": "",
                "token_file": Path("t"),
                "name": "前台",
                "printers": ("K1=virtual",),
            },
        ),
    ],
)
def test_a_line_means_what_it_says(line: str, meant: dict[str, Any]) -> None:
    found = understood(line.split()).options
    assert {name: found[name] for name in meant} == meant
