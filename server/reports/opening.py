"""What a report opens with: one sentence that answers, compared with an earlier period and with the goal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from math import floor
from typing import Any

from server.domain.config.config import HallConfig
from server.domain.text import Text
from server.reports import opening_texts as t
from server.reports.period import Period, earlier
from server.reports.report import Cells, Report, Row, Share, Table
from server.visits.past import Past

SECONDS = 60  # a minute
WHO = ("staff", "person", "issued_by", "device", "owner")  # columns where somebody or something acted
PARTS = 1000  # a share is cut to one decimal of a percent, as tables show it


@dataclass(frozen=True, kw_only=True)
class Told:
    """A report's lines, and those of the earlier period once they are asked for."""

    report: Report
    past: Past
    period: Period
    config: HallConfig
    today: date  # the hall's own
    people: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def rows(self) -> list[Row]:
        return self.report.rows(self.past, self.period, self.config)

    @cached_property
    def before(self) -> "Told":
        period = earlier(self.period, self.today)
        return Told(report=self.report, past=self.past, period=period, config=self.config, today=self.today)

    def lines(self, sheet: str) -> list[Cells]:
        return [row.cells for row in self.rows if row.sheet == sheet]

    def line(self, sheet: str) -> Cells | None:
        """The last of a table, which is the sum where a table has one."""
        return next(reversed(self.lines(sheet)), None)

    @property
    def earlier_name(self) -> Text:
        part = self.period.first <= self.today < self.period.last
        return t.PART[self.period.kind] if part else t.EARLIER[self.period.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A report of a hall and a period as it is read: its sentence, its tables."""

    title: Text
    hall: Text
    period: Period
    opening: Text
    tables: tuple[Table, ...]


def opening_of(lived: Told) -> Text:
    """Empty for a report of somebody else's that has no such sentence."""
    opens: Callable[[Told], Text] | None = getattr(lived.report, "opening", None)
    return opens(lived) if opens else t.NONE


def paper(lived: Told) -> Paper:
    notes = getattr(lived.report, "notes", None)
    why: Mapping[str, Text] = notes(lived) if notes else {}
    return Paper(
        title=lived.report.TITLE,
        hall=lived.config.name,
        period=lived.period,
        opening=opening_of(lived),
        tables=tuple(
            Table(
                sheet=sheet,
                rows=tuple(_with_who(row) for row in lived.rows if row.sheet == sheet.id),
                note=why.get(sheet.id, t.NONE),
            )
            for sheet in lived.report.columns()
        ),
    )


def _with_who(row: Row) -> Row:
    """Who did it and was not written down is said: a bare dash looked like a row that was cut off."""
    blank = {name: t.NOT_RECORDED for name in WHO if row.cells.get(name) == ""}
    return replace(row, cells={**row.cells, **blank}) if blank else row


def compared(lived: Told, now: Share, before: Share | None) -> Text:
    """ ", 3 points more than last month"; where either has too few, so many words."""
    name = lived.earlier_name
    if before is None or before.value is None:
        return t.NOTHING_BEFORE.fill(before=name)
    if not (now.enough and before.enough):
        return t.TOO_FEW_BEFORE.fill(before=name, n=before.n)
    assert now.value is not None
    points = (parts(now.value) - parts(before.value)) / 10
    if points == 0:
        return t.LEVEL.fill(before=name)
    return (t.HIGHER if points > 0 else t.LOWER).fill(before=name, points=f"{abs(points):g}")


def parts(share: float) -> int:
    """In thousandths, cut: 99.96 % is not a hundred."""
    return floor(share * PARTS + 1e-9)


def percent(share: Share) -> str:
    assert share.value is not None
    return f"{parts(share.value) / 10:g} %"


def enough(share: Share) -> bool:
    return share.enough


def minutes(seconds: Any) -> str:
    return f"{seconds / SECONDS:.1f}".removesuffix(".0")


def number(cell: Any) -> int:
    assert isinstance(cell, int)
    return cell


def share(cell: Any) -> Share:
    assert isinstance(cell, Share)
    return cell


def together(shares: list[Share]) -> Share:
    return Share(k=sum(s.k for s in shares), n=sum(s.n for s in shares))
