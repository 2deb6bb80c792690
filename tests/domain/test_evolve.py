"""The projection: one event after the other makes the hall."""

from functools import reduce

from server.domain.evolve import evolve
from server.domain.hall import Hall
from server.domain.queue import commands as c
from tests.builders import Story, a_hall


def test_the_log_alone_rebuilds_the_hall() -> None:
    story = Story("1")
    story.issue_many(3)
    story.serve()
    story.do(c.CloseDay(reason="over"))
    assert reduce(evolve, story.log, Hall()) == story.hall


def test_each_event_counts_and_its_time_is_the_halls() -> None:
    story = Story("1")
    before = story.hall.seq
    story.later(minutes=1).issue(printer="k1")
    assert story.hall.seq == before + 2
    assert story.hall.at == story.now


def test_a_hall_is_never_changed_in_place() -> None:
    before = a_hall("1")
    story = Story("1")
    story.issue_many(2)
    story.serve()
    assert before == a_hall("1")
