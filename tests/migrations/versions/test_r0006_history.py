"""The tables of what another system counted, and nothing of a hall's own changed."""

from pathlib import Path

from sqlalchemy import inspect, text

from server.migrations.running import upgrade
from tests.migrations.test_running import in_a_new_postgres, sqlite_file

KEPT = "INSERT INTO visits_kept (hall_id, epoch, seq, set_up_seq, shape) VALUES ('h', 1, 9, 1, '1 UTC')"


def added(connection: object) -> tuple[object, bool, bool]:
    upgrade(connection, "0005")  # type: ignore[arg-type]
    connection.execute(text(KEPT))  # type: ignore[attr-defined]
    upgrade(connection, "0006")  # type: ignore[arg-type]
    left = connection.execute(text("SELECT count(*) FROM visits_kept")).scalar()  # type: ignore[attr-defined]
    there = inspect(connection)
    return left, there.has_table("history_source"), there.has_table("history_visit")


def test_history_has_tables_on_sqlite(tmp_path: Path) -> None:
    with sqlite_file(tmp_path / "hall.sqlite3") as connection:
        assert added(connection) == (1, True, True)


async def test_history_has_tables_on_postgresql() -> None:
    assert await in_a_new_postgres(added) == (1, True, True)
