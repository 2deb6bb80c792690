"""What is written as JSON comes back the same value."""

import pytest

from server.domain.equipment import commands as ec
from server.domain.hall import Hall
from server.domain.queue import commands as c
from server.journal import Entry, JournalDamaged, Named, Recorded, codec
from tests.builders import Story


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


def test_every_event_comes_back_from_its_row(story: Story) -> None:
    for seq, event in enumerate(story.log, 1):
        row = codec.event_row("h", Recorded(epoch=2, seq=seq, actor="clerk:王芳", event=event), "kiosk:1/a")
        assert row["request"] == "kiosk:1/a"
        found = codec.recorded(row["epoch"], row["seq"], row["kind"], row["actor"], row["body"])
        assert (found.epoch, found.seq, found.actor, found.event) == (2, seq, "clerk:王芳", event)


def test_a_request_that_led_to_nothing_stands_behind_the_last_event(story: Story) -> None:
    nothing = codec.silent_row(story.hall, entry(story, c.RestoreService(service="bill")))
    assert nothing["last_seq"] == nothing["first_seq"] - 1 == story.hall.seq


def test_names_are_read_from_their_rows() -> None:
    assert codec.names_from([("a", 1, 5, 6)]) == {"a": Named(epoch=1, first_seq=5, last_seq=6)}
    assert codec.names_kept_from("2026-03-03T01:00:00.010000+00:00") == "2026-03-02T01:00:00.010000+00:00"


def the_rows_of(story: Story) -> list[tuple[object, ...]]:
    rows = [
        codec.event_row("hall", Recorded(epoch=1, seq=n, actor="a", event=e), "r")
        for n, e in enumerate(story.log, 1)
    ]
    return [(r["epoch"], r["seq"], r["kind"], r["actor"], r["body"]) for r in rows]


def test_events_tell_the_hall(story: Story) -> None:
    assert codec.replayed("hall", the_rows_of(story)) == story.hall
    half = codec.replayed("hall", the_rows_of(story)[:4])
    assert codec.folded(half, the_rows_of(story)[4:]) == story.hall


def test_what_cannot_be_read_or_does_not_fit_is_left_out_when_it_must(story: Story) -> None:
    rows = the_rows_of(story)
    (called,) = [n for n, row in enumerate(rows) if row[2] == "ServiceStarted"]
    rows[called] = (*rows[called][:4], "{")
    with pytest.raises(JournalDamaged):
        codec.replayed("hall", rows)
    found = codec.told_as_far_as_can_be(Hall(), rows)
    assert found.seq == story.hall.seq
    assert found.issued == story.hall.issued
    assert found.tickets.keys() | found.ended == story.hall.tickets.keys() | story.hall.ended
    assert (len(found.ended), len(story.hall.ended)) == (0, 1)
