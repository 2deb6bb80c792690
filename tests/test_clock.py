"""The hall's clock while the machine's is set forward, back, or was wrong from the start."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.clock import JUMP, HallClock
from server.domain.queue.commands import IssueTicket
from server.journal.sqlite import SqliteJournal
from tests.living import ask, living, set_up

NINE = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


class Machine:
    """A machine's two clocks: one that people set, one that only runs."""

    def __init__(self) -> None:
        self.at, self.ran = NINE, 1000.0

    def wall(self) -> datetime:
        return self.at

    def steady(self) -> float:
        return self.ran

    def run(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)
        self.ran += seconds

    def set(self, **by: float) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def clock(machine: Machine) -> HallClock:
    return HallClock(machine.wall, machine.steady)


def test_it_follows_the_machine(machine: Machine, clock: HallClock) -> None:
    machine.run(61.5)
    assert clock() == NINE + timedelta(seconds=61.5)
    assert clock.behind == timedelta(0)


def test_it_goes_on_at_its_own_pace_when_the_machine_is_set_back(machine: Machine, clock: HallClock) -> None:
    machine.run(10)
    machine.set(hours=-1)
    machine.run(5)
    assert clock() == NINE + timedelta(seconds=15)
    assert clock.behind == timedelta(hours=1)


def test_it_joins_the_machine_again_when_that_has_caught_up(machine: Machine, clock: HallClock) -> None:
    machine.set(minutes=-10)
    machine.run(60)
    clock()
    machine.set(minutes=10)
    machine.run(1)
    assert clock() == machine.at
    assert clock.behind == timedelta(0)


def test_a_jump_forward_is_followed_and_a_jump_back_from_it_is_not(
    machine: Machine, clock: HallClock
) -> None:
    machine.set(days=1)
    assert clock() == NINE + timedelta(days=1)
    machine.set(days=-1)
    machine.run(30)
    assert clock() == NINE + timedelta(days=1, seconds=30)
    assert clock.behind == timedelta(days=1)


def test_a_small_correction_makes_it_wait_and_not_run_ahead(machine: Machine, clock: HallClock) -> None:
    machine.run(10)
    before = clock()
    machine.set(seconds=-JUMP.total_seconds() / 2)
    assert clock() == before
    assert clock.behind == timedelta(0)
    machine.run(2)
    assert clock() == machine.at


def test_it_never_goes_back_whatever_the_machine_does(machine: Machine, clock: HallClock) -> None:
    seen = []
    for jump in (0, -3600, 5, 7200, -1, -86400, 90000, -2, 0.5):
        machine.set(seconds=jump)
        machine.run(0.25)
        seen.append(clock())
    assert seen == sorted(seen)


def test_it_starts_no_earlier_than_the_journal_ends(machine: Machine) -> None:
    clock = HallClock(machine.wall, machine.steady, floor=NINE + timedelta(hours=2))
    machine.run(20)
    assert clock() == NINE + timedelta(hours=2, seconds=20)
    assert clock.behind == timedelta(hours=2)


def test_a_journal_of_the_past_holds_it_back_by_nothing(machine: Machine) -> None:
    assert HallClock(machine.wall, machine.steady, floor=NINE - timedelta(days=3))() == NINE


async def test_a_machine_that_restarts_with_a_clock_behind_the_journal_keeps_the_order(
    machine: Machine, tmp_path: Path
) -> None:
    file = tmp_path / "hall.sqlite3"
    async with living(SqliteJournal(file), HallClock(machine.wall, machine.steady)) as live:
        await set_up(live)
        machine.run(600)
        first = await ask(live, IssueTicket(service="bill"), "a")
    machine.set(days=-400)  # the battery of its clock is empty
    journal = SqliteJournal(file)
    clock = HallClock(machine.wall, machine.steady, floor=(await journal.load()).at)
    async with living(journal, clock) as live:
        machine.run(60)
        second = await ask(live, IssueTicket(service="bill"), "b")
        assert second.recorded[-1].event.at - first.recorded[-1].event.at == timedelta(seconds=60)
        assert [t.number for t in live.hall.tickets.values()] == ["A001", "A002"], "it is still the same day"
    assert clock.behind == timedelta(days=400)
