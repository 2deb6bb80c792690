"""What somebody is known by today, nobody can tell tomorrow."""

from pathlib import Path

import pytest

from server.api.asking.day_key import DayKey
from server.domain.hall import Hall
from server.domain.queue.events import DayOpened
from server.journal import Recorded
from tests.builders import MORNING

PHONE = "138 0013 8000"


def a_new_day() -> tuple[Recorded, ...]:
    opened = DayOpened(at=MORNING, day=MORNING.date())
    return (Recorded(epoch=1, seq=1, actor="system", event=opened),)


@pytest.mark.row("Q39")
def test_a_number_is_known_however_it_is_written_and_nothing_of_it_is_kept(tmp_path: Path) -> None:
    key = DayKey(tmp_path / "day.key")
    known = key.known_as(PHONE)
    assert known == key.known_as("138-00138000")
    assert known != key.known_as("13800138001")
    assert (tmp_path / "day.key").stat().st_mode & 0o777 == 0o600
    assert key.known_as("  ") == ""


def test_it_lasts_through_a_restart_and_dies_with_the_day(tmp_path: Path) -> None:
    known = DayKey(tmp_path / "day.key").known_as(PHONE)
    again = DayKey(tmp_path / "day.key")
    assert again.known_as(PHONE) == known
    again.on_commit(Hall(), a_new_day())
    assert not (tmp_path / "day.key").exists()
    assert again.known_as(PHONE) != known


def test_a_torn_key_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "day.key").write_bytes(b"torn")
    key = DayKey(tmp_path / "day.key")
    assert key.known_as(PHONE) == DayKey(tmp_path / "day.key").known_as(PHONE)
