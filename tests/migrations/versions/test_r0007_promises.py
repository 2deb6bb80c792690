"""Rows of before are made anew with what was promised; what another system counted stays."""

from pathlib import Path

from sqlalchemy import inspect, text

from server.migrations.running import upgrade
from tests.migrations.test_running import in_a_new_postgres, sqlite_file

VISITS = ("visit", "visit_leg", "visit_call", "visit_rung", "contact", "visits_kept")
KEPT = "INSERT INTO visits_kept (hall_id, epoch, seq, set_up_seq, shape) VALUES ('h', 1, 9, 1, '2 UTC')"


def renewed(connection: object) -> tuple[list[int], bool]:
    upgrade(connection, "0006")  # type: ignore[arg-type]
    connection.execute(text(KEPT))  # type: ignore[attr-defined]
    upgrade(connection, "0007")  # type: ignore[arg-type]
    left = [connection.execute(text(f"SELECT count(*) FROM {of}")).scalar() for of in VISITS]  # type: ignore[attr-defined]
    named = {column["name"] for column in inspect(connection).get_columns("visit")}
    return left, {"promised_at", "promised_low", "promised_high", "promised_wait", "promises"} <= named


NEW = ([0] * len(VISITS), True)


def test_visits_of_before_are_made_anew_on_sqlite(tmp_path: Path) -> None:
    with sqlite_file(tmp_path / "hall.sqlite3") as connection:
        assert renewed(connection) == NEW


async def test_visits_of_before_are_made_anew_on_postgresql() -> None:
    assert await in_a_new_postgres(renewed) == NEW
