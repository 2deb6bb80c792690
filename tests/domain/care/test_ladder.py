"""Which visit has waited past which rung: strictly, by its own clock, on its service's and day's ladder."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from server.domain.care import commands as cc
from server.domain.care.ladder import ladder_of, next_moment, next_rung, reached, rungs_of
from server.domain.config.config import USUAL_LADDER, Ladder
from server.domain.hall import ParkKind
from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from tests.builders import Story, a_config, with_figures
from tests.care_builders import climb, ladder

USUAL = {"explain": 600, "pre_alert": 900, "remedy": 1200, "call_manager": 1800}


def due(story: Story) -> list[str]:
    return [found.rung.act for found in reached(story.hall, story.now)]


@pytest.mark.parametrize("act", USUAL)
def test_a_rung_is_passed_strictly_after_its_time(act: str) -> None:
    story = Story()
    story.issue()
    assert act not in due(story.later(seconds=USUAL[act]))
    assert act in due(story.later(seconds=0.000001))


def test_a_visit_that_waits_very_long_passes_all_rungs_in_their_order() -> None:
    story = Story()
    story.issue()
    assert due(story.later(minutes=31)) == [*USUAL]


def test_what_is_on_record_is_not_due_again() -> None:
    story = Story()
    story.issue()
    climb(story.later(minutes=21))
    assert due(story) == []
    assert due(story.later(minutes=10)) == ["call_manager"]


def test_a_form_filler_waits_and_a_customer_at_a_counter_does_not() -> None:
    story = Story("1")
    ticket = story.issue()
    story.do(c.StartFormFilling(ticket=ticket))
    assert due(story.later(seconds=601)) == ["explain"]
    story.do(c.EndFormFilling(ticket=ticket))
    story.call()
    assert due(story.later(minutes=30)) == []


def test_a_transfer_goes_on_with_the_clock_of_the_visit() -> None:
    story = Story("1")
    story.issue()
    story.later(minutes=9).call_and_start()
    story.later(minutes=15).do(c.TransferTicket(counter="1", to_queue="B"))
    assert due(story.later(seconds=60)) == []
    assert due(story.later(seconds=1)) == ["explain"]


def test_absence_after_a_miss_is_no_waiting_but_the_wait_before_it_counts() -> None:
    story = Story("1")
    ticket = story.issue()
    story.later(minutes=19).call()
    story.later(minutes=1).do(c.MarkNoShow(counter="1"))
    story.later(minutes=5).do(c.RequeueTicket(ticket=ticket))
    assert "remedy" not in due(story.later(seconds=60))
    assert "remedy" in due(story.later(seconds=1))


def parked_and_back(story: Story, *, resumed: bool) -> str:
    """Ten minutes of waiting, two of service, seven away, and back in line."""
    ticket = story.issue()
    story.later(minutes=10).call_and_start()
    story.later(minutes=2).do(c.ParkTicket(counter="1", kind=ParkKind.CUSTOMER_AWAY))
    story.later(minutes=7)
    if resumed:
        story.do(c.ResumeTicket(ticket=ticket, counter="1"))
        story.later(minutes=3).do(c.TransferTicket(counter="1", to_queue="B"))
    else:
        story.do(c.ResumeTicket(ticket=ticket))
    return ticket


@pytest.mark.parametrize("resumed", [False, True])
@pytest.mark.parametrize(("counts", "waited"), [(False, 10), (True, 17)])
def test_time_away_by_choice_is_no_waiting_unless_the_hall_says_so(
    counts: bool, waited: int, resumed: bool
) -> None:
    story = Story("1", config=with_figures(parked_time_waits=counts))
    ticket = story.ticket(parked_and_back(story, resumed=resumed))
    assert story.now - ticket.clock_from == timedelta(minutes=waited)


def test_parking_twice_counts_each_absence_once() -> None:
    story = Story("1", config=with_figures(parked_time_waits=True))
    ticket = parked_and_back(story, resumed=False)
    story.later(minutes=1).call_and_start()
    story.later(minutes=2).do(c.ParkTicket(counter="1", kind=ParkKind.CUSTOMER_AWAY))
    story.later(minutes=4).do(c.ResumeTicket(ticket=ticket))
    assert story.now - story.ticket(ticket).clock_from == timedelta(minutes=17 + 1 + 4)


def test_a_raised_threshold_spares_and_a_lowered_one_reaches_who_waits_already() -> None:
    story = Story()
    story.issue()
    story.later(minutes=19)
    story.do(ConfigureHall(config=a_config(ladders=(ladder(remedy=1500),))))
    assert due(story.later(minutes=2)) == []
    story.do(ConfigureHall(config=a_config(ladders=(ladder(remedy=1080),))))
    assert due(story) == ["remedy"]


def test_a_change_of_the_ladder_reaches_nobody_twice() -> None:
    story = Story()
    ticket = story.issue()
    climb(story.later(seconds=1201))
    story.do(ConfigureHall(config=a_config(ladders=(ladder(remedy=1210),))))
    assert climb(story.later(minutes=5)) == ()
    assert story.hall.care.reached[ticket] == ("explain", "pre_alert", "remedy")


def test_the_newest_ladder_in_force_counts_from_its_day_on() -> None:
    new = replace(ladder(remedy=1080), valid_from=date(2026, 8, 1))
    config = a_config(ladders=(USUAL_LADDER, new))
    assert ladder_of(config, "bill", date(2026, 7, 31)) == USUAL_LADDER
    assert ladder_of(config, "bill", date(2026, 8, 1)) == new


def test_a_service_with_a_ladder_of_its_own_does_not_use_the_halls() -> None:
    own = Ladder(rungs=ladder(remedy=2400).rungs, services=("complex",))
    newer = replace(ladder(remedy=60), valid_from=date(2026, 1, 1))
    config = a_config(ladders=(USUAL_LADDER, own, newer))
    assert ladder_of(config, "complex", date(2026, 3, 2)) == own
    assert ladder_of(config, "bill", date(2026, 3, 2)) == newer
    assert ladder_of(a_config(ladders=(own,)), "bill", date(2026, 3, 2)) is None


def test_the_usual_ladder_follows_the_halls_own_threshold() -> None:
    story = Story(config=with_figures(remedy_threshold_seconds=700))
    ticket = story.ticket(story.issue())
    rungs = [(r.act, r.after_seconds) for r in rungs_of(story.hall, ticket, story.now)]
    assert rungs == [("explain", 600), ("remedy", 700), ("pre_alert", 900), ("call_manager", 1800)]


def test_who_is_about_to_pass_a_rung_is_known_before() -> None:
    story = Story()
    ticket = story.ticket(story.issue())
    assert next_moment(story.hall, story.now) == story.now + timedelta(minutes=10)
    soon = next_rung(story.hall, ticket, story.later(minutes=16).now)
    assert soon is not None
    assert (soon[0].act, soon[1]) == ("remedy", timedelta(minutes=4))
    story.do(cc.ReachRung(ticket=ticket.id, act="explain"))
    assert next_rung(story.hall, ticket, story.later(minutes=15).now) is None
    assert next_moment(story.hall, story.now) is None


def test_a_hall_without_set_up_or_ladder_owes_nothing() -> None:
    story = Story(config=a_config(ladders=()))
    story.issue()
    assert due(story.later(minutes=60)) == []
