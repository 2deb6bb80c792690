"""A report's tables as files for a spreadsheet: CSV that Excel opens in Chinese, and XLSX."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING
from unicodedata import east_asian_width
from zipfile import ZIP_DEFLATED, ZipFile
from zoneinfo import ZoneInfo

from server.domain.letters import clean
from server.domain.text import Text
from server.reports.opening import Paper
from server.reports.report import Cell, Column, Row, Share, Table, TooFew
from server.reports.texts import ANSWER, CONTENTS, CSV_UNITS, NONE, REPORT, TOO_FEW, XLSX_UNITS, YES

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
LONGEST_NAME = 31  # of a sheet
HEADER = 4  # the line of the columns' names, below the title, hall and period, and the answer
A4 = 9
Value = str | int | float | date | datetime | None
People = Mapping[str, str | Text]
Say = Callable[[Text], str]


def as_csv(papers: Sequence[Paper], people: People, *, chinese_alone: bool = False) -> bytes:
    """A ZIP with a file a table: its header, its lines, and nothing else, so that any program reads it."""
    say, out = chinese if chinese_alone else both, BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as pack:
        for paper in papers:
            for table in paper.tables:
                name = f"{paper.title.zh}-{table.sheet.title.zh}-{paper.period.first}-{paper.period.last}.csv"
                pack.writestr(name, _csv(table, people, paper.period.timezone, say))
    return out.getvalue()


def _csv(table: Table, people: People, timezone: str, say: Say) -> bytes:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([safe(name) for name in heads(table, CSV_UNITS, say)])
    for row in table.rows:
        writer.writerow([_written(c, v) for c, v in _values(table, row, people, timezone, say)])
    return f"{BOM}{out.getvalue()}".encode()


def as_xlsx(papers: Sequence[Paper], people: People, *, chinese_alone: bool = False) -> bytes:
    """One sheet a table, each with its hall and period; several reports begin with what they come to."""
    from openpyxl import Workbook  # noqa: PLC0415  # a third of a second, and a hall starts without it

    book, say = Workbook(), chinese if chinese_alone else both
    many = len(papers) > 1
    if many:
        _contents(book.create_sheet(CONTENTS.zh), papers, say)
    for paper in papers:
        for table in paper.tables:
            title = f"{paper.title.zh}·{table.sheet.title.zh}" if many else table.sheet.title.zh
            _fill(book.create_sheet(title[:LONGEST_NAME]), paper, table, people, say)
    book.remove(book.worksheets[0])
    book.properties.title = say(papers[0].title)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _contents(page: "Worksheet", papers: Sequence[Paper], say: Say) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415  # as above

    page.append([whose(papers[0], say)])
    page.append([say(REPORT), say(ANSWER)])
    for paper in papers:
        opening = paper.opening if say is both else Text(paper.opening.zh, "")
        page.append([safe(say(paper.title)), safe(f"{opening.zh}\n{opening.en}".strip())])
    for cell in (*page["A"], *page["B"]):
        cell.alignment = Alignment(wrap_text=cell.row > 1, vertical="top")
    page["A1"].font = page["A2"].font = page["B2"].font = Font(bold=True)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 36, 110
    page.freeze_panes = "A3"


def whose(paper: Paper, say: Say) -> str:
    first, last = paper.period.first, paper.period.last
    return f"{say(paper.hall)}  {first}" + (f" – {last}" if last != first else "")


def _fill(page: "Worksheet", paper: Paper, table: Table, people: People, say: Say) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415  # as above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  # as above

    page.append([safe(f"{say(paper.title)} · {say(table.sheet.title)}")])
    page.append([safe(whose(paper, say))])
    page.append([safe(say(table.note) or say(paper.opening))])
    page.append(heads(table, XLSX_UNITS, say))
    page["A1"].font = Font(bold=True, size=13)
    for head in page[HEADER]:
        head.font, head.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for n, row in enumerate(table.rows, HEADER + 1):
        for m, (kind, value) in enumerate(_values(table, row, people, paper.period.timezone, say), 1):
            cell = page.cell(n, m)
            cell.value = safe(value) if isinstance(value, str) else _in_days(kind, value)
            if kind in FORMATS and not isinstance(value, str):
                cell.number_format = FORMATS[kind]
    page.freeze_panes = f"A{HEADER + 1}"
    for n, kind in enumerate(_kinds(table), 1):
        head, *lines = page[get_column_letter(n)][HEADER - 1 :]
        parts = str(head.value).split(" / ")  # wraps there
        texts = [str(c.value) for c in lines if isinstance(c.value, str)]
        width = max(WIDTHS.get(kind, USUAL_WIDTH), *(wide(text) + 2 for text in (*parts, *texts)))
        page.column_dimensions[get_column_letter(n)].width = min(width, WIDEST)
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = f"1:{HEADER}"


def wide(text: str) -> int:
    """In a spreadsheet's units; a Chinese letter takes two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _in_days(kind: str, value: Value) -> Value:
    """Excel's own time of day, so that it can be shown as h:mm:ss and still be counted with."""
    if kind != "seconds" or not isinstance(value, int | float):
        return value
    if value < 0:  # no time of day is
        whole = round(-value)
        return f"−{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
    return value / SECONDS_A_DAY


def both(text: Text) -> str:
    return " / ".join(part for part in (text.zh, text.en) if part)


def chinese(text: Text) -> str:
    return text.zh


def heads(table: Table, units: Mapping[str, Text], say: Say) -> list[str]:
    """With their units; a share takes two columns: a share never goes without its n."""
    return [head for column in table.sheet.columns for head in _head(column, units, say)]


def _head(column: Column, units: Mapping[str, Text], say: Say) -> tuple[str, ...]:
    name = say(column.title + units.get(column.kind, NONE))
    return (name, f"{say(column.title)} (n)") if column.kind == "share" else (name,)


def _kinds(table: Table) -> list[str]:
    of_columns = ((c.kind, "count") if c.kind == "share" else (c.kind,) for c in table.sheet.columns)
    return [kind for kinds in of_columns for kind in kinds]


def _values(table: Table, row: Row, people: People, timezone: str, say: Say) -> Iterator[tuple[str, Value]]:
    for column in table.sheet.columns:
        cell = row.cells.get(column.id)
        if column.kind == "share":
            share = cell if isinstance(cell, Share) else None
            # A file is for reckoning: few are few by the n beside them.
            shown = share is not None and share.n >= share.minimum
            yield "share", share.value if share and shown else None
            yield "count", (share.n if shown else f"{share.n} {say(TOO_FEW)}") if share else None
        elif column.kind == "person":
            called = cell if isinstance(cell, Text) else people.get(str(cell), str(cell or ""))
            yield "person", say(called) if isinstance(called, Text) else called
        else:
            yield column.kind, _plain(column.kind, cell, timezone, say)


def _plain(kind: str, cell: Cell, timezone: str, say: Say) -> Value:
    match cell:
        case Text():
            return say(cell)
        case TooFew():
            return f"{say(TOO_FEW)} (n={cell.n} < {cell.minimum})"
        case bool():
            return say(YES) if cell else ""
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
