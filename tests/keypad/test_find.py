"""Where a number stands, on a display of four lines."""

from typing import Any

import pytest

from counter_client.keypad.columns import width
from counter_client.keypad.find import find_number, lines_of
from tests.keypad.booth import a_booth

CALL = {
    "at": "2026-03-02T01:12:00Z",
    "counter_name": {"zh": "3 号窗口", "en": "Counter 3"},
    "staff": "",
    "recalls": 2,
    "reason": {"zh": "", "en": ""},
}


def standing(number: str, state: str = "waiting", **more: Any) -> dict[str, Any]:
    name = {"zh": "交电费", "en": "Pay a bill"}
    since = "2026-03-02T01:00:00Z"
    stands = {"number": number, "state": state, "service_name": name, "ahead": 3, "waited_seconds": 725.0}
    return {"standing": {**stands, "since": since, "call": None, **more}}


@pytest.mark.parametrize(
    ("found", "zh", "en"),
    [
        ([], ["A017", "今天没有A017"], ["A017", "No A017 today"]),
        (
            [standing("A017")],
            ["A017", "交电费", "等候 前面3位", "已等12分"],
            ["A017", "Pay a bill", "Waiting 3 ahead", "waited 12m"],
        ),
        (
            [standing("A017", "no_show", call=CALL)],
            ["A017", "交电费", "过号 3 号窗口", "09:12叫号 重呼2次"],
            ["A017", "Pay a bill", "Missed Counter 3", "called 09:12 again 2x"],
        ),
        ([standing("A017", "cancelled")], ["A017", "交电费", "已作废", "09:00起"], ["A017"]),
        (
            [standing("A017"), standing("B017", "serving", call={**CALL, "recalls": 0})],
            ["查号", "A017 等候 前面3位", "B017 办理中 3 号窗口"],
            ["Find"],
        ),
    ],
)
def test_it_is_told_in_three_lines_that_fit(found: list[Any], zh: list[str], en: list[str]) -> None:
    title, rows = lines_of("A017", {"tickets": found})
    assert [title.zh, *(row.zh for row in rows)] == zh
    assert [title.en, *(row.en for row in rows)][: len(en)] == en
    assert all(width(row.zh) <= 20 for row in rows)


def test_without_a_server_it_says_so() -> None:
    title, rows = find_number("http://127.0.0.1:9", "token", "A17")
    assert (title.zh, [row.zh for row in rows]) == ("A17", ["连不上服务器"])


def test_a_number_is_typed_shown_and_asked_for_and_nothing_else_happens() -> None:
    booth = a_booth()
    booth.press("1", "0", "7", "Backspace")
    assert [line.strip() for line in booth.lines[1:3]] == ["10_", "回车查询 .返回"]
    booth.press("Enter")
    assert (booth.session.to_find(), booth.session.to_find()) == ("10", "")
    booth.press("Q", "A", "1", "7", "F", "9", "9", "Enter")
    assert booth.session.to_find() == "A17F9"  # so many letters fit; the hall says that it is no number
    booth.press("Q", "Enter", "5", ".")
    assert booth.session.to_find() == ""
    assert booth.kinds == []


def test_what_was_found_stands_until_the_next_key_which_then_does_nothing_else() -> None:
    booth = a_booth()
    booth.session.tell_number(*lines_of("A017", {"tickets": [standing("A017")]}))
    assert booth.lines[1].strip() == "交电费"
    booth.press("Enter")
    assert booth.kinds == []
    booth.press("Enter")
    assert booth.kinds == ["call_next"]


def test_behind_a_number_the_next_is_typed_and_none_of_its_letters_is_a_key() -> None:
    """Q, A17, Enter on the result of the last one began to serve the customer at the counter."""
    booth = a_booth()
    booth.session.tell_number(*lines_of("A017", {"tickets": [standing("A017")]}))
    booth.press("Q", "A", "1", "8", "Enter")
    assert (booth.session.to_find(), booth.kinds) == ("A18", [])
    booth.session.tell_number(*lines_of("A018", {"tickets": [standing("A018")]}))
    booth.press("1", "9", "Enter")
    assert (booth.session.to_find(), booth.kinds) == ("19", [])
