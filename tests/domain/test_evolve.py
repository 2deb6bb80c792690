"""The projection: one event after the other makes the hall."""

from functools import reduce

from pydantic_core import to_json

from server.domain.equipment.commands import RecordSlip
from server.domain.evolve import evolve, fold
from server.domain.hall import Hall, SlipState
from server.domain.queue import commands as c
from server.domain.values import replace
from tests.builders import Story, a_hall


def test_the_log_alone_rebuilds_the_hall() -> None:
    story = Story("1")
    story.issue_many(3)
    story.serve()
    story.do(c.CloseDay(reason="over"))
    assert reduce(evolve, story.log, Hall()) == story.hall


def test_a_day_told_at_once_is_the_day_told_event_by_event() -> None:
    """With a finish taken back and a slip that moves after the end, which exchange one of the day's ended."""
    story = Story("1", "3")
    for n in range(12):
        story.issue(("bill", "install")[n % 2], printer="K1")
    for step in (c.CallNext, c.StartService, c.FinishTicket, c.UndoLast, c.FinishTicket):
        for counter in "13":
            story.later(seconds=2)
            story.do(step(counter=counter))
    ended = next(iter(story.hall.ended.values()))
    assert ended.slip is not None
    story.do(RecordSlip(ticket=ended.id, job=ended.slip.job, state=SlipState.SENDING, printer="K1"))
    story.later(minutes=30 * 60)
    for _ in range(2):
        story.issue()
        story.do(c.CloseDay(reason="over"))
        story.later(minutes=24 * 60)
    held = reduce(evolve, story.log, Hall())
    told = fold(Hall(), ((1, event) for event in story.log))
    assert told == held == story.hall
    assert list(told.ended) == list(held.ended)
    assert [type(t) for t in (told, told.ended, told.tickets)] == [Hall, dict, dict]
    halfway = reduce(evolve, story.log[:30], Hall())
    as_it_was = to_json(halfway)
    assert fold(halfway, ((3, event) for event in story.log[30:])) == replace(held, epoch=3)
    assert to_json(halfway) == as_it_was, "whoever tells on leaves the hall he began with alone"


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
