"""Files for a spreadsheet, read back by others' code."""

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from server.domain.text import Text
from server.reports.catalogue import catalogue
from server.reports.report import Cells, Row, Share, Table, TooFew, tables
from server.reports.sheets import as_csv, as_xlsx, safe
from server.reports.texts import sheet
from server.visits.past import Past
from tests.reports.conftest import BusyHall
from tests.reports.lived import a_database

ZONE = "Asia/Shanghai"
TITLE = Text("报表", "Report")
CELLS: Cells = {
    "day": date(2026, 3, 2),
    "moment": datetime(2026, 3, 2, 1, 30, tzinfo=UTC),
    "service": Text("缴费", "Bills"),
    "staff": "1207",
    "n": 3,
    "mean": 490.5,
    "cost": 150,
    "peak_day": True,
    "satisfied": Share(k=2, n=3, minimum=30),
    "rank": TooFew(n=3, minimum=30),
    "reason": "=HYPERLINK(1)",
}
TABLE = Table(sheet=sheet("by_day", *CELLS), rows=(Row(sheet="by_day", cells=CELLS, events={}),))
PEOPLE = {"1207": "王芳"}


def test_csv_opens_in_chinese_and_carries_every_n() -> None:
    body = as_csv(TITLE, [TABLE], PEOPLE, ZONE)
    assert body.startswith(b"\xef\xbb\xbf")
    title, heads, values, *_ = csv.reader(StringIO(body.decode("utf-8-sig")))
    assert title == ["按日 / By day"]
    line = dict(zip(heads, values, strict=True))
    assert line["日期 / Day"] == "2026-03-02"
    assert line["时刻 / Time"] == "2026-03-02 09:30:00"
    assert line["营业员 / Clerk"] == "王芳"
    assert line["费用 / Cost"] == "1.50"
    assert line["满意率 / Satisfied of rated"] == "0.6667"
    assert line["满意率 / Satisfied of rated (n)"] == "3 样本不足 / not enough data"
    assert line["名次 / Rank"] == "样本不足 / not enough data (n=3 < 30)"


def test_xlsx_has_a_sheet_a_table_with_numbers_that_count() -> None:
    book = load_workbook(BytesIO(as_xlsx(TITLE, [TABLE, TABLE], PEOPLE, ZONE)))
    assert len(book.worksheets) == 2
    page = book.worksheets[0]
    assert (page.title, page.freeze_panes) == ("按日", "A2")
    line = {head.value: cell for head, cell in zip(page[1], page[2], strict=True)}
    mean = line["平均等候 / Mean wait"]
    assert mean.number_format == "[h]:mm:ss"
    assert isinstance(mean.value, int | float) or mean.is_date
    share = line["满意率 / Satisfied of rated"]
    assert (share.number_format, share.value) == ("0.0%", pytest.approx(2 / 3))
    assert line["费用 / Cost"].value == 1.5
    assert line["日期 / Day"].value == datetime(2026, 3, 2)  # noqa: DTZ001  # as Excel keeps a day
    assert page[1][0].font.bold


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_what_somebody_typed_is_never_a_formula(text: str) -> None:
    assert safe(text) == f"'{text}"
    assert safe("老人不适") == "老人不适"


def test_a_typed_reason_is_text_in_both_files() -> None:
    assert "'=HYPERLINK" in as_csv(TITLE, [TABLE], PEOPLE, ZONE).decode()
    page = load_workbook(BytesIO(as_xlsx(TITLE, [TABLE], PEOPLE, ZONE))).worksheets[0]
    reason = page[2][len(page[1]) - 1]
    assert (reason.data_type, reason.value) == ("s", "'=HYPERLINK(1)")


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_every_report_can_be_written_with_data_and_without(busy: BusyHall, name: str) -> None:
    period, report = busy.period(), catalogue()[name]
    for past in (busy.past, Past(a_database(), ["hall"])):
        found = tables(report, past, period, busy.config)
        text = as_csv(report.TITLE, found, {}, ZONE).decode("utf-8-sig")
        lines = list(csv.reader(StringIO(text)))
        assert len(lines) == sum(3 + len(t.rows) for t in found)
        book = load_workbook(BytesIO(as_xlsx(report.TITLE, found, {}, ZONE)))
        assert [page.max_row for page in book.worksheets] == [1 + len(t.rows) for t in found]


def test_what_the_journal_holds_from_before_cannot_stop_an_export() -> None:
    """C11: what got in before the door was closed."""
    assert safe("老人先办\u000b腿脚\ud800不便\uffff") == "老人先办 腿脚不便"
    assert safe("\u000b=1") == " =1"
