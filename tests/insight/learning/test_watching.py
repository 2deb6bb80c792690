"""What a story of a day teaches: each kind of thing once, and nothing of what was cut off."""

from dataclasses import replace
from datetime import timedelta
from math import inf

from server.domain.hall import ParkKind
from server.domain.queue import commands as c
from server.domain.queue.events import ClockSettled
from server.insight.learning.lived import Lived
from server.insight.learning.watching import Watch
from tests.builders import PRIORITY, ZONE, Story, with_figures


def lived(story: Story) -> Lived:
    watch = Watch(story.now.astimezone(ZONE).date(), ZONE)
    watch.see(story.log)
    return watch.lived()


def test_a_service_is_an_occupancy_of_its_clerk() -> None:
    story = Story("1")
    story.issue_many(2)
    story.later(seconds=10).serve(seconds=100)
    story.later(seconds=20).serve(seconds=50)
    day = lived(story)
    assert [(o.service, o.staff, o.seconds, o.handled) for o in day.occupied] == [
        ("bill", "s1", 120.0, 100.0),
        ("bill", "s1", 70.0, 50.0),
    ]
    assert [w for w, _ in day.waits] == [11.0, 130.0]
    assert (day.turns, day.rests) == (2, 0)
    assert sum(day.comers.values()) == 2


def test_who_does_not_come_and_comes_back() -> None:
    story = Story("1")
    ticket = story.issue()
    story.later(minutes=6).call()
    story.later(seconds=40).do(c.MarkNoShow(counter="1"))
    story.later(seconds=90).do(c.RequeueTicket(ticket=ticket))
    story.serve()
    day = lived(story)
    assert day.calls == [(360.0, True)]  # once back, they stay
    assert day.holds == [40.0]
    assert day.away == [("returns", "", 90.0)]


def test_a_no_show_taken_back_is_none() -> None:
    story = Story("1")
    story.issue()
    story.call()
    story.later(seconds=2).do(c.MarkNoShow(counter="1"))
    story.do(c.UndoLast(counter="1"))
    story.later(seconds=58).do(c.StartService(counter="1"))
    story.later(seconds=60).do(c.FinishTicket(counter="1"))
    day = lived(story)
    assert (day.calls, day.holds, day.away) == ([(0.0, False)], [], [])
    assert [o.seconds for o in day.occupied] == [120.0]


def test_who_never_comes_back() -> None:
    story = Story("1")
    story.issue()
    story.call()
    story.do(c.MarkNoShow(counter="1"))
    story.later(minutes=5).do(c.CloseDay(reason="now"))
    assert lived(story).away == [("returns", "", inf)]


def test_who_leaves_and_who_was_called() -> None:
    story = Story("1")
    gone, _ = story.issue(), story.issue()
    story.later(minutes=12).do(c.MarkWalkout(ticket=gone))
    story.call()
    assert lived(story).waits == [(720.0, True), (720.0, False)]


def test_parked_and_back() -> None:
    story = Story("1")
    ticket = story.issue()
    story.call_and_start()
    story.later(seconds=30).do(c.ParkTicket(counter="1", kind=ParkKind.CUSTOMER_AWAY))
    story.later(minutes=7).do(c.ResumeTicket(ticket=ticket))
    assert lived(story).away == [("parked", "customer_away", 420.0)]


def test_a_pause_its_reason_and_the_rest_before_it() -> None:
    story = Story("1")
    story.issue()
    story.serve()
    story.do(c.PauseCounter(counter="1", reason="tea"))
    story.later(minutes=4).do(c.ResumeCounter(counter="1"))
    day = lived(story)
    assert day.away == [("paused", "tea", 240.0)]
    assert (day.turns, day.rests) == (1, 1)


def test_priority_comes_by_itself() -> None:
    story = Story("1")
    story.issue()
    story.issue(priority=PRIORITY)
    assert {(comer.priority, comer.sent_on) for comer, _ in lived(story).comers} == {
        (False, False),
        (True, False),
    }


def test_who_is_sent_on_comes_with_an_older_place() -> None:
    story = Story("1")
    story.issue()
    story.later(minutes=3).call_and_start()
    story.later(minutes=2).do(c.TransferTicket(counter="1", to_queue="D", position="keep_arrival"))
    [(comer, behind)] = lived(story).behind
    assert (comer.queue, comer.sent_on) == ("D", True)
    assert behind == 300.0


def test_nothing_is_held_against_another_clock() -> None:
    story = Story("1")
    story.issue()
    story.call_and_start()
    back = story.now - timedelta(hours=2)
    story.log.append(ClockSettled(at=back, was=story.now, since=story.now))
    story.later(seconds=60).do(c.FinishTicket(counter="1"))
    day = lived(story)
    assert (day.occupied, len(day.worked)) == ([], 1)


def test_a_service_that_is_never_finished_teaches_nothing() -> None:
    story = Story("1")
    story.issue()
    story.call_and_start()
    story.later(minutes=400).do(c.CloseDay(reason="now"))
    assert lived(story).occupied == []


def test_a_day_that_begins_in_the_middle() -> None:
    """What began before it is unknown, and no reason to fail (a journal with a hole)."""
    story = Story("1", config=replace(with_figures(confirm_arrival=True)))
    story.issue_many(3)
    story.serve()
    story.call_and_start()
    for cut in range(len(story.log)):
        watch = Watch(story.now.astimezone(ZONE).date(), ZONE)
        watch.see(story.log[cut:])
        watch.lived()
