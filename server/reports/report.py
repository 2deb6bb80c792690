"""What every report promises, and what its tables are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from server.domain.config.config import HallConfig
from server.domain.config.figures import LEAST
from server.domain.quantile import quantile
from server.domain.text import Text
from server.reports.period import Period
from server.visits.past import Past


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share never goes without its n; below `minimum` it says so and makes no rank."""

    k: int
    n: int
    minimum: int = 0

    @property
    def value(self) -> float | None:
        return self.k / self.n if self.n else None

    @property
    def enough(self) -> bool:
        """Of few it is a number and no share; how many are few, the hall says of some, else everybody."""
        return self.n >= (self.minimum or LEAST)


@dataclass(frozen=True, slots=True, kw_only=True)
class TooFew:
    """In place of a rank: 样本不足."""

    n: int
    minimum: int
    too_few: bool = True


Cell = Text | str | int | float | date | datetime | Share | TooFew | None
Cells = Mapping[str, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`kind` tells how a cell is shown: text, person, count, seconds, money (fen), share, rank …"""

    id: str
    title: Text
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table's head."""

    id: str
    title: Text
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table `sheet`; `tickets`: which tickets it counts; `events`: which events made it."""

    sheet: str
    cells: Cells
    events: Mapping[str, str]
    tickets: Mapping[str, str] = field(default_factory=dict)


class Report(Protocol):
    """A file of this folder that has a title is one."""

    TITLE: Text

    def columns(self) -> tuple[Sheet, ...]: ...

    def rows(self, past: Past, period: Period, config: HallConfig) -> list[Row]:
        """A pure function of the visits; none give no figures, never an error."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A head with its lines; `note` says what is left out of it and why."""

    sheet: Sheet
    rows: tuple[Row, ...]
    note: Text = field(default=Text("", ""))


def tables(report: Report, past: Past, period: Period, config: HallConfig) -> tuple[Table, ...]:
    rows = report.rows(past, period, config)
    return tuple(
        Table(sheet=sheet, rows=tuple(r for r in rows if r.sheet == sheet.id)) for sheet in report.columns()
    )


def median(values: Sequence[float]) -> float | None:
    return quantile(values, 0.5)


def mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
