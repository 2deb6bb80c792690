"""People who were there before have chosen no language; nothing else of them changes."""

from pathlib import Path

from sqlalchemy import text

from server.migrations.running import upgrade
from tests.migrations.test_running import in_a_new_postgres, sqlite_file

SOMEBODY = (
    "INSERT INTO person (hall_id, login, name, role, password_hash, pin_hash, failures, folded)"
    " VALUES ('h', '1207', '周敏', 'clerk', 'x', '', 0, '1207')"
)


def made(connection: object) -> list[tuple[str, str, str]]:
    upgrade(connection, "0008")  # type: ignore[arg-type]
    connection.execute(text(SOMEBODY))  # type: ignore[attr-defined]
    upgrade(connection, "0009")  # type: ignore[arg-type]
    rows = connection.execute(text("SELECT login, name, language FROM person"))  # type: ignore[attr-defined]
    return [tuple(row) for row in rows]


THERE = [("1207", "周敏", "")]


def test_nobody_has_chosen_a_language_yet_on_sqlite(tmp_path: Path) -> None:
    with sqlite_file(tmp_path / "hall.sqlite3") as connection:
        assert made(connection) == THERE


async def test_nobody_has_chosen_a_language_yet_on_postgresql() -> None:
    assert await in_a_new_postgres(made) == THERE
