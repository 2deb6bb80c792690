"""A break put off, a call given up, help with a long service: when each is thought of, and what it does."""

from dataclasses import replace
from datetime import timedelta

import pytest

from server.domain.care.nouns import Task
from server.domain.hall import CounterState, Hall
from server.domain.proposals.nouns import ProposedStep
from server.insight.forward.board import Board, Calls, Stint
from server.insight.forward.habits import usual_habits
from server.insight.forward.pressing import PUT_OFF, far_too_long, pressing, with_breaks_put_off
from server.insight.forward.steps import WhatIf, changed
from server.insight.forward.whatif import effects
from tests.insight.forward.test_whatif import THRESHOLD, board, waiting
from tests.insight.waiting_halls import NOW, busy, hall, line, with_counter

MINUTE = 60.0
HOUR = 3600.0


def with_break(now: Board, counter: str, begins: float, lasts: float = HOUR) -> Board:
    def of(calls: Calls) -> tuple[Stint, ...]:
        return Stint(0.0, begins, calls, "s1"), Stint(begins + lasts, 6 * HOUR, calls, "s1")

    desks = (d._replace(stints=of(d.stints[0].calls)) if d.counter == counter else d for d in now.desks)
    return replace(now, desks=tuple(desks))


def steps(standing: Hall, now: Board) -> list[tuple[ProposedStep, str]]:
    return [(c.step, c.counter) for c in pressing(standing, now)]


def asked(standing: Hall, now: Board) -> WhatIf:
    habits = usual_habits(standing)
    return WhatIf(board=now, habits=habits, threshold=THRESHOLD, changes=pressing(standing, now))


@pytest.mark.row("Q12")
def test_lunch_later_keeps_people_in_time_who_would_wait_through_it() -> None:
    """Two counters, one leaves in five minutes: with it twenty minutes longer more are called in time."""
    full = hall({"1": "A", "2": "A"}, waiting("A", [6.0] * 14))
    (one,) = effects(asked(full, with_break(board(full), "1", 5 * MINUTE)))
    assert (one.step, one.counter, one.minutes) == (ProposedStep.LATER, "1", PUT_OFF)
    assert one.begins == NOW + timedelta(minutes=5)
    assert one.kept > 2
    assert one.kept > 3 * one.noise


@pytest.mark.parametrize(
    ("begins", "lasts"),
    [(50 * MINUTE, HOUR), (5 * MINUTE, 5 * MINUTE), (5 * MINUTE, 4 * HOUR)],
    ids=["far off", "a handover", "another shift"],
)
def test_only_a_break_that_is_near_is_thought_of(begins: float, lasts: float) -> None:
    full = hall({"1": "A"}, line("A", 3))
    assert steps(full, with_break(board(full), "1", begins, lasts)) == []


def test_a_break_that_somebody_was_asked_to_put_off_is_reckoned_so_once() -> None:
    task = Task(
        id="later_break/1",
        kind="later_break",
        ticket="",
        number="1",
        roles=("guide",),
        raised_at=NOW,
        detail="10:27",
    )
    full = hall({"1": "A"}, line("A", 3))
    full = replace(full, care=replace(full.care, tasks={task.id: task}))
    now = with_break(board(full), "1", 5 * MINUTE)
    put_off = with_breaks_put_off(now, full)
    first, second = put_off.desks[0].stints
    assert (first.closes, second.opens) == (25 * MINUTE, HOUR + 25 * MINUTE)
    assert with_breaks_put_off(put_off, full) == put_off  # as where the roster says so already


def calling(seconds: float) -> Hall:
    full = hall({"1": "A", "2": "A"}, waiting("A", [8.0] * 12))
    full = busy(full, "1", "A", 60, state=CounterState.CALLING)
    return with_counter(full, "1", since=NOW - timedelta(seconds=seconds))


@pytest.mark.row("Q12")
def test_a_call_that_nobody_follows_is_given_up_from_the_board_s_own_patience_on() -> None:
    patience = calling(0).setup.figures.calling_alert_seconds
    assert steps(calling(patience - 1), board(calling(patience - 1))) == []
    late = calling(patience)
    (change,) = pressing(late, board(late))
    assert (change.step, change.ticket) == (ProposedStep.MISS, late.counters["1"].ticket)
    (desk, _) = changed(board(late), change).desks
    assert (desk.state, desk.ticket, desk.person) == (CounterState.OPEN_IDLE, "", -1)


def test_a_call_given_up_serves_those_behind_and_does_not_lose_who_was_called() -> None:
    late = calling(200)
    (one,) = effects(asked(late, board(late)))
    assert one.step is ProposedStep.MISS
    assert one.mean_wait <= 0


def slow(minutes: float, waits: float = 12.0) -> Hall:
    full = hall({"1": "A", "2": "A"}, waiting("A", [waits, 1.0]))
    return busy(full, "1", "A", 180 - minutes * 60)


@pytest.mark.row("Q12")
def test_a_service_far_beyond_the_usual_is_said_without_a_reckoned_effect() -> None:
    (one,) = far_too_long(slow(20), NOW)
    assert (one.step, one.counter, one.minutes, one.people) == (ProposedStep.ASSIST, "1", 3, 2)
    assert (one.without, one.after, one.noise) == (0, 0, 0)


def test_a_long_service_is_nobody_s_matter_while_nobody_waits_long() -> None:
    assert far_too_long(slow(20, waits=3.0), NOW) == ()
    assert far_too_long(slow(10), NOW) == ()  # a quarter of an hour at least
