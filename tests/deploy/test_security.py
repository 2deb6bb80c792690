"""The threat model: every threat is held by a test that exists."""

import re

import pytest

from tests.deploy.programs import DEPLOY, ROOT

TEXT = (DEPLOY / "SECURITY.md").read_text(encoding="utf-8")
WHOM = (
    "Somebody at the kiosk",
    "A curious neighbour at the board",
    "Somebody on the Wi-Fi",
    "A dishonest clerk",
    "A stolen tablet",
    "A lost backup",
    "At the machine itself",
)


def parts() -> dict[str, list[list[str]]]:
    """The rows of each part's table: threat, what holds, held by."""
    found: dict[str, list[list[str]]] = {}
    for part in TEXT.split("\n## ")[1:]:
        lines = [line for line in part.splitlines() if line.startswith("| ")]
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        found[part.partition("\n")[0]] = [row for row in rows if row[0] != "threat"]
    return found


@pytest.mark.parametrize("whom", WHOM)
def test_everybody_who_might_harm_a_hall_is_thought_of(whom: str) -> None:
    assert any(name.startswith(whom) and len(rows) >= 3 for name, rows in parts().items())


def test_every_threat_is_held_by_a_test_that_exists() -> None:
    missing = []
    for rows in parts().values():
        for threat, holds, held_by in rows:
            assert threat
            assert holds
            path, _, name = held_by.partition("::")
            file = ROOT / path
            if not file.is_file() or not re.search(rf"def {name}\(", file.read_text(encoding="utf-8")):
                missing.append(held_by)
    assert missing == []


def test_it_says_what_is_not_held() -> None:
    assert "## What is not held" in TEXT
