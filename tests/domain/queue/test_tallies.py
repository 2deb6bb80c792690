"""What the day counts and the board shows of a ticket's steps."""

from server.domain.queue import commands as c
from server.domain.queue.tallies import RECENT_SHOWN
from tests.builders import PRIORITY, Story, a_hall


def test_the_day_counts_what_each_service_saw() -> None:
    story = Story("1")
    for _ in range(4):
        story.issue()
    story.serve(seconds=100)
    story.serve(seconds=50)
    story.call()
    story.do(c.MarkNoShow(counter="1"))
    story.do(c.MarkWalkout(ticket=story.numbered("A004").id))
    tally = story.hall.tallies["bill"]
    assert (tally.issued, tally.called, tally.within_goal, tally.finished) == (4, 3, 3, 2)
    assert (tally.handled_seconds, tally.no_shows, tally.walkouts) == (150, 1, 1)


def test_the_board_keeps_the_newest_calls_one_line_a_number() -> None:
    story = Story("1")
    story.issue_many(8)
    for _ in range(7):
        story.serve()
    story.call()
    story.do(c.Recall(counter="1"))
    assert [r.number for r in story.hall.recent] == ["A008", "A007", "A006", "A005", "A004", "A003"]
    assert len(story.hall.recent) == RECENT_SHOWN
    assert story.hall.recent[0].announcement == 2


def test_a_hall_without_tickets_has_no_lines_on_its_board() -> None:
    assert a_hall("1").recent == ()


def test_what_is_taken_back_is_not_counted() -> None:
    story = Story("1")
    story.issue()
    story.serve(seconds=100)
    story.do(c.UndoLast(counter="1"))
    tally = story.hall.tallies["bill"]
    assert (tally.finished, tally.handled_seconds, story.counter("1").served) == (0, 0, 0)
    story.do(c.FinishTicket(counter="1"))
    story.issue()
    story.call()
    story.do(c.MarkNoShow(counter="1"))
    story.do(c.UndoLast(counter="1"))
    tally = story.hall.tallies["bill"]
    assert (tally.finished, tally.no_shows, story.counter("1").served) == (1, 0, 1)


def test_priority_calls_in_a_row_are_counted_for_all_that_a_counter_calls() -> None:
    story = Story("1")
    story.issue(priority=PRIORITY)
    story.issue(priority=PRIORITY)
    story.issue()
    runs = []
    for _ in range(3):
        story.serve()
        runs.append({story.hall.priority_run.get(queue, 0) for queue in ("A", "D")})
    assert runs == [{1}, {2}, {0}]
