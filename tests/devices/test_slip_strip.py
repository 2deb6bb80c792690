import numpy as np
import pytest

from server.devices.errors import DeviceMisconfigured
from server.devices.slip_strip import Column, fitted, typeface, width_of, wrapped


def test_the_font_is_found_inside_the_installed_package() -> None:
    assert typeface().is_file()


@pytest.mark.parametrize("package", ["escpos", "no_such_package"])
def test_a_package_without_a_chinese_font_is_refused(package: str) -> None:
    with pytest.raises(DeviceMisconfigured, match=package):
        typeface(package)


def test_latin_words_stay_whole_and_closing_marks_never_begin_a_line() -> None:
    assert wrapped("Please wait here", 12, len) == ["Please wait", "here"]
    assert wrapped("过号请联系，引导员", 5, len) == ["过号请联", "系，引导员"]


def test_a_word_longer_than_the_line_is_not_lost() -> None:
    assert "".join(wrapped("a " + "b" * 30, 10, len)) == "a" + "b" * 30


def test_a_fitted_text_fits() -> None:
    size = fitted("A1000", 240, 300)
    assert width_of("A1000", size) <= 300
    assert fitted("A", 24, 300) == 24


def test_two_texts_share_a_line_only_if_both_fit() -> None:
    short, long = Column(0, 300), Column(0, 300)
    short.sides("厅", 30, "Hall", 20)
    long.sides("城东供电营业厅", 30, "Chengdong Power Service Hall", 20)
    assert long.y > short.y * 1.5


def test_columns_side_by_side_do_not_overlap() -> None:
    left, right = Column(10, 300).split(100, 180, gap=20)
    assert (left.x, left.x + left.width, right.x, right.x + right.width) == (10, 110, 130, 310)


def test_a_banner_is_white_on_black() -> None:
    strip = Column(0, 200)
    strip.banner("请到", 40, "Go", 20)
    ink = ~np.asarray(strip.paint(200))
    assert 0.6 < ink.mean() < 0.97


def test_paint_leaves_only_black_and_white() -> None:
    strip = Column(0, 100)
    strip.words("请", 48)
    assert strip.paint(100).mode == "1"
