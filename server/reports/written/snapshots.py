"""A month's table locked for good (E03): written once, never again; what is otherwise now is a difference."""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

Plain = dict[str, Any]
KEPT = ("month", "locked_at", "tables")


def path_of(folder: Path, month: str) -> Path:
    return folder / f"monthly-{month}.json"


def lock(folder: Path, month: str, tables: Sequence[Plain], now: datetime) -> bool:
    """Keep the table; false where the month has been locked before, which changes nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = {"month": month, "locked_at": now.isoformat(), "tables": tables}
    half = folder / f".monthly-{month}-{os.getpid()}-{id(kept)}"
    with half.open("w", encoding="utf-8") as file:
        json.dump({**kept, "sha256": seal(kept)}, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(half, path_of(folder, month))  # whole or not at all, and never over another
    except FileExistsError:
        return False
    finally:
        half.unlink()
    return True


def seal(kept: Plain) -> str:
    plain = json.dumps({name: kept[name] for name in KEPT}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()


def locked(folder: Path, month: str) -> Plain | None:
    path = path_of(folder, month)
    if not path.is_file():
        return None
    kept: Plain = json.loads(path.read_text(encoding="utf-8"))
    return kept


def compared(kept: Plain, tables: Sequence[Plain]) -> Plain:
    """The snapshot beside what the journal says today; `intact`: nobody has touched the file."""
    intact = seal(kept) == kept["sha256"]
    return {**kept, "intact": intact, "differences": list(differences(kept["tables"], tables))}


def differences(before: Sequence[Plain], after: Sequence[Plain]) -> Iterator[Plain]:
    """Clerk by clerk and column by column; None stands for a line that one of the two does not have."""
    now = {table["id"]: _by_staff(table) for table in after}
    for table in before:
        then, today = _by_staff(table), now.get(table["id"], {})
        for staff in sorted(then.keys() | today.keys()):
            yield from _of_clerk(table["id"], staff, then.get(staff, {}), today.get(staff, {}))


def _by_staff(table: Plain) -> dict[str, Plain]:
    return {row["cells"]["staff"]: row["cells"] for row in table["rows"]}


def _of_clerk(table: str, staff: str, then: Plain, today: Plain) -> Iterator[Plain]:
    for column in sorted(then.keys() | today.keys()):
        if then.get(column) != today.get(column):
            both = {"locked": then.get(column), "now": today.get(column)}
            yield {"table": table, "staff": staff, "column": column, **both}
