"""C43: the record of the door, and that it cannot be flooded."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from server.access import record as module
from server.access.record import FRESH_AN_HOUR, AccessRecord

from .conftest import NOW

AT = "10.0.0.66"


@pytest.fixture
def record(engine: Engine) -> AccessRecord:
    return AccessRecord(engine, "h1")


def test_five_refusals_are_one_entry_with_a_count_and_both_times(record: AccessRecord) -> None:
    fresh = [record.note("log_in_refused", "1100", AT, NOW + timedelta(seconds=n)) for n in range(5)]
    assert fresh == [True, False, False, False, False]
    (entry,) = record.newest(10)
    assert (entry.what, entry.who, entry.address, entry.times) == ("log_in_refused", "1100", AT, 5)
    assert (entry.at, entry.last_at) == (NOW, NOW + timedelta(seconds=4))


def test_it_outlives_a_restart_and_is_the_halls_own(engine: Engine, record: AccessRecord) -> None:
    record.note("logged_in", "1100", AT, NOW)
    assert [e.who for e in AccessRecord(engine, "h1").newest(10)] == ["1100"]
    assert AccessRecord(engine, "h2").newest(10) == ()


def test_a_flood_of_refusals_becomes_one_entry_for_all(record: AccessRecord) -> None:
    for n in range(FRESH_AN_HOUR + 20):
        record.note("log_in_refused", "", f"10.1.0.{n}", NOW)
    entries = record.newest(500)
    assert len(entries) == FRESH_AN_HOUR + 1
    assert (entries[0].address, entries[0].times) == ("", 20)
    record.note("log_in_refused", "", "10.9.0.1", NOW + timedelta(hours=1))
    assert record.newest(1)[0].address == "10.9.0.1"


def test_what_strangers_fill_never_pushes_out_what_people_did(
    record: AccessRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("MOST_BY_STRANGERS", 3), ("_TIDY_EVERY", 1), ("FRESH_AN_HOUR", 99)):
        monkeypatch.setattr(module, name, value)
    record.note("logged_in", "1100", AT, NOW)
    for n in range(9):
        record.note("log_in_refused", "", f"10.1.0.{n}", NOW)
    assert [e.what for e in record.newest(99)] == ["log_in_refused"] * 3 + ["logged_in"]


def test_a_page_that_looks_every_few_seconds_is_one_reader(record: AccessRecord) -> None:
    assert record.note("people_read", "1100", AT, NOW)
    assert not record.note("people_read", "1100", AT, NOW + timedelta(minutes=9))
    assert record.note("people_read", "1207", AT, NOW)
    record.note("people_read", "1100", AT, NOW + timedelta(minutes=11))
    assert len(record.newest(10)) == 3
