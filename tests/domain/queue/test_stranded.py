"""Whoever waits and cannot be called as things stand is found, and has a way."""

from dataclasses import replace

from server.domain.queue import commands as c
from server.domain.queue.stranded import BY_NOBODY, FOR_A_PAUSED, stranded, to_free
from server.domain.setup.commands import ConfigureHall
from tests.builders import PRIORITY, PROFILES, Story, a_config, names


def found(story: Story) -> list[tuple[str, str, list[str]]]:
    return [(s.cause, s.subject, [t.number for t in s.tickets]) for s in stranded(story.hall, story.now)]


def sent_to(story: Story, service: str = "bill", at: str = "1", **where: str) -> str:
    """A customer whom a counter has sent on."""
    ticket = story.issue(service)
    story.call_and_start(at)
    story.do(c.TransferTicket(counter=at, **where))
    return ticket


def test_who_waits_for_a_paused_counter_is_found_at_once_and_freed_by_rule() -> None:
    """C14: transfer to counter 3, counter 3 pauses, counters 1 and 2 have nobody to call."""
    story = Story("1", "2", "3")
    ticket = sent_to(story, to_counter="3")
    assert found(story) == []
    story.do(c.PauseCounter(counter="3", reason="茶水"))
    assert story.refused(c.CallNext(counter="1")) == "nobody_waiting"
    assert found(story) == [(FOR_A_PAUSED, "3", ["A001"])]
    assert to_free(story.hall, story.now) == ()
    story.later(seconds=121)
    assert [t.id for t in to_free(story.hall, story.now)] == [ticket]
    assert names(story.do(c.FreeTicket(ticket=ticket))) == ["TicketFreed"]
    assert found(story) == []
    assert names(story.do(c.CallNext(counter="1"))) == ["TicketCalled"]


def test_a_counter_that_is_back_soon_keeps_its_customers() -> None:
    story = Story("1", "3")
    sent_to(story, to_counter="3")
    story.do(c.PauseCounter(counter="3", reason="茶水"))
    story.later(seconds=100).do(c.ResumeCounter(counter="3"))
    story.later(seconds=100)
    assert found(story) == []
    assert story.refused(c.CallNext(counter="1")) == "nobody_waiting"


def test_a_person_who_has_paused_binds_as_a_counter_does() -> None:
    story = Story("1", "3")
    ticket = sent_to(story, to_staff="s3")
    story.do(c.PauseCounter(counter="3", reason="茶水"))
    assert found(story) == [(FOR_A_PAUSED, "3", ["A001"])]
    story.later(seconds=121)
    assert [t.id for t in to_free(story.hall, story.now)] == [ticket]


def test_a_person_who_sits_elsewhere_or_has_left_strands_nobody() -> None:
    story = Story("1", "3")
    sent_to(story, to_staff="s3")
    story.do(c.CloseCounter(counter="3"))
    assert found(story) == []
    story.do(c.OpenCounter(counter="4", staff="s3"))  # calls other business, but this customer is hers
    assert found(story) == []
    assert names(story.do(c.CallNext(counter="4"))) == ["TicketCalled"]


def test_place_and_priority_stay() -> None:
    story = Story("1", "3")
    story.issue(priority=PRIORITY)
    story.call_and_start("1")
    story.do(c.TransferTicket(counter="1", to_counter="3"))
    before = next(iter(story.hall.tickets.values()))
    story.later(minutes=5).do(c.PauseCounter(counter="3", reason="茶水"))
    story.later(minutes=5).do(c.FreeTicket(ticket=before.id))
    assert story.hall.tickets[before.id] == replace(before, only_counter=None, only_staff=None)
    assert story.do(c.FreeTicket(ticket=before.id)) == ()


def test_a_queue_that_no_open_counter_calls_is_found_whatever_took_it_away() -> None:
    story = Story("1", "4")
    story.issue("install")
    assert found(story) == []
    story.do(c.ChangeProfile(counter="4", profile="quick"))
    assert found(story) == [(BY_NOBODY, "B", ["B001"])]
    story.do(c.ChangeProfile(counter="4", profile="business"))
    assert found(story) == []
    story.do(c.CloseCounter(counter="4"))
    assert found(story) == [(BY_NOBODY, "B", ["B001"])]
    story.do(c.OpenCounter(counter="5", staff="s5"))  # helps with B
    assert found(story) == []


def test_a_set_up_that_takes_a_queue_from_every_counter_strands_its_customers() -> None:
    story = Story("1", "4")
    story.issue("install")
    only_change = tuple(replace(p, queues=("C",)) if p.id == "business" else p for p in PROFILES)
    story.do(ConfigureHall(config=a_config(profiles=only_change)))
    assert found(story) == [(BY_NOBODY, "B", ["B001"])]


def test_who_is_sent_to_a_counter_that_closes_and_whose_queue_nobody_else_calls_is_found() -> None:
    story = Story("5", "3")
    sent_to(story, "complex", at="5", to_counter="3")
    story.do(c.CloseCounter(counter="5"))
    assert found(story) == []
    story.do(c.CloseCounter(counter="3"))
    story.later(seconds=121)
    assert found(story) == [(BY_NOBODY, "F", ["F001"])]


def test_a_short_pause_of_the_only_counter_troubles_nobody_and_a_long_one_does() -> None:
    story = Story("1", "4")
    story.issue("install")
    story.do(c.PauseCounter(counter="4", reason="茶水"))
    assert found(story) == []
    story.later(seconds=121)
    assert found(story) == [(BY_NOBODY, "B", ["B001"])]


def test_before_the_first_counter_opens_customers_may_wait_a_little() -> None:
    story = Story()
    story.issue()
    assert found(story) == []
    story.later(seconds=121)
    assert found(story) == [(BY_NOBODY, "A", ["A001"])]


def test_everybody_who_cannot_be_called_is_in_one_alert_of_the_cause() -> None:
    story = Story("1")
    for _ in range(3):
        story.issue("install")
    assert found(story) == [(BY_NOBODY, "B", ["B001", "B002", "B003"])]
