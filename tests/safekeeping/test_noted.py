"""A backup that failed or that nobody makes is told; one that is there ends it."""

from datetime import timedelta
from pathlib import Path

import pytest

from server.safekeeping.noted import LATE, NOTE, Backups, Unsaved, note_failed, note_saved, unsaved
from tests.builders import MORNING

DAY = timedelta(days=1)


def test_a_hall_that_nobody_saves_is_told_of_after_some_days_and_not_before(tmp_path: Path) -> None:
    assert unsaved(tmp_path, MORNING) is None
    assert unsaved(tmp_path, MORNING + LATE - DAY) is None
    late = Unsaved(last=None, since=MORNING, failed_at=None)
    assert unsaved(tmp_path, MORNING + LATE) == late
    note_saved(tmp_path, MORNING + LATE)
    assert unsaved(tmp_path, MORNING + LATE + DAY) is None
    missed = MORNING + 2 * LATE
    assert unsaved(tmp_path, missed) == Unsaved(last=MORNING + LATE, since=MORNING + LATE, failed_at=None)


def test_one_that_failed_is_told_at_once_until_the_next_is_there(tmp_path: Path) -> None:
    note_saved(tmp_path, MORNING)
    note_failed(tmp_path, MORNING + DAY)
    told = Unsaved(last=MORNING, since=MORNING, failed_at=MORNING + DAY)
    assert unsaved(tmp_path, MORNING + DAY) == told
    note_saved(tmp_path, MORNING + 2 * DAY)
    assert unsaved(tmp_path, MORNING + 2 * DAY) is None


def test_a_clock_that_was_ahead_once_does_not_keep_it_quiet_for_ever(tmp_path: Path) -> None:
    unsaved(tmp_path, MORNING + 1000 * DAY)
    assert unsaved(tmp_path, MORNING) is None
    assert unsaved(tmp_path, MORNING + LATE) is not None


@pytest.mark.parametrize("note", ["", "[]", "{", '{"saved_at": "soon"}', '{"since": 7}'])
def test_a_note_that_nobody_can_read_begins_anew(tmp_path: Path, note: str) -> None:
    (tmp_path / NOTE).write_text(note)
    assert unsaved(tmp_path, MORNING) is None
    assert unsaved(tmp_path, MORNING + LATE) is not None


def test_it_is_looked_at_once_a_minute(tmp_path: Path) -> None:
    now = MORNING
    backups = Backups(tmp_path, lambda: now)
    assert backups.unsaved() is None
    note_failed(tmp_path, MORNING)
    now += timedelta(seconds=59)
    assert backups.unsaved() is None
    now += timedelta(seconds=1)
    assert backups.unsaved() is not None


def test_where_no_hall_is_nothing_is_written(tmp_path: Path) -> None:
    note_failed(tmp_path / "nowhere", MORNING)
    assert not (tmp_path / "nowhere").exists()
