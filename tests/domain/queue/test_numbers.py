"""Which number comes next."""

from dataclasses import replace

import pytest

from server.domain.config.figures import Figures
from server.domain.hall import Carried, Hall
from server.domain.queue import commands as c
from server.domain.queue.numbers import next_ordinal
from server.domain.refusals import Refused
from tests.builders import Story, a_config


def hall(issued: int, carried: Carried | None = None, **figures: int) -> Hall:
    return Hall(
        config=a_config(figures=Figures(**figures)),
        issued={"A": issued},
        carried={"A": carried} if carried else {},
    )


@pytest.mark.parametrize(
    ("issued", "carried", "expected"),
    [
        (0, None, 1),
        (999, None, 1000),
        (40, Carried(first=38), 1),  # nobody of yesterday's series is left: today's own begins
        (37, Carried(first=38, last=40), 41),  # 38 to 40 were given today already
        (36, Carried(first=38, last=40), 37),
        (40, Carried(first=41, last=40), 41),  # yesterday's gave none today
    ],
)
def test_the_next_number(issued: int, carried: Carried | None, expected: int) -> None:
    assert next_ordinal(hall(issued, carried), "A") == expected


def test_a_series_begins_where_the_hall_says_and_ends_where_it_says() -> None:
    assert next_ordinal(hall(0, series_start=101), "A") == 101
    with pytest.raises(Refused):
        next_ordinal(hall(120, series_limit=120), "A")


def test_a_number_that_is_held_is_left_out_whatever_the_series_says() -> None:
    story = Story()
    story.issue_many(3)
    wrong = replace(story.hall, issued={})
    assert next_ordinal(wrong, "A") == 4
    assert next_ordinal(wrong, "B") == 1
    story.do(c.CancelTicket(ticket="t2"))
    assert next_ordinal(replace(story.hall, issued={}), "A") == 1
