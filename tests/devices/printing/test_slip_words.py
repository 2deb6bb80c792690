import pytest

from server.devices.printing.slip_words import fitted, laid, lines_of, missing, width_of, wrapped

ADDRESS = "https://www.95598.cn/osgweb/index?lang=zh&area=310000&from=slip&ticket=hall01"


def test_latin_words_stay_whole_and_closing_marks_never_begin_a_line() -> None:
    assert wrapped("Please wait here", 12, len) == ["Please wait", "here"]
    assert wrapped("过号请联系，引导员", 5, len) == ["过号请联", "系，引导员"]


def test_a_word_longer_than_the_line_is_not_lost() -> None:
    assert "".join(wrapped("a " + "b" * 30, 10, len)) == "a " + "b" * 30


@pytest.mark.parametrize("width", [244, 372, 556])
def test_an_address_without_a_blank_is_broken_behind_its_marks(width: int) -> None:  # C24
    lines = laid(ADDRESS, 22, width)
    assert "".join(lines) == ADDRESS
    assert max(width_of(line, 22) for line in lines) <= width
    assert all(line[-1] in "/?&=.,;:_-" for line in lines[:-1])


def test_opening_marks_never_end_a_line() -> None:
    assert wrapped("请你看看《用电须知》", 5, len) == ["请你看看", "《用电须", "知》"]


def test_what_only_changes_how_others_look_is_not_written() -> None:
    assert lines_of("\u26a1\ufe0f\u200d厅\u202e") == ["\u26a1厅"]


def test_letters_that_no_font_has_are_named_once() -> None:  # C23
    assert missing("㮾梨供电所营业厅 㐂𠮷㛃 ⚡😀 ①㎡ A-#+\n“”") == ""
    assert missing("\ue000a\ue000\n\U0010ffff") == "\ue000\U0010ffff"


def test_a_fitted_text_fits() -> None:
    size = fitted("A1000", 240, 300)
    assert width_of("A1000", size) <= 300
    assert fitted("A", 24, 300) == 24
