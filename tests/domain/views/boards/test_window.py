"""What the display above a counter shows."""

from dataclasses import replace

import pytest

from server.domain.queue import commands as c
from server.domain.text import Text
from server.domain.views.boards.lobby import lobby
from server.domain.views.boards.window import window
from server.insight.waits import estimate
from tests.builders import COUNTERS, PRIORITY, Story, a_config, leaves


def test_a_window_shows_number_call_and_announcement_while_somebody_is_there() -> None:
    story = Story("1")
    story.issue()
    story.call()
    called = window(story.hall, "1")
    assert (called.state, called.number, called.announcement) == ("calling", "A001", 1)
    assert (called.announced_at, called.staff) == (story.now, "s1")
    story.later(seconds=20).do(c.Recall(counter="1"))
    again = window(story.hall, "1")
    assert (again.call, again.announcement, again.announced_at) == (called.call, 2, story.now)
    story.do(c.StartService(counter="1"))
    assert window(story.hall, "1").state == "serving"
    story.do(c.FinishTicket(counter="1"))
    idle = window(story.hall, "1")
    assert (idle.state, idle.number, idle.call, idle.announcement) == ("open_idle", "", "", 0)


@pytest.mark.parametrize("leave", [c.MarkNoShow(counter="1"), c.ReturnToQueue(counter="1")])
def test_who_has_left_the_counter_is_not_called_any_more(leave: c.MarkNoShow) -> None:
    story = Story("1")
    story.issue()
    story.call()
    story.do(leave)
    assert window(story.hall, "1").number == ""


def test_a_window_names_its_business_and_a_dedicated_one_says_so() -> None:
    story = Story()
    quick, complex_ = window(story.hall, "1"), window(story.hall, "5")
    assert ([b.en for b in quick.business], quick.dedicated) == (["Bills", "Advice"], False)
    assert ([b.en for b in complex_.business], complex_.dedicated) == (["High voltage"], True)


@pytest.mark.row("Q27")
def test_a_paused_or_closed_window_says_where_to_go_instead() -> None:
    story = Story("1", "2", "3", "4")
    story.do(c.PauseCounter(counter="1", reason="lunch"))
    paused, shut, working = (window(story.hall, i) for i in "163")
    assert (paused.state, paused.pause_reason, paused.instead) == ("paused", "lunch", ("2", "3"))
    assert (shut.state, shut.instead) == ("closed", ("2", "3"))
    assert working.instead == ()


def test_nobody_is_sent_to_a_counter_that_does_only_part_of_the_business() -> None:
    """screens.md 29: a paused counter of everything named the room that takes high voltage alone."""
    story = Story("1", "2", "3", "4", "5")
    story.do(c.PauseCounter(counter="3", reason="lunch"))
    assert window(story.hall, "3").instead == ()


def test_a_room_is_named_and_not_numbered() -> None:
    rooms = tuple(replace(k, room=k.id == "3", name=Text("洽谈室", "Meeting room")) for k in COUNTERS)
    story = Story("1", "2", "3", config=a_config(counters=rooms))
    story.do(c.PauseCounter(counter="1", reason="lunch"))
    paused, room = window(story.hall, "1"), window(story.hall, "3")
    assert (paused.instead, [name.en for name in paused.instead_rooms]) == (("2",), ["Meeting room"])
    assert (room.room, paused.room) == (True, False)


def test_a_window_shows_the_clerks_number_and_nothing_private_of_the_customer() -> None:
    story = Story("1")
    story.issue(priority=PRIORITY, priority_reason="pregnant", segment="vip")
    story.call()
    for name, value in leaves(window(story.hall, "1")):
        assert name not in ("token", "priority", "priority_reason", "segment", "ticket")
        assert value not in ("pregnant", "vip", "priority")
        assert not str(value).startswith("token-")


@pytest.mark.row("Q27")
def test_a_pause_is_at_once_on_every_screen_in_the_waits_and_in_who_is_called() -> None:
    """Counter 2 pauses at 10:31 for a meal."""
    story = Story("1", "2").at("10:31")
    story.issue_many(8)
    before = estimate(story.hall, story.now)["A"]
    story.do(c.PauseCounter(counter="2", reason="就餐"))
    assert (window(story.hall, "2").state, window(story.hall, "2").pause_reason) == ("paused", "就餐")
    assert lobby(story.hall, story.now, {}).open_counters == ("1",)
    after = estimate(story.hall, story.now)["A"]
    assert before is not None
    assert after is not None
    assert after > before
    assert story.refused(c.CallNext(counter="2")) == "counter_paused"
