"""The loop against the hall's own decide, evolve and routing policy: not one call may differ."""

from functools import cache
from math import inf

import pytest

from server.domain.hall import PriorityClass
from server.insight.forward.run import run
from tests.insight.forward.lived import joined, lived
from tests.insight.forward.random_halls import QUEUES, Case, case

HALLS, A_TEST, NEWCOMERS = 400, 100, 25  # `tests/drills` has ten thousand and a thousand
CASES = cache(case)


def differs(one: Case) -> list[tuple[str, float, float]]:
    """Who is called at another moment than in the hall; who left first is called in neither."""
    (ran,), real = run(one.board, one.futures, to_the_end=True).called, lived(one)
    wrong = []
    for n, person in enumerate(one.board.people):
        expected = real[person.ticket]
        left = expected == inf and one.fate.leaves_at[n] <= ran[n]
        if ran[n] != expected and not left:
            wrong.append((person.ticket, expected, ran[n]))
    return wrong


def newcomers_differ(one: Case) -> list[tuple[str, PriorityClass, float, float]]:
    (joins,) = run(one.board, one.futures).joins
    each = [(q, p) for q in QUEUES for p in PriorityClass]
    asked = [(q, p, joined(one, q, p), joins[code]) for code, (q, p) in enumerate(each)]
    return [answer for answer in asked if answer[2] != answer[3]]


@pytest.mark.parametrize("first", range(0, HALLS, A_TEST))
def test_random_halls_run_forward_as_they_are_lived(first: int) -> None:
    """Helps, bound, restored, parked, form desk, runs, overdue, appointments, pauses, closings, more."""
    assert {n: wrong for n in range(first, first + A_TEST) if (wrong := differs(CASES(n)))} == {}


@pytest.mark.parametrize("one", [10357, 15038, 17123, 19101])
def test_halls_that_once_differed(one: int) -> None:
    """Sent to one counter from afar; restored with another wait while still standing in an order."""
    assert differs(case(one, most=20)) == []


def test_what_random_halls_hold_is_everything_that_counts() -> None:
    """Or the comparison would prove little."""
    boards = [CASES(n).board for n in range(HALLS)]
    people = [p for board in boards for p in board.people]
    assert {p.where for p in people} >= {0, 1, 2, 4, 5, 7}
    assert sum(p.priority for p in people) > HALLS / 2
    for name in ("only_counter", "only_staff", "lets_pass_until", "requeues"):
        assert sum(bool(getattr(p, name)) for p in people) > HALLS / 20, name
    assert sum(p.clock != p.place for p in people) > HALLS / 10
    calls = [s.calls for board in boards for d in board.desks for s in d.stints]
    assert sum(bool(c.helps) for c in calls) > HALLS / 2
    assert {b.order.run_limit for b in boards} == {0, 1, 2, 3, inf}
    overdue = sum(p.clock < -b.order.overdue_after for b in boards for p in b.people)
    assert overdue > HALLS / 10


def test_a_newcomer_is_called_when_the_run_says() -> None:
    """Of each queue and class, each lived through for itself; the run imagines all of them at once."""
    assert {n: wrong for n in range(NEWCOMERS) if (wrong := newcomers_differ(case(n, come_back=False)))} == {}


def test_it_ends_when_all_who_ask_are_answered() -> None:
    """The parked are not waited for unless they are asked for."""
    for n in range(A_TEST):
        one = CASES(n)
        short, long = (run(one.board, one.futures, to_the_end=end).called[0] for end in (False, True))
        for person, brief, full in zip(one.board.people, short, long, strict=True):
            assert brief == full or (brief == inf and person.where not in {0, 1})
