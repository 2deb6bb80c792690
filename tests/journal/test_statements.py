"""The same sentences in both dialects, and nothing in them that nobody gives a value for."""

from collections.abc import Mapping
from dataclasses import fields

import pytest

from server.journal import postgres, sqlite
from server.journal.statements import Statement, Statements

DIALECTS: Mapping[str, Statements] = {"sqlite": sqlite.SQL, "postgres": postgres.SQL}
GIVEN = {
    "new_hall": {"hall_id", "epoch", "seq", "config", "body"},
    "advance": {"hall_id_", "epoch_", "seq_", "epoch", "seq", "body"},
    "set_config": {"hall_id_", "config"},
    "add_event": {"hall_id", "epoch", "seq", "at", "kind", "actor", "body"},
    "add_request": {"hall_id", "name", "kind", "epoch", "first_seq", "last_seq", "at"},
    "put_ticket": {"hall_id", "ticket_id", "number", "queue", "state", "issued_at", "body"},
    "put_counter": {"hall_id", "counter_id", "state", "body"},
    "drop_counter": {"hall_id_", "counter_id_"},
    "events": {"hall_id_", "seq_", "limit_"},
    "setting_up": {"hall_id_", "limit_"},
    "names": {"hall_id_", "seq_"},
    "forget": {"hall_id_", "at_"},
    "events_between": {"hall_id_", "start_", "end_"},
}
NAMES = [f.name for f in fields(Statements)]


def said(dialect: str, name: str) -> Statement:
    found: Statement = getattr(DIALECTS[dialect], name)
    return found


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", NAMES)
def test_a_statement_asks_for_nothing_but_what_stores_give(dialect: str, name: str) -> None:
    assert set(said(dialect, name).names) == GIVEN.get(name, {"hall_id_"})


@pytest.mark.parametrize("name", NAMES)
def test_places_are_counted_in_the_order_of_the_names(name: str) -> None:
    statement = said("postgres", name)
    places = [statement.sql.index(f"${n}") for n, _ in enumerate(statement.names, 1)]
    assert places == sorted(places)
    assert f"${len(places) + 1}" not in statement.sql


@pytest.mark.parametrize("name", NAMES)
def test_every_statement_is_about_one_hall(name: str) -> None:
    assert {"hall_id", "hall_id_"} & set(said("sqlite", name).names)


def test_only_the_expected_place_in_the_journal_advances() -> None:
    assert "epoch = :epoch_" in said("sqlite", "advance").sql
    assert "seq = :seq_" in said("sqlite", "advance").sql


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_row_that_is_there_is_written_over(dialect: str) -> None:
    assert "ON CONFLICT (hall_id, ticket_id) DO UPDATE" in said(dialect, "put_ticket").sql
