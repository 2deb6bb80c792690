"""The board: what of a hall matters for who is called when, in seconds from its moment."""

import pickle
import time
from dataclasses import replace

import pytest

from server.domain.hall import CounterState, Hall, ParkKind
from server.domain.queue import commands as c
from server.insight.forward.board import Board, Where, board_of
from server.insight.forward.plan import usual_plan
from server.plugins import order as order_of
from server.plugins import plugins
from server.routing import fair_share
from tests.builders import PRIORITY, Story
from tests.insight.waiting_halls import NOW, busy, hall, line, ticket


def board(standing: Hall) -> Board:
    assert standing.config is not None
    order = fair_share.order(standing.config.figures)
    return board_of(standing, NOW, order, usual_plan(standing, NOW))


def test_places_and_clocks_are_seconds_from_its_moment() -> None:
    (first, second) = board(
        hall({"1": "A"}, [ticket("A", 2, minutes_ago=2, priority=PRIORITY), ticket("A", 1, minutes_ago=9)])
    ).people
    assert (first.ticket, first.place, first.ahead, first.clock) == ("A001", -540, -540, -540)
    assert (second.ticket, second.place, second.ahead) == ("A002", -120, -720)  # 10 minutes of head start


def test_everybody_is_where_the_hall_has_them() -> None:
    story = Story("1", "2", "3", "4")
    held, away, gone, form, waiting = (story.later(seconds=1).issue() for _ in range(5))
    for counter, kind in (("1", ParkKind.DOCUMENTS_HELD), ("2", ParkKind.CUSTOMER_AWAY)):
        story.call_and_start(counter)
        story.do(c.ParkTicket(counter=counter, kind=kind))
    story.call("3")
    story.do(c.MarkNoShow(counter="3"))
    story.do(c.StartFormFilling(ticket=form))
    on_the_way = story.issue("install")
    story.call("4")
    assert story.hall.config is not None
    order = fair_share.order(story.hall.config.figures)
    made = board_of(story.hall, story.now, order, usual_plan(story.hall, story.now))
    assert {p.ticket: p.where for p in made.people} == {
        held: Where.HELD,
        away: Where.AWAY,
        gone: Where.MISSED,
        form: Where.AT_FORM,
        waiting: Where.IN_LINE,
        on_the_way: Where.CALLED,
    }
    desks = {d.counter: d for d in made.desks}
    assert made.people[desks["4"].person].ticket == on_the_way
    assert desks["1"].person == -1


def test_a_counter_says_whom_it_has_had_since_the_call_and_whom_it_calls() -> None:
    standing = busy(hall({"1": "AD", "5": "B+A"}), "1", "A", 60)
    desks = {d.counter: d for d in board(standing).desks}
    assert (desks["1"].service, desks["1"].state, desks["1"].since) == ("A", CounterState.SERVING, 120.0)
    (stint,) = desks["5"].stints
    assert [board(standing).queues[q] for q in stint.calls.own] == ["B"]
    assert [board(standing).queues[q] for q in stint.calls.helps] == ["A"]


def test_one_that_is_closed_and_not_expected_calls_nobody() -> None:
    standing = hall({"1": "A"})
    shut = replace(standing, counters={"1": replace(standing.counters["1"], state=CounterState.CLOSED)})
    (desk,) = board(shut).desks
    assert (desk.works, desk.stints) == (False, ())


@pytest.mark.parametrize("name", plugins("policies"))
def test_our_policies_say_their_order_in_figures(name: str) -> None:
    assert order_of(name) is not None


def test_it_is_cheap_to_make_and_small_to_send() -> None:
    """Forty waiting: 0.3 ms and 8 KB at most; the best of several."""
    standing = hall({"1": "AD", "2": "AD", "3": "ABCD", "4": "BC"}, [*line("A", 20), *line("D", 20)])
    spent = []
    for _ in range(20):
        began = time.process_time()
        made = board(standing)
        spent.append(time.process_time() - began)
    assert min(spent) <= 0.0006
    assert len(pickle.dumps(made, protocol=5)) <= 8000
