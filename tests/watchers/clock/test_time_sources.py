"""What the machine tells of its clock beside the time."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.clock import Believed, HallClock
from server.watchers.clock.time_sources import MARK, boot_id, disciplined, read_mark, write_mark

MOMENT = datetime(2026, 3, 2, 1, 0, 0, 5, tzinfo=UTC)


def test_a_mark_is_read_as_it_was_written(tmp_path: Path) -> None:
    mark = Believed(at=MOMENT, boot="b", steady=12.5)
    write_mark(tmp_path, mark)
    assert read_mark(tmp_path) == mark


@pytest.mark.parametrize(
    "torn", ["", "{", "[]", '{"at": "noon", "boot": "", "steady": 0}', '{"at": 5}', "null"]
)
def test_a_mark_that_cannot_be_read_is_none(tmp_path: Path, torn: str) -> None:
    (tmp_path / MARK).write_text(torn, encoding="utf-8")
    assert read_mark(tmp_path) is None


def test_this_run_of_the_machine_has_one_name() -> None:
    assert boot_id() == boot_id()


def test_the_kernel_speaks_of_its_own_clock_only() -> None:
    ahead = HallClock(lambda: datetime.now(UTC) + timedelta(hours=8))  # noqa: TID251  # as if it were handed us
    assert disciplined(ahead) == []
    assert len(disciplined(HallClock())) <= 1
