import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.devices.printing.paper import interpret
from server.devices.printing.printer_commands import commands
from server.devices.printing.raster import MISREAD, Frame, encode
from server.devices.printing.slip_picture import draw
from tests.devices.sample_slips import CONTENT


@settings(max_examples=40)
@given(st.integers(1, 90), st.integers(1, 400), st.integers(0, 2**32 - 1), st.booleans())
def test_any_picture_comes_out_dot_for_dot(width: int, height: int, seed: int, plain: bool) -> None:
    random = np.random.default_rng(seed)
    ink = random.random((height, width)) < 0.1
    ink[random.random(height) < 0.8] = False
    ink[0, 0] = True  # an empty sheet is no paper
    (paper,) = interpret(encode(ink, plain=plain), width)
    assert not misread(encode(ink, plain=plain))
    assert np.array_equal(~np.asarray(paper.picture)[:height], ink)
    assert not (~np.asarray(paper.picture)[height:]).any()


def test_white_is_fed_and_not_sent() -> None:
    ink = np.zeros((700, 576), np.bool_)
    ink[600:620, 100:140] = True
    data = encode(ink)
    assert len(data) < 200
    assert [c.name for c in commands(data)].count(b"\x1bJ") == 3 + 1 + 1  # 600 rows above, 80 below, 3 mm


def test_a_slip_ends_with_feed_and_cut_and_begins_with_a_reset() -> None:
    for plain in (False, True):
        data = encode(draw(CONTENT, 576), plain=plain)
        assert data.startswith(b"\x1b@")
        assert data.endswith(b"\x1bJ\x18\x1dVB\x00")  # 3 mm: the cutter itself feeds to its blade


@pytest.mark.parametrize(
    ("frame", "dots"),
    [
        (Frame(), 24),
        (Frame(cut="full"), 24),
        (Frame(cut="none"), 88),  # to the tear bar
        (Frame(feed=0), 0),
        (Frame(feed=12), 96),
        (Frame(feed=40, cut="none"), 320),
    ],
)
def test_the_feed_fits_the_cutter(frame: Frame, dots: int) -> None:
    ink = np.ones((50, 64), np.bool_)
    (paper,) = interpret(encode(ink, frame=frame), 64)
    assert paper.picture.height == 50 + dots


@pytest.mark.parametrize("height", [47, 48, 49, 96, 144, 480, 576])
@pytest.mark.parametrize("plain", [False, True])
def test_no_picture_has_a_height_that_printers_misread(height: int, plain: bool) -> None:  # C25
    ink = np.zeros((height + 40, 64), np.bool_)
    ink[20 : 20 + height] = True
    assert not misread(encode(ink, plain=plain))
    assert not misread(encode(ink[20:-20], plain=plain))
    (paper,) = interpret(encode(ink, plain=plain), 64)
    assert np.array_equal(~np.asarray(paper.picture)[: len(ink)], ink)


def misread(data: bytes) -> list[int]:
    heights = [int.from_bytes(c.body[4:6], "little") for c in commands(data) if c.name == b"\x1dv"]
    assert heights
    return [height for height in heights if height % MISREAD == 0]


def test_plain_is_one_piece() -> None:
    data = encode(draw(CONTENT, 384), plain=True)
    assert [c.name for c in commands(data)].count(b"\x1dv") == 1
    assert len(encode(draw(CONTENT, 384))) < len(data)
