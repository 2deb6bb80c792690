"""The nouns of a hall."""

from datetime import timedelta

from server.domain.hall import AT_COUNTER, ENDED, Hall, TicketState
from server.domain.queue import commands as c
from tests.builders import Story


def test_a_wait_runs_until_the_call_and_not_into_the_service() -> None:
    story = Story("1")
    ticket = story.issue()
    story.later(minutes=5)
    assert story.ticket(ticket).wait_at(story.now) == timedelta(minutes=5)
    story.call()
    story.later(minutes=3)
    assert story.ticket(ticket).wait_at(story.now) == timedelta(minutes=5)


def test_a_wait_is_never_below_nothing() -> None:
    story = Story()
    ticket = story.issue()
    assert story.ticket(ticket).wait_at(story.now - timedelta(hours=1)) == timedelta(0)


def test_a_ticket_knows_its_counter_only_while_it_is_there() -> None:
    story = Story("1")
    ticket = story.issue()
    assert story.ticket(ticket).at_counter is None
    story.call("1")
    assert story.ticket(ticket).at_counter == "1"
    story.do(c.MarkNoShow(counter="1"))
    assert story.ticket(ticket).at_counter is None


def test_an_ended_ticket_is_found_but_does_not_wait() -> None:
    story = Story()
    gone, here = story.issue(), story.issue()
    story.do(c.MarkWalkout(ticket=gone))
    assert story.ticket(gone).has_ended
    assert [t.id for t in story.hall.waiting()] == [here]


def test_an_empty_hall_knows_nobody() -> None:
    assert Hall().ticket("ghost") is None
    assert list(Hall().waiting()) == []


def test_no_ended_state_is_at_a_counter() -> None:
    assert not AT_COUNTER & ENDED
    assert set(TicketState) > AT_COUNTER | ENDED
