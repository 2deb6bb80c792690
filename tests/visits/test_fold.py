"""What becomes of a visit in reports, step by step."""

from dataclasses import replace

from server.domain.hall import ParkKind
from server.domain.queue import commands as c
from server.domain.queue.events import TicketCalled, TicketFinished
from server.domain.setup.commands import ConfigureHall
from tests.builders import PRIORITY, SERVICES, ZONE, Story, a_config
from tests.reports.lived import every, seen


def test_a_leg_has_the_wait_that_was_stored_at_its_last_call() -> None:
    story = Story("1")
    story.issue()
    story.later(minutes=7).call("1")
    story.do(c.ReturnToQueue(counter="1"))
    story.later(minutes=2).serve("1", seconds=90)
    leg = seen(story)["A001"].leg
    stored = [e.waited_seconds for e in story.log if isinstance(e, TicketCalled)]
    assert [call.waited_seconds for call in leg.calls] == stored == [420, 540]
    assert leg.last_call is not None
    assert (leg.handling_seconds, leg.served, leg.staff, leg.in_standard) == (90, True, "s1", True)


def test_parking_is_neither_wait_nor_handling() -> None:
    story = Story("1")
    ticket = story.issue()
    story.later(minutes=3).call_and_start("1")
    story.later(seconds=60).do(c.ParkTicket(counter="1", kind=ParkKind.CUSTOMER_AWAY))
    story.later(minutes=30).do(c.ResumeTicket(ticket=ticket, counter="1"))
    story.later(seconds=40).do(c.FinishTicket(counter="1"))
    leg = seen(story)["A001"].leg
    assert leg.handling_seconds == 100
    assert leg.last_call is not None
    assert leg.last_call.waited_seconds == 180


def test_a_finish_taken_back_is_not_served_until_it_is_finished_again() -> None:
    story = Story("1")
    story.issue()
    story.serve("1")
    story.do(c.UndoLast(counter="1"))
    assert not seen(story)["A001"].leg.served
    story.later(seconds=30).do(c.FinishTicket(counter="1"))
    assert seen(story)["A001"].leg.handling_seconds == 90


def test_a_transfer_and_an_added_service_are_legs_of_one_visit() -> None:
    story = Story("3", "4")
    story.issue("change")
    story.call_and_start("3")
    story.do(c.TransferTicket(counter="3", to_queue="D"))
    story.call_and_start("3")
    story.do(c.AddService(counter="3", service="bill", here=True))
    story.later(seconds=50).do(c.FinishTicket(counter="3"))
    legs = seen(story)["C001"].legs
    assert [(leg.queue, leg.outcome, leg.served) for leg in legs] == [
        ("C", "transferred", False),
        ("D", "done", True),
        ("A", "done", True),
    ]
    assert [len(leg.calls) for leg in legs] == [1, 1, 0]
    assert legs[2].staff == "s3"


def test_the_standard_is_the_one_that_was_in_force() -> None:
    story = Story("1")
    story.issue_many(2)
    story.serve("1", seconds=150)
    strict = tuple(replace(s, standard_seconds=100) for s in SERVICES)
    story.do(ConfigureHall(config=a_config(services=strict)))
    story.serve("1", seconds=150)
    assert [v.leg.in_standard for v in seen(story).values()] == [True, False]


def test_who_leaves_before_the_call_has_no_wait_to_its_end() -> None:
    story = Story("1")
    ticket = story.issue(priority=PRIORITY)
    story.do(c.MarkWalkout(ticket=ticket))
    visit = seen(story)["A001"]
    assert (visit.leg.outcome, visit.leg.last_call, visit.priority, visit.ended_at is not None) == (
        "walkout",
        None,
        True,
        True,
    )


def test_a_number_that_is_ended_days_later_is_a_visit_of_its_own_day() -> None:
    story = Story("1")
    story.issue()
    monday = story.now.astimezone(ZONE).date()
    story.later(days=4).issue("advice")
    found = {visit.number: visit for visit in every(story)}
    assert (found["A001"].leg.outcome, found["A001"].issued_at.astimezone(ZONE).date()) == ("expired", monday)
    assert found["A001"].ended_at == story.now


def test_what_is_counted_of_a_visit_beside_its_legs() -> None:
    story = Story("1")
    ticket = story.issue()
    story.call("1")
    story.later(seconds=5).do(c.Recall(counter="1"))
    story.later(seconds=5).do(c.MarkNoShow(counter="1"))
    story.do(c.RequeueTicket(ticket=ticket))
    story.call_and_start("1")
    story.do(c.ParkTicket(counter="1", kind=ParkKind.CUSTOMER_AWAY))
    story.later(minutes=4).do(c.ResumeTicket(ticket=ticket, counter="1"))
    story.do(c.FinishTicket(counter="1"))
    visit = seen(story)["A001"]
    assert (visit.recalls, visit.no_shows, visit.parked_seconds, visit.parked_at) == (1, 1, 240, None)


def test_a_counter_without_an_arrival_to_confirm_counts_from_the_call() -> None:
    story = Story("1", config=a_config(figures=replace(a_config().figures, confirm_arrival=False)))
    story.issue()
    story.call("1")
    story.later(seconds=75).do(c.FinishTicket(counter="1"))
    finished = next(e for e in story.log if isinstance(e, TicketFinished))
    assert seen(story)["A001"].leg.handling_seconds == finished.handling_seconds == 75
