"""A part in trouble becomes one alert, which ends when the part has run well for a while."""

from pathlib import Path

from server.journal.sqlite import SqliteJournal
from server.supervisor import Part, Supervisor
from server.watchers.tell_parts import TellParts, alert_of
from tests.living import living
from tests.patience import pause, until

K1 = Part(kind="printer", subject="K1")


async def test_a_failing_part_is_one_alert_until_it_is_well(tmp_path: Path) -> None:
    parts = Supervisor(well_after=0.2)
    async with living(SqliteJournal(tmp_path / "hall.sqlite3", "hall")) as live:
        parts.start(Part(kind="parts"), TellParts(live, parts, every=0.01).run)
        for _ in range(3):
            parts.failed(K1, OSError("gone"))
        await until(lambda: alert_of(K1) in live.hall.alerts)
        seq = live.hall.seq
        parts.failed(K1, OSError("gone"))
        await pause(0.02)
        assert live.hall.seq == seq  # told once
        await until(lambda: not live.hall.alerts)
        await parts.close()
