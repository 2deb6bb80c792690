"""Files for a spreadsheet, read back by others' code."""

import csv
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from server.domain.text import Text
from server.reports.catalogue import catalogue
from server.reports.opening import Paper, Told, paper
from server.reports.period import period_of
from server.reports.report import Cells, Row, Share, Table, TooFew
from server.reports.texts import sheet
from server.reports.written.sheets import as_csv, as_xlsx, safe, wide
from server.visits.past import Past
from tests.reports.conftest import BusyHall
from tests.reports.lived import a_database

TITLE, HALL, ANSWER = Text("报表", "Report"), Text("示范厅", "The hall"), Text("三人", "Three")
DAY = period_of("day", date(2026, 3, 2), "Asia/Shanghai")
CELLS: Cells = {
    "day": date(2026, 3, 2),
    "moment": datetime(2026, 3, 2, 1, 30, tzinfo=UTC),
    "service": Text("缴费", "Bills"),
    "staff": "1207",
    "n": 3,
    "mean": 490.5,
    "cost": 150,
    "peak_day": True,
    "within": Share(k=2, n=3),
    "satisfied": Share(k=2, n=3, minimum=30),
    "rank": TooFew(n=3, minimum=30),
    "reason": "=HYPERLINK(1)",
}
TABLE = Table(sheet=sheet("by_day", *CELLS), rows=(Row(sheet="by_day", cells=CELLS, events={}),))
PEOPLE = {"1207": "王芳"}


def a_paper(*tables: Table) -> Paper:
    return Paper(title=TITLE, hall=HALL, period=DAY, opening=ANSWER, tables=tables)


def files(body: bytes) -> dict[str, list[list[str]]]:
    with ZipFile(BytesIO(body)) as pack:
        assert all(pack.read(name).startswith(b"\xef\xbb\xbf") for name in pack.namelist())
        read = {name: pack.read(name).decode("utf-8-sig") for name in pack.namelist()}
    return {name: list(csv.reader(StringIO(text))) for name, text in read.items()}


def test_csv_opens_in_chinese_has_one_table_a_file_and_carries_every_n_and_unit() -> None:
    ((name, (heads, values)),) = files(as_csv([a_paper(TABLE)], PEOPLE)).items()
    assert name == "报表-按日-2026-03-02-2026-03-02.csv"
    line = dict(zip(heads, values, strict=True))
    assert line["日期 / Day"] == "2026-03-02"
    assert line["时刻 / Time"] == "2026-03-02 09:30:00"
    assert line["营业员 / Clerk"] == "王芳"
    assert line["平均等候（秒） / Mean wait (s)"] == "490.50"
    assert line["费用（元） / Cost (yuan)"] == "1.50"
    assert line["达标占比（0–1） / Within the goal (0–1)"] == "0.6667"
    assert line["满意率（0–1） / Satisfied of rated (0–1)"] == ""  # 2 of 3 is no share of a clerk
    assert line["满意率 / Satisfied of rated (n)"] == "3 样本不足 / not enough data"
    assert line["名次 / Rank"] == "样本不足 / not enough data (n=3 < 30)"


def test_xlsx_has_a_sheet_a_table_with_hall_period_answer_and_numbers_that_count() -> None:
    book = load_workbook(BytesIO(as_xlsx([a_paper(TABLE, TABLE)], PEOPLE)))
    assert len(book.worksheets) == 2
    page = book.worksheets[0]
    assert (page.title, page.freeze_panes) == ("按日", "A5")
    assert [page[f"A{n}"].value for n in (1, 2, 3)] == [
        "报表 / Report · 按日 / By day",
        "示范厅 / The hall  2026-03-02",
        "三人 / Three",
    ]
    line = {head.value: cell for head, cell in zip(page[4], page[5], strict=True)}
    mean = line["平均等候（时:分:秒） / Mean wait (h:mm:ss)"]
    assert mean.number_format == "[h]:mm:ss"
    assert isinstance(mean.value, int | float) or mean.is_date
    share = line["达标占比（%） / Within the goal (%)"]
    assert (share.number_format, share.value) == ("0.0%", pytest.approx(2 / 3))
    assert line["费用（元） / Cost (yuan)"].value == 1.5
    assert line["日期 / Day"].value == datetime(2026, 3, 2)  # noqa: DTZ001  # as Excel keeps a day
    assert page[4][0].font.bold


def test_every_head_and_text_has_room_in_its_column() -> None:
    page = load_workbook(BytesIO(as_xlsx([a_paper(TABLE)], PEOPLE))).worksheets[0]
    for head in page[4]:
        width = page.column_dimensions[head.column_letter].width
        assert all(wide(part) <= width for part in str(head.value).split(" / "))
        value = page[5][head.column - 1].value
        assert not isinstance(value, str) or wide(value) <= width
    assert (page.page_setup.orientation, page.print_title_rows) == ("landscape", "$1:$4")


def test_a_workbook_of_many_reports_begins_with_what_each_comes_to() -> None:
    other = replace(a_paper(TABLE), title=Text("满意度", "Satisfaction"))
    book = load_workbook(BytesIO(as_xlsx([a_paper(TABLE), other], PEOPLE)))
    assert book.sheetnames == ["摘要", "报表·按日", "满意度·按日"]
    first = [[cell.value for cell in row] for row in book.worksheets[0]]
    assert first[0][0] == "示范厅 / The hall  2026-03-02"
    assert first[2:] == [["报表 / Report", "三人\nThree"], ["满意度 / Satisfaction", "三人\nThree"]]


def test_in_a_hall_of_chinese_alone_no_file_has_a_word_of_english() -> None:
    papers = [a_paper(TABLE), replace(a_paper(TABLE), title=Text("满意度", "Satisfaction"))]
    words = [
        word
        for lines in files(as_csv(papers, PEOPLE, chinese_alone=True)).values()
        for line in lines
        for word in line
    ]
    book = load_workbook(BytesIO(as_xlsx(papers, PEOPLE, chinese_alone=True)))
    words += [str(cell.value) for page in book.worksheets for row in page for cell in row if cell.value]
    assert {"报表", "三人", "营业员", "费用（元）"} <= set(words)
    assert [word for word in words if re.search("[a-z]{2}", word)] == []


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_what_somebody_typed_is_never_a_formula(text: str) -> None:
    assert safe(text) == f"'{text}"
    assert safe("老人不适") == "老人不适"


def test_a_typed_reason_is_text_in_both_files() -> None:
    ((_, line),) = files(as_csv([a_paper(TABLE)], PEOPLE)).values()
    assert "'=HYPERLINK(1)" in line
    page = load_workbook(BytesIO(as_xlsx([a_paper(TABLE)], PEOPLE))).worksheets[0]
    reason = page[5][len(page[4]) - 1]
    assert (reason.data_type, reason.value) == ("s", "'=HYPERLINK(1)")


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_every_report_can_be_written_with_data_and_without(busy: BusyHall, name: str) -> None:
    period, report = busy.period(), catalogue()[name]
    for past in (busy.past, Past(a_database(), ["hall"])):
        told = Told(report=report, past=past, period=period, config=busy.config, today=period.last)
        made = paper(told)
        assert made.opening.zh
        assert made.opening.en
        written = files(as_csv([made], {}))
        assert [len(lines) for lines in written.values()] == [1 + len(t.rows) for t in made.tables]
        book = load_workbook(BytesIO(as_xlsx([made], {})))
        assert [page.max_row for page in book.worksheets] == [4 + len(t.rows) for t in made.tables]


def test_what_the_journal_holds_from_before_cannot_stop_an_export() -> None:
    """C11: what got in before the door was closed."""
    assert safe("老人先办\u000b腿脚\ud800不便\uffff") == "老人先办 腿脚不便"
    assert safe("\u000b=1") == " =1"
