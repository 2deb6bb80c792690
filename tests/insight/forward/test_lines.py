"""What all futures of a board have in common: the orders that never change."""

from server.insight.forward.board import Where, board_of
from server.insight.forward.lines import NOBODY, OF_VIEW, Fate, Futures, Lines
from server.insight.forward.plan import usual_plan
from server.routing import fair_share, oldest_first
from tests.builders import PRIORITY
from tests.insight.waiting_halls import NOW, hall, ticket

EMPTY = Futures(fates=())
STANDING = hall(
    {"1": "AD", "5": "B+A"},
    [
        ticket("A", 1, minutes_ago=9),
        ticket("A", 2, minutes_ago=2, priority=PRIORITY),
        ticket("B", 1, minutes_ago=8),
        ticket("D", 1, minutes_ago=7, only_counter="1"),
        ticket("A", 3, minutes_ago=6, lets_pass_until=2),
    ],
)


def lines_by(policy: type[object] | object) -> Lines:
    assert STANDING.config is not None
    order = policy.order(STANDING.config.figures)  # type: ignore[attr-defined]
    return Lines(board_of(STANDING, NOW, order, usual_plan(STANDING, NOW)), EMPTY)


def named(lines: Lines, order: list[int]) -> list[str]:
    assert order[-1] == NOBODY
    return [lines.people[n].ticket for n in order[:-1]]


def test_who_is_first_stands_first_and_behind_all_stands_nobody() -> None:
    lines = lines_by(fair_share)
    own = OF_VIEW * lines.views.index(next(v for v in lines.views if not v.helps))
    ordinary, urgent, longest = lines.orders[own : own + 3]
    assert named(lines, ordinary) == ["A001"]
    assert named(lines, urgent) == ["A002"]
    assert named(lines, longest) == ["A001", "A002"]


def test_who_is_sent_or_lets_others_pass_is_looked_at_apart() -> None:
    lines = lines_by(fair_share)
    assert named(lines, [*lines.apart, NOBODY]) == ["D001", "A003"]


def test_where_nobody_becomes_overdue_nothing_is_ordered_by_it() -> None:
    lines = lines_by(oldest_first)
    by_wait = lines.orders[2 : lines.in_queue : 3]
    assert by_wait == [[NOBODY]] * 2 * len(lines.views)


def test_a_change_of_the_run_is_seen_by_every_counter_that_is_tied() -> None:
    lines = lines_by(fair_share)
    tied = {queue: lines.tied[q] for q, queue in enumerate(lines.board.queues)}
    assert tied == {"A": [0, 1], "B": [0, 1], "C": [], "D": [0, 1]}


def test_newcomers_are_answered_for_the_queues_somebody_calls() -> None:
    lines = lines_by(fair_share)
    by_view = [{lines.board.queues[code // 2] for code in codes} for codes in lines.newcomers]
    assert sorted(map(sorted, by_view)) == [["A", "B"], ["A", "D"]]


def test_people_who_come_later_stand_behind_the_board_s() -> None:
    somebody = lines_by(fair_share).people[0]._replace(where=Where.LATER, ticket="")
    board = lines_by(fair_share).board
    fate = Fate([], [], [], [], [], [], [])
    assert Lines(board, Futures(fates=(fate,), later=(somebody,))).people[-1] is somebody
