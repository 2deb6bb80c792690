import numpy as np

from server.devices.printing.slip_strip import Column


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
    ink = strip.paint(200)
    assert 0.6 < ink.mean() < 0.97


def test_what_leans_out_of_its_own_width_is_moved_and_not_cut_off() -> None:
    strip = Column(10, 80)
    strip.words("j", 48)
    strip.words("龘龘龘龘", 20, weight=2)
    columns = np.flatnonzero(strip.paint(100).any(0))
    assert columns[0] >= 10
    assert columns[-1] < 90
