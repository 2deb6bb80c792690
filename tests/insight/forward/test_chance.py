"""Chance: by ticket and future, evenly spread, and the same again."""

from dataclasses import replace
from math import inf

import numpy as np
import pytest

from server.domain.hall import CounterState, TicketState
from server.insight.forward.board import Board, board_of
from server.insight.forward.chance import KINDS, chance, drawn
from server.insight.forward.habits import Habits, Stream, usual_habits
from server.insight.forward.plan import usual_plan
from server.routing import fair_share
from tests.insight.waiting_halls import NOW, busy, hall, line, ticket, with_counter

STANDING = busy(hall({"1": "AD", "2": "AD"}, line("A", 5)), "1", "A", 120)
HABITS = usual_habits(STANDING)
FIVE = range(5)


def board(standing: object = STANDING) -> Board:
    order = fair_share.order(standing.config.figures)  # type: ignore[attr-defined]
    return board_of(standing, NOW, order, usual_plan(standing, NOW))  # type: ignore[arg-type]


def test_each_chance_is_spread_evenly_over_the_futures() -> None:
    drawn_once = chance("A001", 100)
    assert drawn_once.shape == (KINDS, 100)
    for kind in drawn_once:
        assert sorted((kind * 100).astype(int)) == list(range(100))


def test_the_same_ticket_has_the_same_chance_again_and_another_one_not() -> None:
    chance.cache_clear()
    before = chance("A001", 100).copy()
    chance.cache_clear()
    assert (chance("A001", 100) == before).all()
    assert not (chance("A002", 100) == before).all()


def test_one_more_in_line_changes_nobody_else_s_fate() -> None:
    """Common random numbers: what differs between two boards is what was changed."""
    came = ticket("D", 1)
    more = replace(STANDING, tickets={**STANDING.tickets, came.id: came})
    two = (
        drawn(board(STANDING), HABITS),
        drawn(board(more), HABITS),
    )
    for one, other in zip(two[0].fates, two[1].fates, strict=True):
        assert one.seconds[:5] == [other.seconds[n] for n in FIVE]
        assert one.free_at == other.free_at


def test_a_customer_at_the_counter_is_never_gone_already() -> None:
    for left in (170, 60, -3600):
        standing = busy(hall({"1": "AD"}), "1", "A", left)
        frees = [fate.free_at[0] for fate in drawn(board(standing), HABITS).fates]
        assert min(frees) >= 0
    assert np.mean(frees) > 600  # an hour over: a quarter of that again


def test_an_idle_counter_is_free_and_a_paused_one_comes_back() -> None:
    paused = with_counter(
        hall({"1": "A", "2": "A"}), "2", state=CounterState.PAUSED, since=NOW, pause_reason="茶"
    )
    fates = drawn(board(paused), HABITS).fates
    assert {fate.free_at[0] for fate in fates} == {0.0}
    assert 60 <= min(fate.free_at[1] for fate in fates) < inf


def test_who_is_called_late_does_not_come_more_often() -> None:
    habits = replace(HABITS, no_show=(0.1, 0.1, 0.2, 0.2, 0.4, 0.4, 0.4))
    fates = drawn(board(), habits).fates
    clock = board().people[0].clock
    for wait, share in ((60, 0.1), (700, 0.2), (2000, 0.4)):
        missed = np.mean([fate.misses_from[0] <= clock + wait for fate in fates])
        assert missed == pytest.approx(share, abs=0.011)


def test_who_has_stayed_so_far_may_leave_later() -> None:
    habits = replace(HABITS, stays=(1.0, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.5))
    first = board().people[0]
    leaves = [fate.leaves_at[0] for fate in drawn(board(), habits).fates]
    assert all(at >= 0 for at in leaves)
    assert np.mean([at == inf for at in leaves]) == pytest.approx(0.5, abs=0.02)
    assert np.mean([at <= first.clock + 900 for at in leaves]) == pytest.approx(0.2, abs=0.02)


def test_a_missed_number_comes_back_as_often_as_they_do() -> None:
    gone = replace(ticket("A", 9), state=TicketState.NO_SHOW, called_as=1)
    missed = replace(STANDING, tickets={**STANDING.tickets, gone.id: gone})
    n = [p.ticket for p in board(missed).people].index(gone.id)
    habits = replace(HABITS, returns=(100.0, 200.0, inf, inf))
    backs = [fate.joins_at[n] for fate in drawn(board(missed), habits).fates]
    assert np.mean([at < inf for at in backs]) == pytest.approx(0.5, abs=0.02)


def test_who_took_a_number_at_home_comes_within_the_usual_time_or_not_at_all() -> None:
    """Q42: two of ten do not; who is on the way for a quarter of an hour already comes the sooner."""
    afar = replace(ticket("A", 9, minutes_ago=15), state=TicketState.AWAY, remote=True)
    coming = replace(STANDING, tickets={**STANDING.tickets, afar.id: afar})
    n = [p.ticket for p in board(coming).people].index(afar.id)
    habits = replace(HABITS, arrives=(600.0, 1200.0, 1800.0, inf))
    arrivals = [fate.joins_at[n] for fate in drawn(board(coming), habits).fates]
    assert {round(at) for at in arrivals if at < inf} == {300, 900}
    assert np.mean([at < inf for at in arrivals]) == pytest.approx(2 / 3, abs=0.02)


def test_priority_to_come_counts_within_its_head_start() -> None:
    stream = Stream(service="A", queue="A", priority=True, per_second=1 / 200)
    futures = drawn(board(), replace(HABITS, streams=(stream,)))
    here = len(board().people)
    arrivals = [[at for at in fate.joins_at[here:] if at < inf] for fate in futures.fates]
    assert max(max(at, default=0) for at in arrivals) <= 600
    assert np.mean([len(at) for at in arrivals]) == pytest.approx(3.0, abs=0.4)
    assert all(p.priority and p.ahead == -600 for p in futures.later)


def test_ordinary_ones_to_come_pass_nobody_unless_they_keep_a_helper_busy() -> None:
    stream = Stream(service="B", queue="B", priority=False, per_second=1 / 200)
    habits = replace(HABITS, streams=(stream,))
    assert drawn(board(hall({"1": "AB"})), habits).later == []
    assert drawn(board(hall({"1": "B+A"})), habits).later != []


def test_a_hall_without_anybody_has_futures_all_the_same() -> None:
    empty = drawn(board(hall({"1": "A"})), Habits(occupancy={}))
    assert len(empty.fates) == 100
