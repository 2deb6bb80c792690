"""What the clock and the records say of each other, in words, and the way back on the command line (C06)."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.clock import HallClock
from server.command import making
from server.command.work import clock as clock_command
from server.command.work.clock import ClockState, look, settle
from server.command.work.doctor import examine
from server.packs.hall_file import pack
from server.watchers.clock.time_sources import read_mark
from tests.hall_made import NOW, PASSWORD
from tests.hall_server import HallServer

STATE = ClockState(machine=NOW, hall=NOW, proven=NOW, files=NOW)
AGES = timedelta(days=1800)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (STATE, ""),
        (replace(STATE, hall=None, proven=None, files=None), ""),
        (replace(STATE, hall=NOW + timedelta(hours=8)), "settle"),
        (replace(STATE, proven=NOW + AGES), "settle"),
        (replace(STATE, machine=NOW - AGES), "before this program"),
        (replace(STATE, machine=NOW + AGES), "more than a year"),
        (replace(STATE, files=NOW + timedelta(days=1)), "Files of the hall"),
    ],
)
def test_what_does_not_fit_is_named(state: ClockState, words: str) -> None:
    wrong = state.trouble
    assert words in wrong.en if words and wrong else wrong is None
    assert wrong is None or wrong.zh


def test_moments_are_said_in_the_halls_zone() -> None:
    assert replace(STATE, zone="Asia/Urumqi").written(NOW) == "2026-03-02 07:00:00"
    assert STATE.written(None) == "—"


def a_hall(data: Path, at: datetime) -> Path:
    asyncio.run(making.make_hall(data, pack("power"), at, admin_password=PASSWORD, printers=[]))
    return data


def test_doctor_names_a_hall_in_the_future_and_the_command_brings_it_back(tmp_path: Path) -> None:
    """C06, without a server."""
    data = a_hall(tmp_path / "hall", datetime(2031, 5, 1, 1, tzinfo=UTC))
    (clock,) = (f for f in examine(data, ("chime",)) if f.what.startswith("clock"))
    assert not clock.well
    assert "2031-05-01" in clock.text
    settle(data)
    assert look(data).trouble is None
    mark, hall = read_mark(data), asyncio.run(making.hall_of(data))
    assert mark
    assert abs(mark.at - HallClock().machine()) < timedelta(minutes=1)
    assert hall.epoch == 2
    assert hall.at < HallClock().machine()
    assert asyncio.run(making.compare(data)) == ""


def test_a_running_hall_is_asked(tmp_path: Path) -> None:
    data = a_hall(tmp_path / "hall", HallClock().machine())
    with HallServer(data) as server:
        before = server.http.get("/health").json()["epoch"]
        settle(data)
        assert server.http.get("/health").json()["epoch"] == before + 1
    assert clock_command.look(data).trouble is None
