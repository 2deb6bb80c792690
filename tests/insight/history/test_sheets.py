"""Foreign files: letters, separators, titles above the columns, and what is no such file at all."""

from pathlib import Path

import pytest

from server.insight.history.sheets import Unreadable, sheet_of

HEAD = "取号时间{0}业务{0}号码\r\n"
ROW = "2026-11-30 09:12:33{0}缴费{0}A001\r\n"


def written(folder: Path, content: str | bytes, encoding: str = "utf-8") -> Path:
    file = folder / "old.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "，"])
def test_whatever_letters_and_separators(tmp_path: Path, encoding: str, separator: str) -> None:
    sheet = sheet_of(written(tmp_path, (HEAD + ROW).format(separator), encoding))
    assert [(n, sheet.heads.of(row, "service")) for n, row in sheet.rows()] == [(2, "缴费")]


def test_titles_above_the_columns_and_excels_own_line(tmp_path: Path) -> None:
    sheet = sheet_of(written(tmp_path, "sep=,\n某营业厅明细\n\n" + (HEAD + ROW).format(",")))
    assert [sheet.heads.of(row, "number") for _, row in sheet.rows()] == ["A001"]


def test_a_cell_may_have_lines_and_separators_of_its_own(tmp_path: Path) -> None:
    sheet = sheet_of(written(tmp_path, HEAD.format(",") + '2026-11-30 09:12:33,"缴费,\n网上",A001\n'))
    assert [sheet.heads.of(row, "service") for _, row in sheet.rows()] == ["缴费,\n网上"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "是空的"),
        (b"\n \n", "是空的"),
        (b"PK\x03\x04anything", "Excel 工作簿"),
        (b"\xd0\xcf\x11\xe0anything", "Excel 工作簿"),
        (b"a\x00b\x00c", "不是文本文件"),
        ("取号时间,业务\n".encode() + b"2026,\xff\xff\xff\n", "第 2 行的文字"),
        ("甲,乙\n1,2\n".encode(), "缺少这些列：取号时间 (issued)、业务 (service)"),
        ("取号时间,号码\n1,2\n".encode(), "缺少这些列：业务 (service)"),
        ("取号时间,业务,取票时间\n1,2,3\n".encode(), "“取号时间”和“取票时间”两列意思相同"),
    ],
)
def test_what_cannot_be_taken_is_said(tmp_path: Path, content: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as no:
        sheet_of(written(tmp_path, content))
    assert why in no.value.text.zh
    assert no.value.text.en


def test_a_cell_without_an_end_is_said_with_its_line(tmp_path: Path) -> None:
    sheet = sheet_of(written(tmp_path, HEAD.format(",") + '2026-11-30 09:12:33,"' + "x" * 140_000))
    with pytest.raises(Unreadable) as no:
        list(sheet.rows())
    assert "第 " in no.value.text.zh


def test_no_file_at_all_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as no:
        sheet_of(tmp_path / "none.csv")
    assert "读不了" in no.value.text.zh
