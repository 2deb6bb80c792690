"""Who stands in which counter's line."""

from server.domain.hall import Hall
from server.domain.queue import commands as c
from server.domain.queue.line import eligible, how_many_wait, line_of, standing
from tests.builders import PRIORITY, Story, a_config


def numbers(hall: Hall, counter: str) -> list[str]:
    return [t.number for t in eligible(hall, hall.counters[counter])]


def test_a_counters_line_is_its_own_queues() -> None:
    story = Story("1", "3", "4")
    for service in ("bill", "install", "change", "advice", "complex"):
        story.issue(service)
    assert numbers(story.hall, "1") == ["A001", "D001"]
    assert numbers(story.hall, "3") == ["A001", "B001", "C001", "D001"]
    assert numbers(story.hall, "4") == ["B001", "C001"]


def test_helped_queues_count_only_while_the_own_ones_are_empty() -> None:
    story = Story("5")
    story.issue("install")
    assert numbers(story.hall, "5") == ["B001"]
    own = story.issue("complex")
    assert numbers(story.hall, "5") == ["F001"]
    story.do(c.StartFormFilling(ticket=own))
    assert numbers(story.hall, "5") == ["B001"]


def test_who_was_sent_to_a_counter_or_person_stands_only_there() -> None:
    story = Story("1", "2", "3", "5")
    story.issue_many(2)
    for where in ({"to_counter": "5"}, {"to_staff": "s3"}):
        story.call_and_start("1")
        story.do(c.TransferTicket(counter="1", **where))
    lines = {i: numbers(story.hall, i) for i in "1235"}
    assert lines == {"1": [], "2": [], "3": ["A002"], "5": ["A001"]}


def test_nobody_is_sent_to_a_person_without_a_number() -> None:
    story = Story("1")
    story.do(c.OpenCounter(counter="2", staff=""))
    story.do(c.OpenCounter(counter="3", staff="s9"))
    story.issue()
    story.call_and_start("1")
    story.do(c.TransferTicket(counter="1", to_staff="s9"))
    assert numbers(story.hall, "2") == []


def test_a_restored_number_is_behind_the_others_of_its_line_but_before_those_only_helped() -> None:
    story = Story("5")
    missed = story.issue("complex")
    story.call("5")
    story.do(c.MarkNoShow(counter="5"))
    story.do(c.RequeueTicket(ticket=missed))
    story.issue("install")
    assert numbers(story.hall, "5") == ["F001"]
    story.issue("complex")
    assert numbers(story.hall, "5") == ["F002"]


def test_the_run_of_priority_calls_is_that_of_the_whole_group() -> None:
    story = Story("1", "2", "4")
    story.issue_many(2)
    for _ in range(2):
        story.issue(priority=PRIORITY)
    story.call("1")
    story.call("2")
    for counter in "124":  # counter 3 ties all lines together
        assert line_of(story.hall, story.counter(counter), []).priority_run == 2


def test_a_counter_that_only_helps_knows_the_run_as_well() -> None:
    config = a_config()
    only_helps = type(config.profiles[0])(id="complex", name=config.name, queues=(), helps=("A", "B", "F"))
    profiles = tuple(only_helps if p.id == "complex" else p for p in config.profiles)
    story = Story("1", "5", config=a_config(profiles=profiles))
    story.issue(priority=PRIORITY)
    story.call("1")
    assert line_of(story.hall, story.counter("5"), []).priority_run == 1


def test_who_waits_in_a_queue_is_counted_and_has_a_place_priority_before_the_others() -> None:
    story = Story("1")
    first, second, filling = (story.issue("install") for _ in range(3))
    early = story.issue("install", priority=PRIORITY)
    story.issue("bill")
    story.do(c.StartFormFilling(ticket=filling))
    hall = story.hall
    assert [how_many_wait(hall, queue) for queue in "BAF"] == [3, 1, 0]
    assert [standing(hall, hall.tickets[t]) for t in (early, first, second)] == [(0, 2), (1, 1), (2, 0)]
