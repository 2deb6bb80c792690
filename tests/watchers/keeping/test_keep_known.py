"""How far the journal has come is kept beside it, and only when it has come further."""

from pathlib import Path

from server.safekeeping.known import KNOWN, Known, read_known
from server.watchers.keeping.keep_known import KeepKnown
from tests.hall_here import HereHall


async def test_only_what_is_new_is_written(hall: HereHall, tmp_path: Path) -> None:
    async def hall_of() -> str:
        return "h"

    async def last_of(seq: int) -> str:
        return f"event {seq}"

    def known() -> Known:
        seq = hall.hall.seq
        return Known(hall="h", epoch=hall.hall.epoch, seq=seq, last=f"event {seq}")

    kept = KeepKnown(hall.house.live, tmp_path, hall_of, last_of)
    await kept.look()
    assert read_known(tmp_path) == known()
    (tmp_path / KNOWN).unlink()
    await kept.look()
    assert read_known(tmp_path) is None
    await hall.issue()
    await kept.look()
    assert read_known(tmp_path) == known()
