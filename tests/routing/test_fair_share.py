"""Fair share: a head start with a limit, and nobody past the threshold passed over."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.domain.hall import Counter
from server.domain.line import Line
from server.domain.queue import commands as c
from server.domain.queue.line import eligible, line_of
from server.domain.text import Text
from server.routing import fair_share
from tests.builders import PRIORITY, Story, a_hall, with_figures
from tests.routing.forward import Waited, run_forward

ONE_LINE = {i: "all" for i in "1234"}
MIXED = {"1": "quick", "2": "quick", "3": "all", "4": "business"}
SERVICES = ("bill", "install", "change", "advice")
LIMIT = 2


def reason(story: Story, counter: str = "1") -> Text:
    call = story.at_counter(counter).call
    assert call is not None
    return call.reason


def test_of_equals_the_longest_wait_is_called() -> None:
    story = Story("1")
    story.issue_many(2)
    story.later(minutes=18, seconds=20).issue(priority=PRIORITY)
    assert story.call() == "A001"
    assert reason(story).zh == "等候最长 18:21"


def test_priority_counts_as_taken_ten_minutes_earlier_and_no_more() -> None:
    for minutes, first in ((9, "A002"), (10, "A001"), (11, "A001")):
        story = Story("1")
        story.issue()
        story.later(minutes=minutes).issue(priority=PRIORITY)
        assert story.call() == first


@pytest.mark.row("Q39")
def test_of_twenty_five_with_five_priority_at_most_two_priority_are_called_in_a_row() -> None:
    story = Story("1", "2")
    story.issue_many(20)
    for _ in range(5):
        story.later(seconds=1).issue(priority=PRIORITY)
    called = [story.serve("12"[n % 2], seconds=5) for n in range(25)]
    kinds = "".join("P" if story.numbered(n).priority is PRIORITY else "o" for n in called)
    assert "PPP" not in kinds
    assert kinds.startswith("PPoPPoP")
    assert [n for n in called if n <= "A020"] == [f"A{n:03}" for n in range(1, 21)]


def test_the_limit_holds_only_while_an_ordinary_customer_could_be_called() -> None:
    story = Story("1")
    for _ in range(4):
        story.issue(priority=PRIORITY)
    story.issue("install")  # not at this counter
    assert [story.serve(seconds=1) for _ in range(4)] == ["A001", "A002", "A003", "A004"]


def test_each_reason_can_be_read_to_who_asks() -> None:
    story = Story("1")
    story.issue()
    for _ in range(3):
        story.issue(priority=PRIORITY)
    said = []
    for _ in range(3):
        story.later(seconds=60).call_and_start()
        said.append(reason(story).zh)
        story.do(c.FinishTicket(counter="1"))
    assert said == [
        "优先，第 1 次，等候 1:00",
        "优先，第 2 次，等候 2:00",
        "已连续优先 2 次，轮到普通，等候 3:00",
    ]


@pytest.mark.row("Q39")
def test_strictly_past_the_threshold_a_ticket_outranks_everything() -> None:
    for seconds, first in ((1200, "A002"), (1200.001, "A001")):
        story = Story("1")
        story.issue()
        story.later(minutes=9).issue(priority=PRIORITY)
        story.later(seconds=seconds - 540)
        assert story.call() == first
    assert reason(story) == Text("补救超时，已等候 20:00", "Past the remedy threshold, waited 20:00")


def test_of_those_past_the_threshold_the_longest_wait_comes_first_whatever_the_class() -> None:
    story = Story("1")
    story.issue()
    story.later(minutes=1).issue(priority=PRIORITY)
    story.later(minutes=1).issue()
    story.later(minutes=30)
    assert [story.serve(seconds=1) for _ in range(3)] == ["A001", "A002", "A003"]


def test_the_figures_of_the_hall_are_the_ones_used() -> None:
    story = Story("1", config=with_figures(priority_head_start_seconds=0, priority_run_limit=1))
    for priority in (False, True, True, False):
        story.later(seconds=1).issue(**({"priority": PRIORITY} if priority else {}))
    assert [story.serve(seconds=1) for _ in range(4)] == ["A001", "A002", "A004", "A003"]


def test_an_empty_line_has_nobody_to_call() -> None:
    hall = a_hall("1")
    assert hall.config is not None
    line = Line(waiting=(), priority_run=0, figures=hall.config.figures)
    assert fair_share.pick(line, Counter(id="1"), hall.at) is None


@given(
    order=st.permutations(range(8)),
    drawn=st.lists(st.tuples(st.sampled_from([0, 0, 5, 700]), st.booleans()), min_size=8, max_size=8),
    run=st.integers(0, 3),
)
def test_the_choice_does_not_depend_on_how_the_line_is_listed(
    order: list[int], drawn: list[tuple[int, bool]], run: int
) -> None:
    story = Story("3")
    for (gap, first), service in zip(drawn, SERVICES * 2, strict=True):
        story.later(seconds=gap).issue(service, **({"priority": PRIORITY} if first else {}))
    here = story.counter("3")
    line = replace(line_of(story.hall, here, eligible(story.hall, here)), priority_run=run)
    shuffled = replace(line, waiting=[line.waiting[i] for i in order])
    assert fair_share.pick(line, here, story.now) == fair_share.pick(shuffled, here, story.now)


# how long nobody waits; together these run 10,000 customers, three in ten of them with priority


def bound_by_run(waited: Waited) -> int:
    return (LIMIT + 1) * (waited.ordinary_ahead + 1) + waited.priority_ahead


def bound_by_head_start(waited: Waited) -> int:
    return waited.ordinary_ahead + 1 + waited.priority_ahead + waited.priority_soon_after


A_RUN = given(seed=st.integers(0, 2**32), load=st.sampled_from([0.8, 1.0, 1.3, 3.0]))
A_FEW = settings(max_examples=8)  # many: tests/drills/test_properties.py


def where_all_counters_call_alike(seed: int, load: float) -> None:
    run = run_forward(Random(seed), 250, ONE_LINE, SERVICES, load)
    assert len(run) > 100
    assert all(w.calls <= min(bound_by_run(w), bound_by_head_start(w)) for w in run)


def where_counters_call_different_queues(seed: int, load: float) -> None:
    run = run_forward(Random(seed), 250, MIXED, SERVICES, load)
    assert all(w.calls <= bound_by_head_start(w) for w in run)


@A_FEW
@A_RUN
def test_where_all_counters_call_alike_no_ordinary_ticket_is_past_either_bound(
    seed: int, load: float
) -> None:
    where_all_counters_call_alike(seed, load)


@A_FEW
@A_RUN
def test_where_counters_call_different_queues_no_ordinary_ticket_is_past_the_bound(
    seed: int, load: float
) -> None:
    where_counters_call_different_queues(seed, load)
