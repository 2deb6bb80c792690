"""Tasks and care acts: explain, water, take, done."""

import pytest

from server.domain.care import commands as cc
from server.domain.care import events as ce
from server.domain.queue import commands as c
from tests.builders import Story, names
from tests.care_builders import climb


def told(story: Story) -> set[str]:
    return {f"{t.kind} {t.number}" for t in story.hall.care.tasks.values()}


def test_the_same_task_is_raised_once() -> None:
    story = Story()
    ticket = story.issue()
    task = cc.RaiseTask(kind="explain", subject=ticket, roles=("guide",))
    assert names(story.do(task)) == ["TaskRaised"]
    assert story.do(task) == ()
    assert told(story) == {"explain A001"}


def test_a_task_about_a_zone_or_a_counter_needs_no_ticket() -> None:
    story = Story("1")
    story.do(cc.RaiseTask(kind="water", subject="east", roles=("guide",), detail="24"))
    task = story.hall.care.tasks["water/east"]
    assert (task.ticket, task.number, task.detail) == ("", "east", "24")


def test_nobody_is_sent_to_a_customer_who_was_called_meanwhile() -> None:
    story = Story("1")
    ticket = story.issue()
    story.call()
    assert story.do(cc.RaiseTask(kind="remedy", subject=ticket, roles=("guide",))) == ()


def test_a_task_is_taken_once_and_by_the_first() -> None:
    story = Story()
    ticket = story.issue()
    climb(story.later(seconds=601))
    story.do(cc.TakeTask(task=f"explain/{ticket}", by="person:li"))
    assert story.do(cc.TakeTask(task=f"explain/{ticket}", by="person:zhao")) == ()
    assert story.hall.care.tasks[f"explain/{ticket}"].taken_by == "person:li"
    story.do(cc.DropTask(task=f"explain/{ticket}"))
    assert not story.hall.care.tasks


@pytest.mark.row("Q30")
def test_explaining_ends_the_task_and_is_on_record_with_who_did_it() -> None:
    story = Story()
    ticket = story.issue()
    climb(story.later(seconds=601))
    explained, ended = story.do(cc.ExplainWait(ticket=ticket, by="person:li"))
    assert isinstance(explained, ce.WaitExplained)
    assert (explained.script, explained.by) == (1, "person:li")
    assert isinstance(ended, ce.TaskEnded)
    assert story.hall.care.explained[ticket] == story.now
    assert names(story.do(cc.ExplainWait(ticket=ticket, by="person:li"))) == ["WaitExplained"]


@pytest.mark.parametrize("act", [cc.ExplainWait, cc.GiveWater])
def test_only_who_waits_is_explained_to_or_gets_water(act: type[cc.ExplainWait]) -> None:
    story = Story("1")
    ticket = story.issue()
    story.call()
    assert story.refused(act(ticket=ticket)) == "wrong_state"


@pytest.mark.row("R03")
def test_water_for_a_zone_reaches_everybody_who_waits_there_once() -> None:
    story = Story("1")
    bills, others = story.issue_many(3), story.issue_many(2, "install")
    story.do(c.StartFormFilling(ticket=bills[1]))
    story.do(cc.GiveWater(ticket=bills[0], by="person:li"))
    assert names(story.do(cc.GiveWater(zone="east", by="person:li"))) == ["WaterGiven", "WaterGiven"]
    assert story.hall.care.watered.keys() == set(bills)
    assert story.do(cc.GiveWater(zone="east", by="person:li")) == ()
    late = story.issue()
    (given,) = story.do(cc.GiveWater(zone="east", by="person:li"))
    assert isinstance(given, ce.WaterGiven)
    assert given.ticket == late
    assert not story.hall.care.watered.keys() & set(others)


def test_water_for_one_customer_again_changes_nothing() -> None:
    story = Story()
    ticket = story.issue()
    story.do(cc.GiveWater(ticket=ticket))
    assert story.do(cc.GiveWater(ticket=ticket)) == ()


def test_water_for_the_zone_ends_its_task() -> None:
    story = Story()
    story.issue()
    story.do(cc.RaiseTask(kind="water", subject="east", roles=("guide",)))
    assert names(story.do(cc.GiveWater(zone="east"))) == ["WaterGiven", "TaskEnded"]
