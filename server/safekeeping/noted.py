"""When this folder's hall was last saved, kept beside it: a backup that is missing is told, not found out.

Whoever backs up writes down what became of it, also that it failed; a running hall reads it. A hall that
nobody has ever saved counts from when it was first asked about.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from server.journal.files import write_note

NOTE = "backups.json"
LATE = timedelta(days=3)  # a box that is switched off over a week-end makes its backup up when it is on
LOOKED = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """Moments as ISO 8601; "" for what has never been."""

    since: str = ""  # looked after
    saved_at: str = ""
    failed_at: str = ""  # since the last that was saved


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """`failed_at`: when one was last tried in vain; None where nobody has tried."""

    last: datetime | None
    since: datetime
    failed_at: datetime | None


def note_saved(data: Path, now: datetime) -> None:
    _write(data, replace(_noted(data), saved_at=now.isoformat(), failed_at=""))


def note_failed(data: Path, now: datetime) -> None:
    _write(data, replace(_noted(data), failed_at=now.isoformat()))


def unsaved(data: Path, now: datetime) -> Unsaved | None:
    """What is to be told: one failed, or there was none for days. None: all is well, or nobody can tell."""
    try:
        noted = _noted(data)
        last, failed = _moment(noted.saved_at), _moment(noted.failed_at)
        since = last or _moment(noted.since)
    except OSError:
        return None
    if since is None or (last is None and since > now):  # the first look, or the clock was wrong then
        since = now
        _write(data, replace(noted, since=now.isoformat()))
    if failed is None and now - since < LATE:
        return None
    return Unsaved(last=last, since=since, failed_at=failed)


class Backups:
    """Looks no more than once a minute, however often it is asked."""

    def __init__(self, data: Path, clock: Callable[[], datetime]) -> None:
        self._data, self._clock = data, clock
        self._looked: datetime | None = None
        self._unsaved: Unsaved | None = None

    def unsaved(self) -> Unsaved | None:
        now = self._clock()
        if self._looked is None or abs(now - self._looked) >= LOOKED:
            self._looked, self._unsaved = now, unsaved(self._data, now)
        return self._unsaved


def _noted(data: Path) -> Noted:
    """Raises `OSError` where there is one that may not be read; one that is torn is a new one."""
    try:
        kept = json.loads((data / NOTE).read_text(encoding="utf-8"))
        return Noted(**{name: str(kept.get(name, "")) for name in asdict(Noted())})
    except (FileNotFoundError, ValueError, AttributeError):
        return Noted()


def _write(data: Path, noted: Noted) -> None:
    if data.is_dir():
        write_note(data / NOTE, json.dumps(asdict(noted)))


def _moment(written: str) -> datetime | None:
    """None, too, for what nobody can read."""
    with suppress(ValueError):
        return datetime.fromisoformat(written).astimezone(UTC)
    return None
