"""What each event of promises makes of the hall, and what ends a promise."""

from functools import reduce

import pytest

from server.domain.evolve import evolve
from server.domain.hall import Hall
from server.domain.promises.levels import LEVELS, band_of
from server.domain.promises.nouns import Ahead, Foresight
from server.domain.queue import commands as c
from server.journal.snapshots import taken, unpacked
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


def waits(story: Story, minutes: float) -> None:
    """One is told five to nine minutes, half by seven, and called after so many."""
    ahead = Ahead(low=300, high=540, middle=420)
    story.foresee = lambda: Foresight(at=story.now, seq=0, joins={("A", False): ahead})
    ticket = story.issue()
    looked(story, {ticket: (30.0, 40.0)})  # told anew: it is the first that is learned from
    story.later(minutes=minutes).serve("1")


def test_each_call_teaches_its_band_over_the_days_and_the_log_and_a_snapshot_know_it() -> None:
    today = Story("1")
    for minutes in (7, 9.5, 4, 9.5):
        waits(today, minutes)
    today.later(days=1).issue()
    level = today.hall.promises.levels[band_of(420)]
    assert (level.scored, round(level.low, 3), round(level.high, 3)) == (4, 0.094, 0.916)
    assert [one.scored for one in today.hall.promises.levels] == [0, 0, 4, 0, 0, 0]
    assert reduce(evolve, today.log, Hall()).promises.levels == today.hall.promises.levels
    hall = today.hall
    assert unpacked(taken(hall).body, hall.id, hall.seq).promises == hall.promises


def test_a_wait_by_usual_times_alone_teaches_nothing() -> None:
    today = Story("1")
    promised(today)
    today.later(minutes=10).serve("1")
    assert today.hall.promises.levels == LEVELS


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
