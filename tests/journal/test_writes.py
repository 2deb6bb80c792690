"""What one append writes, and in which order."""

import pytest

from server.domain.hall import Hall
from server.domain.queue import commands as c
from server.domain.setup.commands import ConfigureHall
from server.journal.sqlite import SQL
from server.journal.writes import Write, writes
from tests.builders import a_config
from tests.journal.stores import Kept


def a_book() -> Kept:
    """A story that no journal is told."""
    return Kept(None, Hall(id="h"))  # type: ignore[arg-type]


@pytest.fixture
def book() -> Kept:
    book = a_book()
    book.entry(ConfigureHall(config=a_config()))
    return book


def written(book: Kept, *commands: c.Command) -> list[Write]:
    before = book.hall
    entries = [book.entry(command) for command in commands]
    return list(writes(SQL, before, book.hall, entries, 7))


def spoken(made: list[Write]) -> list[str]:
    said = {id(getattr(SQL, name)): name for name in SQL.__slots__}
    return [said[id(write.statement)] for write in made]


def test_the_first_batch_makes_the_hall() -> None:
    found = written(a_book(), ConfigureHall(config=a_config()))
    assert spoken(found) == ["new_hall", "add_event"]
    assert not any(write.guard for write in found)


def test_every_later_batch_guards_the_halls_own_row_first(book: Kept) -> None:
    before = book.hall
    found = written(book, c.IssueTicket(service="bill"))
    assert [write.guard for write in found] == [True] + [False] * (len(found) - 1)
    (row,) = found[0].rows
    assert (row["epoch_"], row["seq_"], row["seq"]) == (before.epoch, before.seq, book.hall.seq)
    assert (row["silent_"], row["silent"]) == (7, 7)


def test_a_request_that_led_to_nothing_keeps_its_name_and_is_counted(book: Kept) -> None:
    found = written(book, c.RestoreService(service="bill"))
    assert spoken(found) == ["advance", "add_silent"]
    assert [(row["silent_"], row["silent"]) for row in found[0].rows] == [(7, 8)]


def test_every_event_bears_the_name_of_what_it_followed_from(book: Kept) -> None:
    found = written(book, c.IssueTicket(service="bill", printer="K1"), c.OpenCounter(counter="1"))
    (events,) = [write.rows for write in found if write.statement is SQL.add_event]
    assert [row["kind"] for row in events] == ["DayOpened", "TicketIssued", "SlipQueued", "CounterOpened"]
    assert [row["request"] for row in events] == [events[0]["request"]] * 3 + [events[3]["request"]]
    assert events[0]["request"] != events[3]["request"]


@pytest.mark.parametrize("tickets", [1, 400])
def test_a_commit_writes_its_place_and_its_events_and_nothing_that_grows(book: Kept, tickets: int) -> None:
    """Two statements and the bytes of the events, however full the day is."""
    book.entry(c.OpenCounter(counter="1", staff="s1"))
    for _ in range(tickets):
        book.entry(c.IssueTicket(service="bill"))
        book.entry(c.WalkDirect(counter="1", service="bill"))
        book.entry(c.FinishTicket(counter="1"))
    for command in (c.IssueTicket(service="bill"), c.CallNext(counter="1"), c.StartService(counter="1")):
        found = written(book, command)
        assert spoken(found) == ["advance", "add_event"]
        size = sum(len(str(value)) for write in found for row in write.rows for value in row.values())
        events = len(found[1].rows)
        assert size < 100 + 700 * events


def test_every_row_has_what_its_statement_asks_for(book: Kept) -> None:
    for write in written(book, c.IssueTicket(service="bill"), c.OpenCounter(counter="1")):
        assert all(set(write.statement.names) <= set(row) for row in write.rows)
