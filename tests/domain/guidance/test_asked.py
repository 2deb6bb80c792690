"""What a visit came back with, and what it was given to come back with."""

import pytest

from server.domain.guidance import commands as gc
from server.domain.guidance.asked import came_with, way_back
from tests.builders import Story


@pytest.mark.row("B09")
def test_a_visit_is_told_by_what_it_came_with_and_by_what_it_took_home() -> None:
    today = Story()
    first = today.issue("change")
    assert way_back(today.hall, first) is None
    today.do(gc.GiveNotice(ticket=first, missing=(0,), by="s4"))
    given = way_back(today.hall, first)
    assert given is not None
    assert came_with(today.hall, today.ticket(first)) is None
    today.later(days=1).do(gc.TakeReturn(code=given.code, by="kiosk"))
    (second,) = today.hall.tickets
    back = came_with(today.hall, today.ticket(second))
    assert back is not None
    assert back.code == given.code
    assert way_back(today.hall, first) is None  # used
