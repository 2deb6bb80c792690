"""Which files of a data folder belong to its hall, which go along in a backup, which are made anew."""

from collections.abc import Iterator
from pathlib import Path

from server.settings import Settings

DATABASE = "hall.sqlite3"
# Pictures and films; voices and own recordings; locked months; the owner's fonts; the key of its drills.
GO_ALONG = ("media", "voices", "snapshots", "fonts", "keys")
MADE_ANEW = ("sounds", "slips")  # rendered words, pictures of virtual slips
AWAY = "moved-away-"
OF_THE_MACHINE = (
    "server.lock",
    "server.address",
    "clock.json",
    "known.json",
    "backups.json",
    "day.key",
)  # stay where they are, and never go along
NOT_A_HALLS = (
    *OF_THE_MACHINE,
    "lost+found",
)


def belongings(data: Path) -> list[Path]:
    """All that a restore would mix with: the database, what SQLite reads with it, every folder."""
    if not data.is_dir():
        return []
    return sorted(p for p in data.iterdir() if _is_a_halls(p))


def _is_a_halls(path: Path) -> bool:
    if path.name.startswith((".", AWAY)) or path.name in NOT_A_HALLS:
        return False
    return path.is_dir() or path.name.startswith(Settings(data=path.parent).database.stem + ".")


def going_along(data: Path) -> Iterator[tuple[str, Path]]:
    """What a backup holds beside the database, by its name in there; half-written files stay out."""
    for folder in GO_ALONG:
        for path in sorted((data / folder).rglob("*")):
            if path.is_file() and not path.name.endswith(".half"):
                yield path.relative_to(data).as_posix(), path


def earlier_halls(data: Path) -> list[Path]:
    """The databases that lie here or were moved away here before."""
    named = [data / DATABASE, *(p / DATABASE for p in data.glob(f"{AWAY}*"))]
    return [p for p in named if p.is_file()]
