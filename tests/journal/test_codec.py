"""What is written as JSON comes back the same value."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from server.domain.equipment import commands as ec
from server.domain.hall import Hall
from server.domain.queue import commands as c
from server.journal import Entry, Named, Recorded, codec
from tests.builders import Story


def the_rows_of(hall: Hall) -> Hall:
    """Through rows and back."""
    row = codec.hall_row(hall)
    return codec.hall_from(
        hall.id,
        (row["epoch"], row["seq"], codec.setup_json(hall), row["body"]),
        [codec.ticket_row(hall.id, t)["body"] for t in (*hall.tickets.values(), *hall.ended.values())],
        [codec.counter_row(hall.id, counter)["body"] for counter in hall.counters.values()],
    )


@pytest.fixture
def story() -> Story:
    """One waits, one is served, one has gone; a printer is down."""
    story = Story("1", "2")
    story.issue_many(2, every=0.333333)
    story.issue("install", segment="企业“甲”\n<&>😀", printer="K1")
    story.serve("1", seconds=61.7)
    story.call("2")
    story.do(ec.ReportDevice(device="K1", kind="printer", state="down", detail="缺纸"))
    return story


def entry(story: Story, *commands: c.Command) -> Entry:
    before = story.hall.seq
    events = [event for command in commands for event in story.do(command)]
    recorded = tuple(Recorded(epoch=1, seq=before + n, actor="a", event=e) for n, e in enumerate(events, 1))
    return Entry(request="r", kind="k", actor="a", recorded=recorded)


def test_a_hall_comes_back_from_its_rows(story: Story) -> None:
    assert the_rows_of(story.hall) == story.hall


def test_a_hall_without_set_up_comes_back_too() -> None:
    assert the_rows_of(Hall(id="h")) == Hall(id="h")
    assert codec.hall_from("h", None, [], []) == Hall(id="h")


def test_every_event_comes_back_from_its_row(story: Story) -> None:
    for seq, event in enumerate(story.log, 1):
        row = codec.event_row("h", Recorded(epoch=2, seq=seq, actor="clerk:王芳", event=event))
        found = codec.recorded(row["epoch"], row["seq"], row["kind"], row["actor"], row["body"])
        assert (found.epoch, found.seq, found.actor, found.event) == (2, seq, "clerk:王芳", event)


def test_a_microsecond_is_not_lost() -> None:
    at = datetime(2026, 3, 2, 1, 0, 0, 1, tzinfo=UTC)
    assert the_rows_of(replace(Hall(), at=at)).at == at


def touched(story: Story, command: c.Command) -> codec.Touched:
    before, done = story.hall, entry(story, command)
    return codec.touched(before, story.hall, [done])


def test_a_batch_touches_the_tickets_its_events_name_and_the_counters_that_changed(story: Story) -> None:
    started = touched(story, c.StartService(counter="2"))
    assert [t.number for t in started.tickets] == ["A002"]
    assert [k.id for k in started.counters] == ["2"]
    assert (started.new_day, started.gone_counters) == (False, ())


def test_a_ticket_that_has_ended_is_touched_too(story: Story) -> None:
    story.do(c.StartService(counter="2"))
    assert [t.state for t in touched(story, c.FinishTicket(counter="2")).tickets] == ["finished"]


def test_tickets_of_a_day_that_ended_in_the_batch_are_not_touched(story: Story) -> None:
    story.later(days=1)
    night = touched(story, c.IssueTicket(service="bill"))
    assert night.new_day
    assert [t.number for t in night.tickets] == ["A001"]


def test_a_request_knows_where_its_events_lie(story: Story) -> None:
    issued = entry(story, c.IssueTicket(service="bill"))
    row = codec.request_row(story.hall, issued)
    assert (row["first_seq"], row["last_seq"]) == (story.hall.seq, story.hall.seq)
    nothing = codec.request_row(story.hall, entry(story, c.RestoreService(service="bill")))
    assert nothing["last_seq"] == nothing["first_seq"] - 1 == story.hall.seq


def test_names_are_read_from_their_rows() -> None:
    assert codec.names_from([("a", "IssueTicket", 1, 5, 6)]) == {
        "a": Named(kind="IssueTicket", epoch=1, first_seq=5, last_seq=6)
    }


def test_a_replayed_hall_is_of_its_rows_epoch(story: Story) -> None:
    rows = [
        codec.event_row("hall", Recorded(epoch=1, seq=n, actor="a", event=e))
        for n, e in enumerate(story.log, 1)
    ]
    events = [(r["epoch"], r["seq"], r["kind"], r["actor"], r["body"]) for r in rows]
    assert codec.replayed("hall", (2, len(events)), events) == replace(story.hall, epoch=2)
