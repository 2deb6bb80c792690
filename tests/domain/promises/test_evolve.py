"""What each event of promises makes of the hall, and what ends a promise."""

from functools import reduce

import pytest

from server.domain.evolve import evolve
from server.domain.hall import Hall
from server.domain.queue import commands as c
from tests.builders import Story
from tests.domain.promises.test_rules import foresees, looked


def promised(story: Story) -> str:
    foresees(story, {"A": (9, 15)})
    return story.issue()


def test_the_log_alone_rebuilds_what_was_told() -> None:
    today = Story("1")
    line = [promised(today) for _ in range(5)]
    looked(today, dict.fromkeys(line, (30.0, 40.0)), over=0.9)
    looked(today, dict.fromkeys(line, (30.0, 40.0)), over=0.0)
    today.later(minutes=10).serve("1")
    looked(today, {})
    assert reduce(evolve, today.log, Hall()) == today.hall


@pytest.mark.parametrize(
    "ending", [c.CancelTicket(ticket="", by="li"), c.MarkWalkout(ticket="")], ids=lambda a: type(a).__name__
)
def test_who_leaves_the_line_is_promised_nothing_and_scores_nothing(ending: object) -> None:
    today = Story("1")
    ticket = promised(today)
    today.do(type(ending)(ticket=ticket, **({"by": "li"} if hasattr(ending, "by") else {})))  # type: ignore[call-arg]
    assert today.hall.promises.newest == {}
    assert today.hall.promises.scored == 0


def test_a_new_day_begins_without_promises() -> None:
    today = Story("1")
    promised(today)
    today.serve("1")
    assert today.hall.promises.scored == 1
    today.later(days=1).issue()
    assert today.hall.promises.scored == 0
