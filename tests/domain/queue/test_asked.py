"""Finding what a command speaks of, or saying what is wrong with it."""

from collections.abc import Callable

import pytest

from server.domain.hall import Hall
from server.domain.queue import commands as c
from server.domain.queue import events as e
from server.domain.queue.asked import (
    counter_of,
    customer_at,
    free_counter,
    leaving,
    movable,
    open_counter,
    profile_of,
    queue_of,
    service_of,
    ticket_of,
)
from server.domain.refusals import Refused
from tests.builders import Story


def refused(find: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as refusal:
        find()
    return refusal.value


def test_what_is_there_is_found() -> None:
    story = Story("1")
    ticket = story.issue()
    hall = story.hall
    assert hall.setup is hall.config
    assert service_of(hall, "bill").queue == "A"
    assert queue_of(hall, "A").letter == "A"
    assert profile_of(hall, "all").id == "all"
    assert ticket_of(hall, ticket).number == "A001"
    assert counter_of(hall, "6").state == "closed"
    assert free_counter(hall, "1") is open_counter(hall, "1") is hall.counters["1"]
    assert movable(hall, ticket, e.TicketCalled).id == ticket


def test_what_is_not_there_is_refused_by_name() -> None:
    hall = Story().hall
    for find, code in (
        (service_of, "unknown_service"),
        (queue_of, "unknown_queue"),
        (profile_of, "unknown_profile"),
        (ticket_of, "unknown_ticket"),
        (counter_of, "unknown_counter"),
    ):
        refusal = refused(lambda find=find: find(hall, "ghost"))  # type: ignore[misc]
        assert refusal.code == code
        assert "ghost" in refusal.fields.values()
    assert refused(lambda: Hall().setup).code == "no_hall"


def test_a_busy_counter_names_its_customer() -> None:
    story = Story("1")
    story.issue()
    story.call()
    assert refused(lambda: free_counter(story.hall, "1")).fields == {"counter": "1", "number": "A001"}


def test_an_impossible_move_names_the_state_and_the_action() -> None:
    story = Story("1")
    story.issue()
    story.call()
    refusal = refused(lambda: customer_at(story.hall, "1", e.TicketFinished))
    assert refusal.text.zh == "A001 现在是“已叫号”，不能办结"


def test_the_ticket_that_left_last_is_the_one_that_ended_or_was_missed_here() -> None:
    story = Story("1", "2")
    ticket = story.issue()
    assert refused(lambda: leaving(story.hall, "1")).code == "nothing_to_undo"
    story.call()
    story.do(c.MarkNoShow(counter="1"))
    assert leaving(story.hall, "1").id == ticket
    assert refused(lambda: leaving(story.hall, "2")).code == "nothing_to_undo"
    story.do(c.RequeueTicket(ticket=ticket))
    assert refused(lambda: leaving(story.hall, "1")).code == "nothing_to_undo"
