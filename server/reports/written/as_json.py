"""A report's tables as pages get them, and as a locked month keeps them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from server.domain.text import Text
from server.reports.period import Period
from server.reports.report import Cell, Column, Row, Share, Sheet, Table, TooFew


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCell:
    """A share with its n; null where there was nothing to share."""

    k: int
    n: int
    minimum: int
    value: float | None
    enough: bool


CellShown = bool | int | float | str | Text | ShareCell | TooFew | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """`tickets` is the address of those it counts, `events` of the events behind it; "" where none are."""

    cells: Mapping[str, CellShown]
    events: str
    tickets: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTable:
    id: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[ReportRow, ...]
    note: Text = Text("", "")


def tables_json(tables: Iterable[Table], period: Period) -> tuple[ReportTable, ...]:
    return tuple(
        ReportTable(
            id=table.sheet.id,
            title=table.sheet.title,
            columns=table.sheet.columns,
            rows=tuple(_row(table.sheet, row, period) for row in table.rows),
            note=table.note,
        )
        for table in tables
    )


def _row(sheet: Sheet, row: Row, period: Period) -> ReportRow:
    return ReportRow(
        cells={c.id: cell_json(row.cells.get(c.id)) for c in sheet.columns},
        events=events_link(row.events, period),
        tickets=tickets_link(row.tickets, period),
    )


def cell_json(cell: Cell) -> CellShown:
    match cell:
        case Share():
            return ShareCell(k=cell.k, n=cell.n, minimum=cell.minimum, value=cell.value, enough=cell.enough)
        case date() | datetime():
            return cell.isoformat().replace("+00:00", "Z")
    return cell


def events_link(asked: Mapping[str, str], period: Period) -> str:
    """Where the events behind a row are to be had; a row of one day opens that day."""
    if not asked:
        return ""
    usual = {"period": "day" if "date" in asked else period.kind, "date": period.first.isoformat()}
    return "/api/events?" + urlencode({**usual, **asked})


def tickets_link(counted: Mapping[str, str], period: Period) -> str:
    """Where the tickets that a row counts are to be had, all of them."""
    if not counted:
        return ""
    usual = {"period": period.kind, "date": period.first.isoformat()}
    return "/api/reports/tickets?" + urlencode({**usual, **counted})
