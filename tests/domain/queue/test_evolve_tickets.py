"""What each step of a ticket makes of the hall: figures, the board's lines, the waiting clock."""

import pytest

from server.domain.hall import TicketState
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.queue.evolve_tickets import MOVES_OF_TICKETS
from server.domain.queue.lifecycle import TICKET
from tests.builders import PRIORITY, Story


def test_every_move_has_its_effect() -> None:
    assert {m for moves in TICKET.values() for m in moves} <= MOVES_OF_TICKETS.keys()


def test_a_move_that_is_no_row_is_a_bug_and_stops() -> None:
    story = Story("1")
    ticket = story.issue()
    finished = e.TicketFinished(
        at=story.now, ticket=ticket, counter="1", outcome="done", services_done=(), handling_seconds=0
    )
    with pytest.raises(KeyError):
        MOVES_OF_TICKETS[e.TicketFinished](story.hall, finished)


def test_an_ordinary_call_ends_a_run_of_priority_calls() -> None:
    story = Story("1")
    story.issue(priority=PRIORITY)
    story.issue()
    story.serve()
    assert story.hall.priority_run["A"] == story.hall.priority_run["D"] == 1
    story.serve()
    assert story.hall.priority_run["A"] == 0


def test_an_ended_ticket_is_no_longer_among_the_open_ones_and_a_fetched_back_one_is() -> None:
    story = Story("1")
    ticket = story.issue()
    story.serve()
    assert (ticket in story.hall.tickets, ticket in story.hall.ended) == (False, True)
    story.do(c.UndoLast(counter="1"))
    assert (ticket in story.hall.tickets, ticket in story.hall.ended) == (True, False)


@pytest.mark.parametrize(
    "end", [c.MarkWalkout(ticket="t1"), c.CancelTicket(ticket="t1"), c.CloseDay(reason="over")]
)
def test_every_end_closes_the_leg_with_its_time_and_outcome(end: c.MarkWalkout) -> None:
    story = Story()
    story.named = 0
    story.issue()
    story.later(minutes=9).do(end)
    leg = story.ticket("t1").leg
    assert leg.ended_at == story.now
    assert leg.outcome


def test_closing_the_day_over_a_customer_frees_the_counter_first() -> None:
    story = Story("1")
    ticket = story.issue()
    story.call()
    story.do(c.CloseDay(reason="fire drill"))
    assert story.ticket(ticket).state is TicketState.ENDED_BY_SYSTEM
    assert (story.counter("1").ticket, story.counter("1").state) == (None, "closed")
