"""Moments as foreign systems write them down."""

import re
from datetime import UTC, date, datetime, timedelta, tzinfo

_WRITTEN = re.compile(
    r"(?P<y>\d{4})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?[\sT]*(?P<half>上午|下午|[AaPp][Mm])?\s*"
    r"(?P<H>\d{1,2})[:：时点](?P<M>\d{1,2})(?:[:：分](?P<S>\d{1,2})(?:[.,]\d+)?)?[分秒]?\s*(?P<after>[AaPp][Mm])?"
)
_CLOCK = re.compile(r"(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:[.,]\d+)?)?")
_RUN_TOGETHER = re.compile(r"\d{12}(\d{2})?")
_SERIAL = re.compile(r"\d{5}\.\d+")
_OFFSET = re.compile(r"(Z|[+-]\d{2}:?\d{2})$")
_EXCEL = datetime(1899, 12, 30)  # noqa: DTZ001  # a clock on a wall
NOTHING = {"", "-", "--", "—", "/", "null", "none", "nan", "n/a", "#n/a", "无", "空"}


def day_of(cell: str) -> date | None:
    parts = re.fullmatch(
        r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[\sT]+00:00(?::00)?)?", cell.strip()
    )
    try:
        return date(*map(int, parts.groups())) if parts else None
    except ValueError:
        return None


def is_nothing(cell: str) -> bool:
    """Written where nothing happened."""
    return cell.strip().lower() in NOTHING or cell.startswith(("0000-00-00", "0001-01-01", "1900-01-0"))


def moment_of(cell: str, day: date | None, zone: tzinfo) -> tuple[datetime, bool] | None:
    """The moment, and whether it says its zone; `day` is the row's, for a clock alone. None: unreadable."""
    cell = cell.strip()
    try:
        if "T" in cell and _OFFSET.search(cell):
            return datetime.fromisoformat(cell).astimezone(UTC), True
        if offset := re.fullmatch(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?) ?([+-]\d\d:?\d\d|Z)", cell):
            return datetime.fromisoformat("{}T{}{}".format(*offset.groups())).astimezone(UTC), True
        wall = _wall(cell, day)
    except (ValueError, OverflowError):
        return None
    return (wall.replace(tzinfo=zone).astimezone(UTC), False) if wall else None


def _wall(cell: str, day: date | None) -> datetime | None:
    """What a clock on the wall said then."""
    if parts := _WRITTEN.fullmatch(cell):
        hour = _hour(int(parts["H"]), parts["half"] or parts["after"] or "")
        clock = f"{hour:02}:{int(parts['M']):02}:{int(parts['S'] or 0):02}"
        return datetime.fromisoformat(f"{parts['y']}-{int(parts['m']):02}-{int(parts['d']):02}T{clock}")
    if day is not None and (clocks := _CLOCK.fullmatch(cell)):
        hour, minute, second = (int(part or 0) for part in clocks.groups())
        return datetime.fromisoformat(f"{day.isoformat()}T{hour:02}:{minute:02}:{second:02}")
    if _RUN_TOGETHER.fullmatch(cell):
        return datetime.fromisoformat(f"{cell[:8]}T{cell[8:]}")
    if _SERIAL.fullmatch(cell):  # a cell of a spreadsheet that lost its form
        return (_EXCEL + timedelta(days=float(cell))).replace(microsecond=0)
    return None


def _hour(hour: int, half: str) -> int:
    if half.lower() in ("下午", "pm"):
        return hour % 12 + 12
    return hour % 12 if half else hour
