"""D1 and D3 near by; on a real practice hall they are held by `pytest tests/drills/test_hall_drill.py`."""

from server.drill.at_the_kiosk import d1, d3
from server.drill.practice import Practice


async def test_a_printer_without_paper_keeps_its_slip(practice: Practice) -> None:
    seen = await d1(practice)
    assert "A001" in seen.zh
    assert practice.paper.slips == 1


async def test_the_guide_gives_numbers_when_the_kiosk_is_dead(practice: Practice) -> None:
    seen = await d3(practice)
    assert "A001" in seen.en
    assert practice.paper.slips == 1
