from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.devices.printing.paper import Paper, interpret
from server.devices.printing.slip_columns import PAIR, encode_text, written
from server.domain.config.pieces.equipment import SLIP_LINES, SlipTemplate
from server.domain.text import Text
from tests.devices.sample_slips import CONTENT, slip


def printed(columns: int = 48, **changes: Any) -> Paper:
    (paper,) = interpret(encode_text(slip(**changes), columns), columns * 12)
    return paper


def test_a_text_slip_says_everything_in_order() -> None:
    text = "\n".join(printed().lines)
    order = [
        "城东供电营业厅",
        "居民新装用电",
        "A018",
        "3 人",
        "约 5–10 分钟",
        "A 区",
        "09:31",
        "身份证",
        "过号",
        "0571",
    ]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)
    assert "New home connection" in text


def test_chinese_is_sent_in_pairs_of_bytes_in_hanzi_mode() -> None:
    data = encode_text(slip(business=Text("〇，。Ａ００１", "x")), 48)
    assert data.startswith(b"\x1b@\x1c&")
    assert "〇，。Ａ００１".encode("gb18030") in data
    assert b"?" not in data.split(b"\x1d(k")[0]


def test_what_a_printer_with_gbk_would_turn_into_junk_is_seen_to_be_missing() -> None:  # C23
    text = "㮾梨 㐂𠮷㛃 €é⚡\ue000\U0010ffff\x80\x1b"
    said = "\n".join(printed(business=Text(text, "x"), hall=Text(text, "x")).lines)
    assert "〓梨 〓〓〓 〓é〓〓〓" in said
    rare = [chr(code) for code in (*range(0x80, 0x110000, 97), *range(0x3400, 0x3500)) if code >> 11 != 0x1B]
    assert [letter for letter in rare if len(written(letter)) > PAIR] == []


@settings(max_examples=50)
@given(st.text(max_size=20))
def test_a_text_slip_has_nothing_but_ascii_and_pairs(text: str) -> None:
    data = written(text)
    assert data.decode("gbk").encode("gbk") == data
    while data:
        step = 1 if data[0] < 0x80 else 2
        assert step == 1 or (0x81 <= data[0] <= 0xFE and 0x40 <= data[1] <= 0xFE)
        data = data[step:]


@pytest.mark.parametrize("columns", [48, 32])
def test_no_line_is_wider_than_the_paper(columns: int) -> None:
    for language in ("zh", "en"):
        for large in (False, True):
            for line in printed(columns, language=language, large=large).printed:
                cells = sum(1 if letter.isascii() else 2 for letter in line.text)
                assert cells * line.times <= columns


def test_the_number_is_the_largest_line() -> None:
    for number in ("A018", "A1000"):
        for columns in (48, 32):
            paper = printed(columns, number=number)
            assert max(paper.printed, key=lambda line: line.times).text == number
            assert max(line.times for line in paper.printed) >= 4


def test_the_printer_draws_the_code_itself_and_cuts() -> None:
    assert printed().codes == (CONTENT.qr,)
    assert printed().cut
    assert printed().unknown == ()


def test_marks_stand_on_top() -> None:
    assert any("补打 1" in line for line in printed(reprint=1).lines[:3])
    assert any("测试" in line for line in printed(test=True).lines[:3])


def test_english_comes_first_for_who_chose_it() -> None:
    lines = printed(language="en").lines
    assert lines.index("New home connection") < lines.index("居民新装用电")


OWN = SlipTemplate(head=Text("您身边", "At your side"), foot=Text("祝您愉快", "Good day"))


def test_a_hall_adds_its_own_lines_above_and_below() -> None:
    lines = printed(template=OWN).lines
    assert "您身边 At your side" in lines[:3]
    assert lines[-1] == "祝您愉快 Good day"


def test_a_hall_leaves_lines_out_and_the_number_stays() -> None:
    text = "\n".join(printed(template=SlipTemplate(leaves_out=SLIP_LINES)).lines)
    assert not any(word in text for word in ("预计等候", "请到", "请准备", "0571", "过号"))
    assert all(word in text for word in ("A018", "居民新装用电", "3 人", "09:31"))


@pytest.mark.parametrize("columns", [48, 32])
def test_a_hall_that_prints_chinese_only_leaves_no_empty_lines(columns: int) -> None:
    lines = printed(columns, template=SlipTemplate(languages="zh")).lines
    assert all(line.strip() for line in lines)
    assert not any("Please" in line for line in lines)


@pytest.mark.parametrize("columns", [48, 32])
def test_a_test_slip_measures_the_paper(columns: int) -> None:
    assert "[" + "=" * (columns - 2) + "]" in printed(columns, test=True).lines
