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


def test_who_takes_the_first_number_of_a_day_is_known_by_it_all_day(tmp_path: Path) -> None:
    """The number itself opens the day: what it is known by was reckoned a moment before."""
    key = DayKey(tmp_path / "day.key", day_is_open=False)
    known = key.known_as(PHONE)
    key.on_commit(Hall(day=MORNING.date()), a_new_day())
    assert key.known_as(PHONE) == known
    key.on_commit(Hall(day=MORNING.date()), a_new_day())  # midnight, in a hall that is open through it
    assert key.known_as(PHONE) != known


def test_a_key_of_a_day_that_ended_unseen_is_nobody_s(tmp_path: Path) -> None:
    known = DayKey(tmp_path / "day.key").known_as(PHONE)
    assert DayKey(tmp_path / "day.key", day_is_open=False).known_as(PHONE) != known


def test_a_torn_key_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "day.key").write_bytes(b"torn")
    key = DayKey(tmp_path / "day.key")
    assert key.known_as(PHONE) == DayKey(tmp_path / "day.key").known_as(PHONE)
