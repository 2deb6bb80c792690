"""The estimate of the wait, in worked examples."""

import time
from dataclasses import replace

from server.domain.hall import CounterState, Hall, PriorityClass, Tally
from server.domain.views.parts import wait_view
from server.insight.waits import estimate
from tests.insight.waiting_halls import NOW, busy, hall, line, ticket, with_counter


def ten_o_two(state_of_6: CounterState) -> Hall:
    """Two payment counters with 1 and 2 minutes to go, eight in line (3.2, the day of §6)."""
    standing = hall({"1": "AD", "2": "AD", "6": "A"}, line("A", 8))
    standing = with_counter(standing, "6", state=state_of_6)
    return busy(busy(standing, "1", "A", 60), "2", "A", 120)


def test_the_ninth_in_line_waits_thirteen_minutes() -> None:
    waits = estimate(ten_o_two(CounterState.CLOSED), NOW)
    assert waits["A"] == 13 * 60
    assert wait_view(waits["A"]).minutes == 15


def test_with_counter_6_opened_the_ninth_waits_eight_minutes() -> None:
    assert estimate(ten_o_two(CounterState.OPEN_IDLE), NOW)["A"] == 8 * 60


def test_a_hall_that_is_not_set_up_has_no_waits() -> None:
    assert estimate(Hall(), NOW) == {}


def test_where_a_counter_is_idle_nobody_waits() -> None:
    assert estimate(hall({"1": "A"}), NOW)["A"] == 0


def test_one_in_line_does_not_wait_for_himself() -> None:
    """Q01: the slip of the only customer at an idle counter says "soon", the next one's his handling time."""
    waits = estimate(hall({"1": "A"}, line("A", 2)), NOW)
    assert (waits["A001"], waits["A002"], waits["A"]) == (0, 180, 360)


def test_a_queue_that_no_open_counter_serves_has_no_estimate() -> None:
    standing = hall({"1": "A", "2": "B", "3": "C", "4": "D"}, line("B", 3))
    standing = with_counter(standing, "2", state=CounterState.PAUSED)
    standing = with_counter(standing, "3", state=CounterState.CLOSED)
    assert estimate(standing, NOW) == {"A": 0, "B": None, "C": None, "D": 0}


def test_the_customers_of_one_queue_delay_those_of_another_at_the_same_counter() -> None:
    assert estimate(hall({"1": "AD"}, [*line("A", 2), *line("D", 1)]), NOW)["D"] == 180 + 180 + 240


def test_newcomers_of_two_queues_do_not_delay_each_other() -> None:
    waits = estimate(hall({"1": "AD"}, line("A", 1)), NOW)
    assert waits["A"] == waits["D"] == 180


def test_a_helper_takes_a_newcomer_only_when_nobody_else_is_left_for_it() -> None:
    """Q18."""
    standing = hall({"5": "B+A"}, [*line("B", 1), *line("A", 2)])
    waits = estimate(standing, NOW)
    assert waits["B"] == 1020
    assert waits["A"] == 1020 + 180 + 180


def test_a_helped_customer_goes_behind_the_helpers_own() -> None:
    standing = hall({"5": "B+A"}, [ticket("A", 1, minutes_ago=30), ticket("B", 1, minutes_ago=1)])
    assert estimate(standing, NOW)["A"] == 1020 + 180


def test_only_their_own_counter_is_kept_busy_by_those_who_must_go_there() -> None:
    bound = ticket("A", 1, minutes_ago=5, only_counter="1")
    known = ticket("A", 2, minutes_ago=4, only_staff="s1")
    alone = hall({"1": "A"}, [bound, known])
    assert estimate(alone, NOW)["A"] == 360
    assert estimate(hall({"1": "A", "2": "A"}, [bound, known]), NOW)["A"] == 0


def test_a_restored_number_lets_others_pass_but_nobody_idles_for_it() -> None:
    """Three may pass it: the newcomer is the third behind two, and gets in before it."""
    restored = ticket("A", 1, minutes_ago=30, lets_pass_until=13)
    calls = {"A": 10}
    assert estimate(hall({"1": "A"}, [restored, *line("A", 2, first=2)], calls=calls), NOW)["A"] == 360
    assert estimate(hall({"1": "A"}, [restored, *line("A", 3, first=2)], calls=calls), NOW)["A"] == 4 * 180
    assert estimate(hall({"1": "A"}, [restored], calls=calls), NOW)["A"] == 0


def test_a_head_start_is_part_of_the_order() -> None:
    """B001 came last; with its head start it takes counter 1, and both payments are left to counter 2."""
    came_last = ticket("B", 1, minutes_ago=1)
    ahead = replace(came_last, priority=PriorityClass.PRIORITY)
    counters, payments = {"1": "AB", "2": "A"}, line("A", 2)
    assert estimate(hall(counters, [*payments, came_last]), NOW)["A"] == 180
    assert estimate(hall(counters, [*payments, ahead]), NOW)["A"] == 360


def test_a_slow_day_lengthens_the_estimate() -> None:
    today = {"A": Tally(finished=20, handled_seconds=20 * 540)}
    assert estimate(hall({"1": "A"}, line("A", 1), tallies=today), NOW)["A"] == (20 * 540 + 5 * 180) / 25


def test_a_customer_on_the_way_to_the_counter_counts_in_full() -> None:
    standing = busy(hall({"1": "A"}), "1", "A", 60, CounterState.CALLING)
    assert estimate(standing, NOW)["A"] == 180


def test_opening_a_counter_can_lengthen_the_wait_of_another_queue() -> None:
    """Not a fault: the new counter takes the short ones and leaves the long one to the counter C shares."""
    seconds = {"A": 600, "B": 6000, "C": 60}
    standing = hall({"new": "A", "1": "AB", "2": "ABC"}, [*line("A", 2), ticket("B", 1)], seconds)
    before = with_counter(standing, "new", state=CounterState.CLOSED)
    assert estimate(before, NOW)["C"] == 600
    assert estimate(standing, NOW)["C"] == 6000


def test_an_estimate_for_a_full_hall_is_cheap() -> None:
    """Six counters and a hundred waiting: 1.5 ms of CPU at most, the best of several."""
    calls = {"1": "AD", "2": "AD", "3": "ABCD", "4": "BC", "5": "B+C", "6": "A"}
    standing = hall(calls, [*line("A", 60), *line("B", 10), *line("C", 10), *line("D", 20)])
    for counter, queue in zip(calls, "AABBCA", strict=True):
        standing = busy(standing, counter, queue, 60)
    spent = []
    for _ in range(20):
        began = time.process_time()
        estimate(standing, NOW)
        spent.append(time.process_time() - began)
    assert min(spent) <= 0.0015
