"""What is made of a hall that is back from an earlier moment."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

from server import making
from server.journal.opening import open_database
from server.journal.sqlite import transaction
from server.safekeeping.going_on import gone_on, read_rows
from tests.hall_server import NOW, HandClock, here_hall


async def test_a_new_epoch_begins_and_the_series_goes_on_above_what_is_known(
    data: Path, hand: HandClock
) -> None:
    """C02."""
    async with here_hall(data, hand) as hall:
        await hall.issue()
    with closing(open_database(data / "hall.sqlite3")) as db, transaction(db):
        before = read_rows(db)
        after = gone_on(db, NOW, epoch=before.epoch + 3, known={"A": 1500})
    assert after.epoch == before.epoch + 3
    assert after.restored
    assert after.restored.first_ordinal > 1500
    assert await making.compare(data) == ""


async def test_what_is_said_before_the_doors_open_stands_until_the_next_day(
    data: Path, hand: HandClock
) -> None:
    async with here_hall(data, hand) as hall:
        await hall.issue()
    hand.move(days=1)
    with closing(open_database(data / "hall.sqlite3")) as db, transaction(db):
        gone_on(db, NOW + timedelta(days=1), epoch=2, known={})
    async with here_hall(data, hand) as hall:
        await hall.issue()
        assert "hall_restored/hall" in hall.hall.alerts
        hand.move(days=1)
        await hall.issue()
        assert "hall_restored/hall" not in hall.hall.alerts
