"""Now beside then on halls whose answer is known."""

from typing import Any

import pytest

from server.domain.hall import Hall
from server.domain.proposals import supposed as s
from server.domain.views.overview.what_if import Compared
from server.insight.forward.board import board_of
from server.insight.forward.comparing import compared
from server.insight.forward.habits import Habits, Stream, usual_habits
from server.insight.forward.plan import usual_plan
from server.insight.forward.supposing import asked
from server.routing import fair_share
from tests.insight.forward.test_whatif import closed
from tests.insight.waiting_halls import NOW, busy, hall, line

MINUTE = 60.0


def of(standing: Hall, *supposed: s.Supposed, **more: Any) -> Compared:
    order = fair_share.order(standing.setup.figures)
    board = board_of(standing, NOW, order, usual_plan(standing, NOW))
    habits = more.get("habits") or usual_habits(standing)
    return compared(asked(standing, NOW, board, habits, supposed), more.get("futures", 40))


def crowded() -> Hall:
    """One counter, twelve who have waited up to twelve minutes, a second one closed, a third for others."""
    return closed(busy(hall({"1": "A", "2": "A", "3": "B"}, line("A", 12)), "1", "A", 60), "2")


@pytest.mark.row("Q12")
def test_an_opened_counter_shows_in_its_own_line_and_in_no_other() -> None:
    told = of(crowded(), s.CounterOpens(counter="2"))
    half, hour = told.spans
    assert (half.minutes, hour.minutes, told.threshold_seconds) == (30, 60, 1200)
    a, b = half.queues[:2]
    assert (a.queue, b.queue, half.all.queue) == ("A", "B", "")
    assert a.in_time.then > a.in_time.now + 2
    assert 0 <= a.in_time.low <= a.in_time.then - a.in_time.now <= a.in_time.high
    assert a.over.then < a.over.now
    assert a.waiting.then < a.waiting.now
    assert half.all == type(a)(queue="", in_time=a.in_time, over=a.over, longest=a.longest, waiting=a.waiting)
    assert all(x.now == x.then == x.low == x.high == 0 for x in (b.in_time, b.over, b.longest, b.waiting))


def test_the_same_question_has_the_same_answer() -> None:
    """No dice are thrown."""
    assert of(crowded(), s.CounterOpens(counter="2")) == of(crowded(), s.CounterOpens(counter="2"))


def test_what_touches_nobody_changes_nothing_exactly() -> None:
    half, hour = of(crowded(), s.CounterCloses(counter="3")).spans
    for line_ in (half.all, hour.all):
        for figure in (line_.in_time, line_.over, line_.longest, line_.waiting):
            assert (figure.then, figure.low, figure.high) == (figure.now, 0, 0)


def test_twenty_who_come_at_once_wait_and_who_is_not_given_a_number_does_not() -> None:
    come, stop = (
        of(crowded(), one).spans[0].queues[0]
        for one in (s.PeopleCome(queue="A", people=20), s.IssuingStops(queue="A"))
    )
    assert 15 < come.waiting.then - come.waiting.now <= 20
    assert stop.waiting.then < stop.waiting.now


def test_a_pause_of_half_an_hour_is_a_counter_less_for_it_and_no_longer() -> None:
    standing = busy(hall({"1": "A", "2": "A"}, line("A", 12)), "1", "A", 60)
    paused = of(standing, s.CounterPauses(counter="1", minutes=30))
    gone = of(standing, s.CounterCloses(counter="1"))
    assert paused.spans[0].queues[0].in_time == gone.spans[0].queues[0].in_time
    assert paused.spans[1].queues[0].waiting.then < gone.spans[1].queues[0].waiting.then


def test_who_comes_is_counted_by_what_was_learned_or_by_the_last_hour() -> None:
    today = of(crowded(), s.CounterOpens(counter="2"))
    assert not today.learned
    assert today.comers == pytest.approx(60, rel=0.1)  # twelve in twelve minutes
    known = Habits(streams=(Stream(service="A", queue="A", priority=False, per_second=1 / 600),))
    learned = of(crowded(), s.CounterOpens(counter="2"), habits=known)
    assert learned.learned
    assert learned.comers == pytest.approx(6, rel=0.15)


def test_an_empty_hall_is_compared_too() -> None:
    quiet = of(hall({"1": "A"}), s.CounterCloses(counter="1"))
    assert quiet.comers == 0
    assert all(span.all.waiting.then == span.all.longest.then == 0 for span in quiet.spans)


def test_of_a_long_line_the_longest_wait_goes_on_to_the_end_of_the_time() -> None:
    (half, _) = of(crowded(), s.CounterCloses(counter="1")).spans
    assert half.all.longest.then == pytest.approx(42 * MINUTE, rel=0.1)
