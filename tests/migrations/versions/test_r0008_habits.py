"""What is learned has rows of its own; nothing of before is touched."""

from pathlib import Path

from sqlalchemy import inspect, text

from server.migrations.running import upgrade
from tests.migrations.test_running import in_a_new_postgres, sqlite_file

HABITS = ("habit", "habit_worked", "habits_kept")
KEPT = "INSERT INTO visits_kept (hall_id, epoch, seq, set_up_seq, shape) VALUES ('h', 1, 9, 1, '3 UTC')"


def made(connection: object) -> tuple[list[bool], list[int], int | None]:
    upgrade(connection, "0007")  # type: ignore[arg-type]
    connection.execute(text(KEPT))  # type: ignore[attr-defined]
    upgrade(connection, "0008")  # type: ignore[arg-type]
    there = inspect(connection)
    rows = [connection.execute(text(f"SELECT count(*) FROM {of}")).scalar() for of in HABITS]  # type: ignore[attr-defined]
    left = connection.execute(text("SELECT count(*) FROM visits_kept")).scalar()  # type: ignore[attr-defined]
    return [there.has_table(name) for name in HABITS], rows, left


NEW = ([True] * 3, [0] * 3, 1)


def test_habits_have_rows_of_their_own_on_sqlite(tmp_path: Path) -> None:
    with sqlite_file(tmp_path / "hall.sqlite3") as connection:
        assert made(connection) == NEW


async def test_habits_have_rows_of_their_own_on_postgresql() -> None:
    assert await in_a_new_postgres(made) == NEW
