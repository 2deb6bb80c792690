"""The estimate of the wait, against the counters' own rule run step by step."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from server.domain.hall import CounterState, Hall, PriorityClass, Ticket
from server.domain.queue.line import eligible
from server.insight.waits import estimate
from tests.insight.waiting_halls import NOW, SECONDS, busy, hall, ticket, with_counter

SHUT = (CounterState.CLOSED, CounterState.PAUSED)
COUNTERS = ("1", "2", "3", "4")


def stepwise(standing: Hall, busy_for: Mapping[str, float], queue: str) -> float | None:
    """Let one newcomer join and every free counter call by `eligible` until he is called."""
    assert standing.config is not None
    head_start = timedelta(seconds=standing.config.figures.priority_head_start_seconds)

    def place(t: Ticket) -> tuple[datetime, datetime, int]:
        return t.place_at - head_start * (t.priority is PriorityClass.PRIORITY), t.issued_at, t.ordinal

    newcomer = ticket(queue, 999)
    standing = replace(standing, tickets={**standing.tickets, newcomer.id: newcomer})
    free = {i: busy_for.get(i, 0.0) for i, c in standing.counters.items() if c.state not in SHUT}
    while free:
        counter = min(free, key=lambda i: free[i])
        line = eligible(standing, standing.counters[counter])
        if not line:
            del free[counter]
            continue
        taken = min(line, key=place)
        if taken is newcomer:
            return free[counter]
        free[counter] += SECONDS[taken.leg.queue]
        rest = {i: t for i, t in standing.tickets.items() if i != taken.id}
        calls = {**standing.calls, taken.leg.queue: standing.calls.get(taken.leg.queue, 0) + 1}
        standing = replace(standing, tickets=rest, calls=calls)
    return None


@st.composite
def profiles(draw: st.DrawFn) -> str:
    queues = draw(st.permutations("ABCD"))
    own = draw(st.integers(1, 4))
    return "".join(queues[:own]) + "+" + "".join(queues[own : own + draw(st.integers(0, 4 - own))])


@st.composite
def people(draw: st.DrawFn, nth: int, restored: bool) -> Ticket:
    bound = draw(st.sampled_from([{}] * 4 + [{"only_counter": "1"}, {"only_staff": "s2"}]))
    return ticket(
        draw(st.sampled_from("ABCD")),
        nth + 1,
        minutes_ago=draw(st.integers(1, 30)),
        priority=draw(st.sampled_from(PriorityClass)),
        lets_pass_until=draw(st.sampled_from([0, 0, 0, 11, 12, 14])) if restored else 0,
        **bound,
    )


@st.composite
def any_halls(
    draw: st.DrawFn, spelled: Sequence[str] = (), *, restored: bool = False
) -> tuple[Hall, dict[str, float]]:
    """A hall with something of everything, and how long each counter is still busy."""
    calls = {i: draw(st.sampled_from(spelled) if spelled else profiles()) for i in COUNTERS}
    line = [draw(people(nth, restored)) for nth in range(draw(st.integers(0, 9)))]
    standing = hall(calls, line, calls=dict.fromkeys("ABCD", 10))
    busy_for: dict[str, float] = {}
    for counter in COUNTERS:
        match draw(st.sampled_from(["idle", "serving", "calling", "paused", "closed"])):
            case "serving":
                busy_for[counter] = draw(st.integers(1, 180))
                standing = busy(standing, counter, "A", busy_for[counter])
            case "calling":
                busy_for[counter] = SECONDS["B"]
                standing = busy(standing, counter, "B", 0, CounterState.CALLING)
            case "paused":
                standing = with_counter(standing, counter, state=CounterState.PAUSED)
            case "closed":
                standing = with_counter(standing, counter, state=CounterState.CLOSED)
    return standing, busy_for


@given(any_halls())
@settings(max_examples=60)
def test_one_run_answers_as_if_each_newcomer_had_been_run_forward_alone(
    drawn: tuple[Hall, dict[str, float]],
) -> None:
    standing, busy_for = drawn
    found = estimate(standing, NOW)
    assert {q: found[q] for q in "ABCD"} == {q: stepwise(standing, busy_for, q) for q in "ABCD"}


@given(any_halls(restored=True))
@settings(max_examples=60)
def test_with_restored_numbers_the_one_run_still_knows_who_is_served_at_all(
    drawn: tuple[Hall, dict[str, float]],
) -> None:
    standing, busy_for = drawn
    found = estimate(standing, NOW)
    assert {q for q in found if found[q] is None} == {
        q for q in "ABCD" if stepwise(standing, busy_for, q) is None
    }


@given(any_halls(spelled=["ABCD"]), st.sampled_from(COUNTERS))
def test_opening_one_more_of_the_same_counters_never_lengthens_a_wait(
    drawn: tuple[Hall, dict[str, float]], counter: str
) -> None:
    """Without anybody bound to a counter or person: those are nobody's to take off another's hands."""
    standing, _ = drawn
    free_to_go = {i: replace(t, only_counter=None, only_staff=None) for i, t in standing.tickets.items()}
    standing = replace(standing, tickets=free_to_go)
    if standing.counters[counter].state not in SHUT:
        return
    opened = estimate(with_counter(standing, counter, state=CounterState.OPEN_IDLE), NOW)
    for queue, seconds in estimate(standing, NOW).items():
        assert opened[queue] is not None
        assert seconds is None or opened[queue] <= seconds
