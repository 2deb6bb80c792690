"""Words on a display of fixed columns: never one column more or less."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from counter_client.keypad.columns import between, fit, width, wrap

WORDS = some.text(some.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=60)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("A037", 4), ("缴费", 4), ("3号窗口", 7), ("＋", 2), ("", 0), ("e\u0301", 1), ("\t", 0)],
)
def test_a_hanzi_takes_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@given(text=WORDS, columns=some.integers(1, 40))
def test_a_line_has_its_columns_whatever_stands_in_it(text: str, columns: int) -> None:
    assert width(fit(text, columns)) == columns
    assert width(between(text, text[::-1], columns)) == columns
    assert all(width(row) == columns for row in wrap(text, columns, 2))


def test_a_hanzi_is_not_cut_in_two() -> None:
    assert fit("缴费业务", 5) == "缴费 "


def test_the_right_end_stands_and_the_left_gives_way() -> None:
    assert between("A037 居民新装增容", "呼叫中", 20) == "A037 居民新装 呼叫中"
    assert between("A037 缴费", "呼叫中", 20) == "A037 缴费     呼叫中"
    assert between("", "far too long for it", 8) == "far too "


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("暂无等候客户", ("暂无等候客户",)),
        ("正在办理A001：先按回车办结", ("正在办理A001：", "先按回车办结")),
        ("没有连接：已记下办结，请稍候", ("没有连接：已记下办结", "请稍候")),
        ("Serving A001: Enter finishes", ("Serving A001:", "Enter finishes")),
        ("called quite often enough today", ("called quite often", "enough today")),
        ("一二三四五六七八九十一二", ("一二三四五六七八九十", "一二")),
    ],
)
def test_a_long_sentence_is_broken_where_one_would_pause(text: str, rows: tuple[str, ...]) -> None:
    assert tuple(row.rstrip() for row in wrap(text, 20, 2)) == rows


def test_what_does_not_fit_into_the_lines_is_left_out() -> None:
    assert wrap("字" * 25, 20, 2) == ("字" * 10, "字" * 10)
