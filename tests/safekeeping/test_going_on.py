"""What is made of a hall that is back from an earlier moment."""

from datetime import timedelta
from pathlib import Path

from server.command import making
from server.domain.queue.commands import GoOnRestored
from server.safekeeping.going_on import gone_on
from tests.hall_here import HandClock, here_hall
from tests.hall_made import NOW


async def test_a_new_epoch_begins_and_the_series_goes_on_above_what_is_known(
    data: Path, hand: HandClock
) -> None:
    """C02."""
    async with here_hall(data, hand) as hall:
        await hall.issue()
    after = await gone_on(data / "hall.sqlite3", GoOnRestored(epoch=4, last=1500), NOW)
    assert after.epoch == 4
    assert after.restored
    assert after.restored.first_ordinal > 1500
    assert await making.compare(data) == ""


async def test_what_is_said_before_the_doors_open_stands_until_the_next_day(
    data: Path, hand: HandClock
) -> None:
    async with here_hall(data, hand) as hall:
        await hall.issue()
    hand.move(days=1)
    await gone_on(data / "hall.sqlite3", GoOnRestored(epoch=2), NOW + timedelta(days=1))
    async with here_hall(data, hand) as hall:
        await hall.issue()
        assert "hall_restored/hall" in hall.hall.alerts
        hand.move(days=1)
        await hall.issue()
        assert "hall_restored/hall" not in hall.hall.alerts
