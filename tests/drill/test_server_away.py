"""D7 near by; D2 and it are held on real servers by `pytest tests/drills/test_hall_drill.py`."""

import pytest

from server.drill.practice import Practice
from server.drill.seat import NotSeen
from server.drill.server_away import d7, require_all, require_line


async def test_a_sheet_has_everybody_and_who_comes_back_comes_first(practice: Practice) -> None:
    seen = await d7(practice)
    assert "A001、A002、A003" in seen.zh
    assert "A004" in seen.en


def test_a_line_in_another_order_and_a_lost_number_are_told() -> None:
    require_line(["A001", "A801"], ["A001", "A801"])
    with pytest.raises(NotSeen, match="A801、A001"):
        require_line(["A001", "A801"], ["A801", "A001"])
    require_all(["A001"], ["A002", "A001"], "lost")
    with pytest.raises(NotSeen, match="A003"):
        require_all(["A001", "A003"], ["A002", "A001"], "lost")
