"""Staff numbers that differ by case only: those there are keep working, no further one comes."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from server.migrations.running import upgrade
from tests.migrations.test_running import in_a_new_postgres, sqlite_file

ADDED = "INSERT INTO person (hall_id, login, name, role, password_hash, pin_hash, failures{0}) VALUES ({1})"


def lived_through(connection: Connection) -> Any:
    """The numbers of two halls, and what becomes of one more spelling of each."""
    upgrade(connection, "0003")
    before = (("h", "LI"), ("h", "li"), ("h", "Li"), ("h", "Wang"), ("h", "1207"), ("g", "WANG"))
    for hall, login in before:
        connection.execute(text(ADDED.format("", f"'{hall}', '{login}', 'x', 'clerk', 'h', '', 0")))
    upgrade(connection, "0004")
    held = {
        (hall, login): folded
        for hall, login, folded in connection.execute(text("SELECT hall_id, login, folded FROM person"))
    }
    refused = []
    for hall, login in (("h", "lI"), ("h", "WANG"), ("g", "wanG"), ("g", "li")):
        with suppress(IntegrityError), connection.begin_nested():
            row = f"'{hall}', '{login}', 'x', 'clerk', 'h', '', 0, '{login.lower()}'"
            connection.execute(text(ADDED.format(", folded", row)))
            continue
        refused.append((hall, login))
    return held, refused


HELD = {
    ("h", "li"): "li",
    ("h", "LI"): "LI",
    ("h", "Li"): "Li",
    ("h", "Wang"): "wang",
    ("h", "1207"): "1207",
    ("g", "WANG"): "wang",
}
REFUSED = [("h", "lI"), ("h", "WANG"), ("g", "wanG")]


def test_no_further_number_differs_by_case_only_on_sqlite(tmp_path: Path) -> None:
    with sqlite_file(tmp_path / "hall.sqlite3") as connection:
        assert lived_through(connection) == (HELD, REFUSED)


async def test_no_further_number_differs_by_case_only_on_postgresql() -> None:
    assert await in_a_new_postgres(lived_through) == (HELD, REFUSED)
