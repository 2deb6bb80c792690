"""One thing changed: what it would do, on halls whose answer is known."""

from dataclasses import replace
from math import inf
from typing import Any

import pytest

from server.domain.care.nouns import Task
from server.domain.hall import CounterState, Hall, Ticket
from server.domain.proposals.nouns import ProposedStep
from server.insight.forward.board import Board, board_of
from server.insight.forward.habits import Habits, usual_habits
from server.insight.forward.lines import Fate, Futures
from server.insight.forward.plan import usual_plan
from server.insight.forward.run import run
from server.insight.forward.steps import Change, WhatIf, candidates, changed, with_who_is_asked_for
from server.insight.forward.whatif import effects, same_chance
from server.routing import fair_share
from tests.insight.waiting_halls import NOW, busy, hall, line, ticket, with_counter

MINUTE = 60.0
THRESHOLD = 1200.0


def board(standing: Hall) -> Board:
    order = fair_share.order(standing.setup.figures)
    return board_of(standing, NOW, order, usual_plan(standing, NOW))


def change(standing: Hall, step: ProposedStep, counter: str, profile: str = "", **more: Any) -> Change:
    """The one of the hall's candidates that is meant."""
    (one,) = (
        c
        for c in candidates(standing)
        if (c.step, c.counter) == (step, counter) and profile in {"", c.profile}
    )
    return replace(one, **more)


def asked(standing: Hall, *changes: Change, habits: Habits | None = None) -> WhatIf:
    known = habits or usual_habits(standing)
    return WhatIf(board=board(standing), habits=known, threshold=THRESHOLD, changes=changes)


def closed(standing: Hall, counter: str) -> Hall:
    return with_counter(standing, counter, state=CounterState.CLOSED, profile="", staff="")


def waiting(queue: str, minutes: list[float]) -> list[Ticket]:
    return [ticket(queue, n, minutes_ago=m) for n, m in enumerate(minutes, 1)]


def sure(board: Board, free: list[float], takes: float) -> Futures:
    """One future without any chance."""
    n = len(board.people)
    never, none = [inf] * n, [0.0] * n
    fate = Fate(
        free_at=free,
        seconds=[takes] * n,
        misses_from=never,
        leaves_at=never,
        rests=none,
        joins_at=never,
        returns_after=never,
    )
    return Futures(fates=[fate])


def test_the_worked_example_a_sixth_counter_calls_the_ninth_at_eight_instead_of_thirteen() -> None:
    """`hall.md` 3.2: two counters busy for one and two minutes more, three minutes each, eight ahead."""
    full = hall({"1": "A", "2": "A", "6": "A"}, line("A", 8))
    full = closed(busy(busy(full, "1", "A", 60), "2", "A", 120), "6")
    now = board(full)
    fates = sure(now, [60, 120, 0], 180)
    ninth = 2 * now.queues.index("A")
    assert run(now, fates).joins[0][ninth] == 13 * MINUTE
    opened = change(full, ProposedStep.OPEN, "6", after=0.0)
    assert run(changed(now, opened), same_chance(fates, now, opened)).joins[0][ninth] == 8 * MINUTE


def test_a_counter_that_is_back_from_its_pause_calls_at_once() -> None:
    resting = with_counter(hall({"1": "A"}, line("A", 2)), "1", state=CounterState.PAUSED, since=NOW)
    now = board(resting)
    fates = sure(now, [600], 180)
    back = change(resting, ProposedStep.RESUME, "1")
    assert run(now, fates).called[0] == [600, 780]
    assert run(changed(now, back), same_chance(fates, now, back)).called[0] == [0, 180]


def test_a_counter_calls_by_its_other_profile_from_the_next_call_on() -> None:
    mixed = busy(hall({"1": "A", "2": "D"}, line("D", 2)), "1", "A", 60)
    mixed = busy(mixed, "2", "D", 300)
    now, other = board(mixed), change(mixed, ProposedStep.SWITCH, "1", "D")
    fates = sure(now, [60, 300], 180)
    assert run(now, fates).called[0][:2] == [300, 480]
    assert run(changed(now, other), fates).called[0][:2] == [60, 240]


def test_opened_for_a_while_it_closes_again() -> None:
    full = closed(busy(hall({"1": "A", "2": "A"}, line("A", 3)), "1", "A", 600), "2")
    now = board(full)
    brief = change(full, ProposedStep.OPEN, "2", after=0.0, lasts=200.0)
    assert run(changed(now, brief), sure(now, [600, 0], 180)).called[0][:3] == [0, 180, 600]


def crowded() -> Hall:
    """One counter, twelve who have waited up to twelve minutes, a second one closed."""
    return closed(busy(hall({"1": "A", "2": "A"}, line("A", 12)), "1", "A", 60), "2")


@pytest.mark.row("Q12")
def test_an_opened_counter_keeps_people_under_the_threshold_and_shortens_every_wait() -> None:
    full = crowded()
    (opened,) = effects(asked(full, change(full, ProposedStep.OPEN, "2")))
    assert opened.people == 12
    assert 2 < opened.kept < 8
    assert opened.kept > 10 * opened.noise > 0
    assert opened.mean_wait < -2 * MINUTE
    assert opened.newcomer < -5 * MINUTE
    assert effects(asked(full, change(full, ProposedStep.OPEN, "2"))) == (opened,)  # no dice


def test_what_changes_nothing_does_nothing_exactly() -> None:
    """The very same chance in both runs."""
    full = crowded()
    with_b = closed(hall({"1": "A", "2": "A", "3": "B"}, line("A", 12)), "2")
    idle = replace(full, config=with_b.config, counters={**full.counters, "3": with_b.counters["3"]})
    other = change(closed(idle, "3"), ProposedStep.OPEN, "3", "B")
    (nothing,) = effects(asked(closed(idle, "3"), other))
    assert (nothing.kept, nothing.noise, nothing.mean_wait) == (0, 0, 0)


def test_where_everybody_is_called_in_time_nothing_is_reckoned() -> None:
    calm = closed(busy(hall({"1": "A", "2": "A"}, line("A", 2)), "1", "A", 60), "2")
    assert effects(asked(calm, *candidates(calm))) == ()


def test_who_is_past_the_threshold_already_cannot_be_kept() -> None:
    late = waiting("A", [40, 35, 30, 18, 17, 16, 15, 14])
    full = closed(busy(hall({"1": "A", "2": "A"}, late), "1", "A", 60), "2")
    (opened,) = effects(asked(full, change(full, ProposedStep.OPEN, "2")))
    assert opened.people == 5


def test_three_hundred_waiting_are_run_fewer_times() -> None:
    full = closed(busy(hall({"1": "A", "2": "A"}, line("A", 1)), "1", "A", 60), "2")
    many = {t.id: t for t in (ticket("A", n, minutes_ago=(300 - n) / 20) for n in range(1, 301))}
    full = replace(full, tickets={**full.tickets, **many})
    (opened,) = effects(asked(full, change(full, ProposedStep.OPEN, "2")))
    assert opened.people == 300
    assert opened.kept > 1


def test_somebody_who_is_asked_for_is_counted_on() -> None:
    """Or a second counter would be proposed for the same people."""
    full = crowded()
    opened = change(full, ProposedStep.OPEN, "2")
    task = Task(
        id="open_counter/2",
        kind="open_counter",
        ticket="",
        number="2",
        roles=(),
        raised_at=NOW,
        detail=opened.profile,
    )
    coming = replace(full, care=replace(full.care, tasks={task.id: task}))
    assert with_who_is_asked_for(board(coming), coming) == changed(board(full), opened)
    assert with_who_is_asked_for(board(full), full) == board(full)
