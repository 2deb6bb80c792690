"""A report's tables as files for a spreadsheet: CSV that Excel opens in Chinese, and XLSX."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from server.domain.letters import clean
from server.domain.text import Text
from server.reports.report import Cell, Column, Row, Share, Table, TooFew
from server.reports.texts import TOO_FEW

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

BOM = "\ufeff"
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what somebody typed must not run in the reader's Excel
SPREADSHEET_SPACES = "\t\r\n"
SECONDS_A_DAY = 86400
FORMATS = {"seconds": "[h]:mm:ss", "money": "0.00", "share": "0.0%", "level": "0.00", "date": "yyyy-mm-dd"}
FORMATS["moment"] = "yyyy-mm-dd hh:mm:ss"
WIDTHS = {"text": 18, "person": 14, "moment": 20, "date": 12}
USUAL_WIDTH = 12
WIDEST = 60
Value = str | int | float | date | datetime | None
People = Mapping[str, str]


def as_csv(title: Text, tables: Sequence[Table], people: People, timezone: str) -> bytes:
    """All tables one under another, each below its name."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for table in tables:
        writer.writerow([safe(both(table.sheet.title))])
        writer.writerow([safe(name) for name in heads(table)])
        for row in table.rows:
            writer.writerow([_written(c, v) for c, v in _values(table, row, people, timezone)])
        writer.writerow([])
    return f"{BOM}{out.getvalue()}".encode()


def as_xlsx(title: Text, tables: Sequence[Table], people: People, timezone: str) -> bytes:
    """One sheet a table, with a header row that stays."""
    from openpyxl import Workbook  # noqa: PLC0415  # a third of a second, and a hall starts without it

    book = Workbook()
    for table in tables:
        page = book.create_sheet(table.sheet.title.zh)
        _fill(page, table, people, timezone)
    book.remove(book.worksheets[0])
    book.properties.title = both(title)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(page: "Worksheet", table: Table, people: People, timezone: str) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415  # as above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  # as above

    page.append(heads(table))
    for head in page[1]:
        head.font, head.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for n, row in enumerate(table.rows, 2):
        for m, (kind, value) in enumerate(_values(table, row, people, timezone), 1):
            cell = page.cell(n, m)
            cell.value = safe(value) if isinstance(value, str) else _in_days(kind, value)
            if kind in FORMATS and not isinstance(value, str):
                cell.number_format = FORMATS[kind]
    page.freeze_panes = "A2"
    for n, kind in enumerate(_kinds(table), 1):
        longest = max((len(str(c.value or "")) for c in page[get_column_letter(n)][1:]), default=0)
        width = max(WIDTHS.get(kind, USUAL_WIDTH), longest * 2 if kind == "text" else 0)
        page.column_dimensions[get_column_letter(n)].width = min(width, WIDEST)


def _in_days(kind: str, value: Value) -> Value:
    """Excel's own time of day, so that it can be shown as h:mm:ss and still be counted with."""
    return value / SECONDS_A_DAY if kind == "seconds" and isinstance(value, int | float) else value


def both(text: Text) -> str:
    return " / ".join(part for part in (text.zh, text.en) if part)


def heads(table: Table) -> list[str]:
    """A share takes two columns: a share never goes without its n."""
    return [head for column in table.sheet.columns for head in _head(column)]


def _head(column: Column) -> tuple[str, ...]:
    name = both(column.title)
    return (name, f"{name} (n)") if column.kind == "share" else (name,)


def _kinds(table: Table) -> list[str]:
    of_columns = ((c.kind, "count") if c.kind == "share" else (c.kind,) for c in table.sheet.columns)
    return [kind for kinds in of_columns for kind in kinds]


def _values(table: Table, row: Row, people: People, timezone: str) -> Iterator[tuple[str, Value]]:
    for column in table.sheet.columns:
        cell = row.cells.get(column.id)
        if column.kind == "share":
            share = cell if isinstance(cell, Share) else None
            yield "share", share.value if share else None
            yield "count", (share.n if share.enough else f"{share.n} {both(TOO_FEW)}") if share else None
        elif column.kind == "person":
            yield "person", people.get(str(cell), str(cell)) if cell else ""
        else:
            yield column.kind, _plain(column.kind, cell, timezone)


def _plain(kind: str, cell: Cell, timezone: str) -> Value:
    match cell:
        case Text():
            return both(cell)
        case TooFew():
            return f"{both(TOO_FEW)} (n={cell.n} < {cell.minimum})"
        case bool():
            return "是 / yes" if cell else ""
        case int() | float() if kind == "money":
            return round(cell / 100, 4)
        case datetime():
            return cell.astimezone(ZoneInfo(timezone)).replace(tzinfo=None, microsecond=0)
        case Share():
            return cell.value
    return cell


def _written(kind: str, value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return safe(value)
        case float() if kind == "share":
            return f"{value:.4f}"
        case float():
            return f"{value:.2f}"
        case datetime():
            return value.isoformat(sep=" ")
    return str(value)


def safe(text: str) -> str:
    """A leading apostrophe tells a spreadsheet that this is text; what is no letter stays out of the file."""
    if not text.isprintable():  # the journal may hold what nobody could send today
        text = "".join(letter if letter in SPREADSHEET_SPACES else clean(letter) for letter in text)
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text
