"""The industry packs there are, by their names alone: the command line lists them and reads none."""

from pathlib import Path

PACKS = Path(__file__).parent


def packs() -> tuple[str, ...]:
    """The names of the industry packs."""
    return tuple(sorted(file.stem for file in PACKS.glob("*.toml")))
