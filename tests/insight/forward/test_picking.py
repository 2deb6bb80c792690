"""Whom a counter would call, step by step; that all of it is the policy's own order says `test_run.py`."""

from math import inf

from server.domain.hall import Hall
from server.insight.forward.board import board_of
from server.insight.forward.lines import HELPED, NOBODY, OWN, Futures, Lines
from server.insight.forward.picking import Picking
from server.insight.forward.plan import usual_plan
from server.routing import fair_share
from tests.builders import PRIORITY
from tests.insight.waiting_halls import NOW, hall, ticket


def picking(standing: Hall, **leaves: float) -> Picking:
    assert standing.config is not None
    order = fair_share.order(standing.config.figures)
    lines = Lines(board_of(standing, NOW, order, usual_plan(standing, NOW)), Futures(fates=()))
    return Picking(lines, [leaves.get(p.ticket, inf) for p in lines.people])


def first(line: Picking, counter: int, at: float = 0.0, of: int = OWN) -> str:
    picked = line._first(line._heads(counter, at, of), line.view[counter])
    return line.lines.people[picked].ticket if picked != NOBODY else ""


def test_the_head_start_counts_until_the_run_is_over() -> None:
    line = picking(
        hall({"1": "A"}, [ticket("A", 1, minutes_ago=9), ticket("A", 2, minutes_ago=2, priority=PRIORITY)])
    )
    assert first(line, 0) == "A002"
    line.run[0] = 2
    assert first(line, 0) == "A001"


def test_whoever_becomes_overdue_is_before_all() -> None:
    line = picking(
        hall({"1": "A"}, [ticket("A", 1, minutes_ago=19), ticket("A", 2, minutes_ago=18, priority=PRIORITY)])
    )
    assert first(line, 0) == "A002"
    assert first(line, 0, at=60.0) == "A002"  # twenty minutes are not overdue
    assert first(line, 0, at=60.5) == "A001"


def test_who_has_left_is_not_looked_at_again() -> None:
    line = picking(
        hall({"1": "A"}, [ticket("A", 1, minutes_ago=9), ticket("A", 2, minutes_ago=2)]), A001=30.0
    )
    assert first(line, 0, at=29.0) == "A001"
    assert first(line, 0, at=30.0) == "A002"
    assert (line.called[0], line.left) == (30.0, 1)


def test_helped_ones_are_a_line_of_their_own_and_bound_ones_their_counter_s() -> None:
    line = picking(
        hall({"1": "A", "5": "B+A"}, [ticket("A", 1, minutes_ago=9), ticket("A", 2, only_counter="1")])
    )
    assert first(line, 1) == ""
    assert first(line, 1, of=HELPED) == "A001"
    line.gone[0] = True
    assert first(line, 1, of=HELPED) == ""
    assert first(line, 0) == "A002"
    line.works[0] = False
    assert first(line, 1, of=HELPED) == "A002"  # nobody waits for a dark window


def test_a_restored_number_lets_its_own_queue_pass_and_nobody_else() -> None:
    restored = ticket("A", 1, minutes_ago=30, lets_pass_until=3)
    line = picking(
        hall({"1": "AD"}, [restored, ticket("A", 2, minutes_ago=5), ticket("D", 1, minutes_ago=9)])
    )
    assert first(line, 0) == "D001"
    line.gone[line.lines.people.index(next(p for p in line.lines.people if p.ticket == "A002"))] = True
    assert first(line, 0, at=0.0) == "A001"
