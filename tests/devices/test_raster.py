import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from server.devices.paper import interpret
from server.devices.printer_commands import commands
from server.devices.raster import encode
from server.devices.slip_picture import draw
from tests.devices.sample_slips import CONTENT


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 90), st.integers(1, 400), st.integers(0, 2**32 - 1), st.booleans())
def test_any_picture_comes_out_dot_for_dot(width: int, height: int, seed: int, plain: bool) -> None:
    random = np.random.default_rng(seed)
    ink = random.random((height, width)) < 0.1
    ink[random.random(height) < 0.8] = False
    ink[0, 0] = True  # an empty sheet is no paper
    (paper,) = interpret(encode(Image.fromarray(~ink), plain=plain), width)
    assert np.array_equal(~np.asarray(paper.picture)[:height], ink)
    assert not (~np.asarray(paper.picture)[height:]).any()


def test_white_is_fed_and_not_sent() -> None:
    picture = Image.new("1", (576, 700), 255)
    picture.paste(0, (100, 600, 140, 620))
    data = encode(picture)
    assert len(data) < 200
    assert [c.name for c in commands(data)].count(b"\x1bJ") == 3 + 1  # 600 rows above, 80 below


def test_a_slip_ends_with_feed_and_cut_and_begins_with_a_reset() -> None:
    for plain in (False, True):
        data = encode(draw(CONTENT, 576), plain=plain)
        assert data.startswith(b"\x1b@")
        assert data.endswith(b"\x1bd\x03\x1dVB\x00")


def test_plain_is_one_piece() -> None:
    data = encode(draw(CONTENT, 384), plain=True)
    assert [c.name for c in commands(data)].count(b"\x1dv") == 1
    assert len(encode(draw(CONTENT, 384))) < len(data)
