"""Special days as a small file that anybody can write after the yearly notice: day, name, hours.

`2027-02-05,春节,休` shuts the hall, `2027-02-20,调休上班,上班` has its usual hours, `…,09:00-16:00` its own.
However Notepad or Excel saved it; a line of heads and empty lines are passed over.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO

from server.domain.config.config import HallConfig
from server.domain.config.pieces.calendar import Hours, SpecialDay
from server.domain.letters import NoLetters, clean, letters_of
from server.domain.text import Text

SHUT = {"", "休", "放假", "休息", "不营业", "shut", "closed", "off"}
USUAL = {"上班", "营业", "调休", "照常", "usual", "open", "work"}
HEADS = [("日期",), ("day",), ("date",), ("Day",), ("Date",)]
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_HOURS = re.compile(r"(\d{1,2})[:：](\d{2})\s*[-–~至到]\s*(\d{1,2})[:：](\d{2})")
WRONG = {
    "letters": Text("文件既不是 UTF-8，也不是 GBK", "The file is neither UTF-8 nor GBK"),
    "day": Text("第 {n} 行的日期看不懂：{cell}", "line {n}: {cell} is no day"),
    "name": Text("第 {n} 行没有名称", "line {n} has no name"),
    "hours": Text(
        "第 {n} 行的营业时间看不懂：{cell}（写“休”“上班”或 09:00-16:00）",
        "line {n}: {cell} are no hours (write shut, usual or 09:00-16:00)",
    ),
    "twice": Text("{cell} 写了两次（第 {n} 行）", "{cell} is there twice (line {n})"),
    "none": Text("文件里没有一天", "There is no day in the file"),
    "unknown_year": Text(
        "还不知道 {cell} 年的放假安排；请按通知写一个文件导入",
        "The holidays of {cell} are not known yet: write them into a file after the notice",
    ),
}


class DaysProblem(Exception):
    """Everything that is wrong with the file; nothing of it is taken."""

    def __init__(self, wrong: Sequence[Text]) -> None:
        super().__init__("\n".join(f"{text.zh} / {text.en}" for text in wrong))
        self.wrong = tuple(wrong)


@dataclass(frozen=True, slots=True)
class _Line:
    n: int
    cells: tuple[str, ...]

    def wrong(self, why: str, cell: str = "") -> Text:
        return WRONG[why].fill(n=self.n, cell=cell)


def special_days(written: bytes, config: HallConfig) -> tuple[SpecialDay, ...]:
    """By day; raises `DaysProblem`."""
    days: dict[date, SpecialDay] = {}
    problems: list[Text] = []
    for line in _lines(_letters(written)):
        try:
            day = _day(line, config)
        except DaysProblem as why:
            problems += why.wrong
            continue
        if day.day in days:
            problems.append(line.wrong("twice", day.day.isoformat()))
        days[day.day] = day
    if problems or not days:
        raise DaysProblem(problems or [WRONG["none"]])
    return tuple(days[day] for day in sorted(days))


def with_days(config: HallConfig, days: Sequence[SpecialDay], *, own_first: bool) -> tuple[SpecialDay, ...]:
    """The hall's days and these; of one day that both have, the hall's own where that goes first."""
    theirs, ours = ({day.day: day for day in of} for of in (days, config.special_days))
    merged = {**theirs, **ours} if own_first else {**ours, **theirs}
    return tuple(merged[day] for day in sorted(merged))


def _letters(written: bytes) -> str:
    try:
        return letters_of(written)
    except NoLetters as why:
        raise DaysProblem([WRONG["letters"]]) from why


def _lines(text: str) -> Iterator[_Line]:
    separator = max(",;\t，", key=text.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    for row in reader:
        cells = tuple(clean(cell).strip() for cell in row)
        heads = reader.line_num == 1 and cells[:1] in HEADS
        if any(cells) and not heads:
            yield _Line(reader.line_num, (*cells, "", "", ""))


def _day(line: _Line, config: HallConfig) -> SpecialDay:
    written, name, hours = line.cells[:3]
    wrong = []
    day = _date(written)
    if day is None:
        wrong.append(line.wrong("day", written))
    if not name:
        wrong.append(line.wrong("name"))
    clock = _HOURS.fullmatch(hours)
    usual = hours.lower() in USUAL
    if (usual and config.hours is None) or (not usual and hours.lower() not in SHUT and clock is None):
        wrong.append(line.wrong("hours", hours))
    if wrong or day is None:
        raise DaysProblem(wrong)
    own = config.hours if usual else None
    if clock is not None:
        opens_h, opens_m, closes_h, closes_m = clock.groups()
        own = Hours(opens=f"{int(opens_h):02}:{opens_m}", closes=f"{int(closes_h):02}:{closes_m}")
    return SpecialDay(day=day, name=Text(name, ""), hours=own)


def _date(written: str) -> date | None:
    parts = _DAY.fullmatch(written)
    try:
        return date(*map(int, parts.groups())) if parts else None
    except ValueError:
        return None
