"""How a hall's tables came to be what they are: one history of revisions for SQLite and PostgreSQL.

A revision is one file in `versions/`, named by its number, written with alembic's own operations. It is
frozen: it never imports `server.tables`, which say what a hall has today. A database knows its revision
(`alembic_version`). A new one is made from the tables and bears the newest; one that is behind is kept as it
was and then brought up to date, all of it in one transaction; one that is ahead is left alone. Alembic itself
is loaded only where there is something to bring up to date: it takes half a second.
"""

from collections.abc import Collection
from functools import cache
from pathlib import Path

VERSIONS = Path(__file__).parent / "versions"
STAMP = "alembic_version"
UNSTAMPED = ""  # its table is there and says nothing: nobody knows what the other tables are like
SERVING = "hallqueue "
RENEWING = 0x48514A  # an advisory lock of PostgreSQL: whoever makes or renews the tables holds it to the end


@cache
def known() -> Collection[str]:
    """Every revision this program has, the oldest first: `r0001_baseline.py` is "0001"."""
    return tuple(sorted(path.stem[1:].partition("_")[0] for path in VERSIONS.glob("r*.py")))


def newest() -> str:
    return max(known())


def is_ahead(revision: str | None) -> bool:
    """Whether a later program has written these data; a hall without any revision is an early one."""
    return revision is not None and revision not in known()


def behind(revision: str | None) -> str:
    """The first revision that is still to come; "" where there is none."""
    return next((r for r in known() if revision is None or r > revision), "")


def serving(revision: str) -> str:
    """What a program that runs on tables of this revision calls itself to a database that many use."""
    return f"{SERVING}{revision}"
