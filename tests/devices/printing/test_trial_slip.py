from datetime import datetime

import numpy as np
import pytest

from server.devices.printing.paper import interpret
from server.devices.printing.slip_picture import draw
from server.devices.printing.slips import slip_bytes
from server.devices.printing.trial_slip import BLOCK, FIGURE, PATCH, TALL, trial_slip
from server.domain.config.pieces.equipment import PrinterConfig
from server.domain.text import Text
from tests.devices.sample_slips import CONTENT

NOW = datetime(2026, 3, 2, 9, 5)  # noqa: DTZ001  # the hall's time


def printer(dots: int = 576, **more: object) -> PrinterConfig:
    return PrinterConfig(id="K1", kind="tcp", dots=dots, **more)  # type: ignore[arg-type]


WIDTHS = [384, 420, 432, 512, 576, 640, 832]


@pytest.mark.parametrize("dots", WIDTHS)
def test_the_ruler_has_a_block_at_both_very_ends(dots: int) -> None:
    ink = draw(trial_slip(CONTENT.hall, printer(dots), NOW), dots)
    both = ink[:, :BLOCK].all(1) & ink[:, -BLOCK:].all(1)
    between = ink[:, BLOCK:-BLOCK].mean(1) < 0.5
    assert (both & between).sum() == TALL - 2


@pytest.mark.parametrize("dots", WIDTHS)
def test_on_paper_of_the_wrong_width_a_block_is_missing(dots: int) -> None:
    ink = draw(trial_slip(CONTENT.hall, printer(dots), NOW), dots)
    cut_off = ink[:, : dots - BLOCK]
    assert not (cut_off[:, :BLOCK].all(1) & cut_off[:, -BLOCK:].all(1) & (cut_off.mean(1) < 0.5)).any()


def test_the_last_figure_on_a_ruler_that_is_cut_off_is_the_width() -> None:  # C22
    """A slip for 576 dots on a head of 512: its figure and mark are whole, the next one's are gone."""
    ink = draw(trial_slip(CONTENT.hall, printer(576), NOW), 576)
    for head in (512, 384):
        marks = np.flatnonzero(ink[:, head - 2 : head].all(1) & ~ink[:, head : head + 8].any(1))
        assert len(marks) >= FIGURE


def test_patches_go_from_light_to_black() -> None:
    ink = draw(trial_slip(CONTENT.hall, printer(), NOW), 576)
    rows = ink[-PATCH - 10 : -10]
    shades = [rows[:, x + 20 : x + 100].mean() for x in range(0, 570, 116)]
    assert shades == sorted(shades)
    assert shades[0] < 0.2
    assert shades[-1] == 1


@pytest.mark.parametrize("mode", ["raster", "text"])
def test_it_is_marked_and_no_customers_number(mode: str) -> None:
    content = trial_slip(Text("厅", "Hall"), printer(mode=mode, density=2), NOW)
    assert content.number == "A000"
    assert content.marks[0].zh.startswith("测试")
    (paper,) = interpret(slip_bytes(content, printer(mode=mode, density=2)))
    assert paper.cut
    assert paper.density == 2


def test_a_hall_of_chinese_alone_tries_its_printer_in_chinese() -> None:
    both, alone = (
        trial_slip(Text("厅", "Hall"), printer(), NOW, languages).order(Text("测试", "Test"))
        for languages in ("both", "zh")
    )
    assert (both, alone) == (("测试", "Test"), ("测试", ""))
