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
    return list(writes(SQL, before, book.hall, entries))


def spoken(made: list[Write]) -> list[str]:
    said = {id(getattr(SQL, name)): name for name in SQL.__slots__}
    return [said[id(write.statement)] for write in made]


def test_the_first_batch_makes_the_hall() -> None:
    found = written(a_book(), ConfigureHall(config=a_config()))
    assert spoken(found) == ["new_hall", "add_event", "add_request", "put_counter"]
    assert not any(write.guard for write in found)


def test_every_later_batch_guards_the_halls_own_row_first(book: Kept) -> None:
    before = book.hall
    found = written(book, c.IssueTicket(service="bill"))
    assert [write.guard for write in found] == [True] + [False] * (len(found) - 1)
    (row,) = found[0].rows
    assert (row["epoch_"], row["seq_"], row["seq"]) == (before.epoch, before.seq, book.hall.seq)


def test_a_request_that_led_to_nothing_keeps_its_name_only(book: Kept) -> None:
    assert spoken(written(book, c.RestoreService(service="bill"))) == ["advance", "add_request"]


def test_yesterdays_tickets_go_before_todays_come(book: Kept) -> None:
    found = spoken(written(book, c.IssueTicket(service="bill")))
    assert found == ["advance", "drop_tickets", "add_event", "add_request", "put_ticket", "put_counter"]


def test_the_set_up_is_written_only_when_it_changes(book: Kept) -> None:
    found = spoken(written(book, ConfigureHall(config=a_config(counters=a_config().counters[:5]))))
    assert found[:3] == ["advance", "set_config", "drop_counter"]
    assert "set_config" not in spoken(written(book, c.OpenCounter(counter="1")))


def test_every_row_has_what_its_statement_asks_for(book: Kept) -> None:
    for write in written(book, c.IssueTicket(service="bill"), c.OpenCounter(counter="1")):
        assert all(set(write.statement.names) <= set(row) for row in write.rows)
