"""The same sentences in both dialects, and nothing in them that nobody gives a value for."""

from collections.abc import Mapping
from dataclasses import fields

import pytest

from server.journal import postgres, sqlite
from server.journal.statements import Statement, Statements

DIALECTS: Mapping[str, Statements] = {"sqlite": sqlite.SQL, "postgres": postgres.SQL}
GIVEN = {
    "new_hall": {"hall_id", "epoch", "seq", "silent"},
    "advance": {"hall_id_", "epoch_", "seq_", "silent_", "epoch", "seq", "silent"},
    "add_event": {"hall_id", "epoch", "seq", "at", "kind", "actor", "body", "request"},
    "add_silent": {"hall_id", "name", "kind", "epoch", "first_seq", "last_seq", "at"},
    "add_snapshot": {"hall_id", "epoch", "seq", "at", "stamp", "body"},
    "snapshot": {"hall_id_", "seq_"},
    "drop_snapshot": {"hall_id_", "seq_"},
    "snapshot_before": {"hall_id_", "at_"},
    "keep_few": {"hall_id_", "at_"},
    "events": {"hall_id_", "seq_", "limit_"},
    "setting_up": {"hall_id_", "limit_"},
    "names": {"hall_id_", "seq_", "at_"},
    "silent_names": {"hall_id_", "seq_"},
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
    assert "silent = :silent_" in said("sqlite", "advance").sql
