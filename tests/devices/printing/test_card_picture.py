import numpy as np
import pytest

from server.devices.printers import PrinterConfig
from server.devices.printing.card_content import Card, CardList
from server.devices.printing.card_picture import draw_card
from server.devices.printing.paper import interpret
from server.devices.printing.slip_picture import modules_of
from server.devices.printing.slips import slip_bytes
from server.domain.text import Text
from tests.devices.printing.test_slip_picture import has
from tests.devices.sample_cards import HANDLED, NOTICE, notice, reprinted


@pytest.mark.row("B09")
@pytest.mark.parametrize("dots", [576, 384])
@pytest.mark.parametrize("card", [NOTICE, HANDLED], ids=["notice", "handled"])
def test_a_card_on_paper_is_the_picture(dots: int, card: Card) -> None:
    config = PrinterConfig(id="front", kind="tcp", dots=dots)
    (paper,) = interpret(slip_bytes(card, config), dots)
    drawn = ~draw_card(card, dots)
    assert np.array_equal(np.asarray(paper.picture)[: len(drawn)], drawn)
    assert paper.cut
    assert drawn.shape[1] == dots
    assert drawn[:, :2].all()  # nothing at the very edge
    assert drawn[:, -2:].all()


def test_the_code_to_scan_is_on_it_whole() -> None:
    code = np.array([list(row) for row in modules_of(NOTICE.qr)], np.bool_).repeat(5, 0).repeat(5, 1)
    assert has(draw_card(NOTICE, 576), code)


def test_everything_that_is_missing_is_named_however_long_the_paper_gets() -> None:
    def height(n: int) -> int:
        items = tuple(Text(f"材料{k}", f"paper {k}") for k in range(n))
        return len(draw_card(notice(listed=CardList(title=Text("还缺", "x"), items=items)), 576))

    assert height(30) - height(10) == 2 * (height(20) - height(10))


def test_large_print_and_reprints_take_more_paper() -> None:
    assert (
        len(draw_card(notice(large=True), 576))
        > len(draw_card(NOTICE, 576))
        < len(draw_card(reprinted(), 576))
    )
