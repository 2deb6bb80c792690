"""The hall's clock while the machine's is set forward, back, or was wrong from the start."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.clock import ALONE, JUMP, PERSISTS, Believed, HallClock
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


def test_a_small_step_forward_is_followed(machine: Machine, clock: HallClock) -> None:
    machine.set(seconds=60)
    assert clock() == NINE + timedelta(seconds=60)
    assert not clock.doubt


@pytest.mark.parametrize(
    "leap", [{"seconds": 61}, {"hours": 8}, {"days": 1}, {"days": 1800}, {"days": -1800}]
)
def test_a_leap_is_not_believed_and_costs_nothing_when_it_is_taken_back(
    machine: Machine, clock: HallClock, leap: dict[str, float]
) -> None:
    machine.set(**leap)
    machine.run(45)
    assert clock() == NINE + timedelta(seconds=45)
    assert clock.doubt == timedelta(**leap)
    machine.set(**{unit: -n for unit, n in leap.items()})
    machine.run(1)
    assert clock() == machine.at
    assert not clock.doubt


def test_a_machine_a_little_behind_is_waited_for_at_a_slower_pace(machine: Machine, clock: HallClock) -> None:
    machine.set(seconds=-50)
    machine.run(100)
    assert clock() == NINE + timedelta(seconds=90)
    for _ in range(50):
        machine.run(10)
        clock()
    assert clock() == machine.at, "after ten times as long they agree"


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


# what others say


def test_a_leap_is_believed_when_it_persists_and_others_agree(machine: Machine, clock: HallClock) -> None:
    tablet = clock.heard(NINE + timedelta(hours=8))  # the machine was wrong, and is put right
    machine.set(hours=8)
    assert clock.judge([tablet]) is None, "not at once"
    machine.run(PERSISTS - 1)
    assert clock.judge([tablet]) is None
    machine.run(2)
    assert clock.judge([]) is None, "not where nobody can say"
    assert clock.judge([tablet, clock.heard(NINE), clock.heard(NINE)]) is None, "not against most of them"
    settle_to = clock.judge([tablet])
    assert settle_to == machine.at
    clock.settle(settle_to)
    assert clock() == machine.at
    assert not clock.doubt


def test_a_clock_that_wanders_does_not_persist(machine: Machine, clock: HallClock) -> None:
    machine.set(hours=8)
    machine.run(50)
    clock()
    machine.set(hours=1)
    machine.run(50)
    assert clock.judge([clock.heard(machine.at)]) is None


def test_it_can_be_settled_back(machine: Machine, clock: HallClock) -> None:
    machine.set(days=-2)
    clock.settle(machine.at)
    machine.run(10)
    assert clock() == NINE - timedelta(days=2) + timedelta(seconds=10)


# starting


def started(
    machine: Machine, journal: datetime | None, mark: Believed | None = None, boot: str = ""
) -> HallClock:
    clock = HallClock(machine.wall, machine.steady)
    clock.begin(journal, mark, boot)
    return clock


def test_a_first_start_believes_the_machine(machine: Machine) -> None:
    clock = started(machine, None)
    assert clock() == NINE
    assert clock.sure


def test_a_start_a_moment_after_the_last_event_is_sure(machine: Machine) -> None:
    assert started(machine, NINE - timedelta(seconds=50)).sure


def test_after_a_night_the_machine_is_followed_but_not_sure_until_somebody_agrees(machine: Machine) -> None:
    clock = started(machine, NINE - timedelta(hours=14))
    assert clock() == NINE
    assert not clock.sure
    clock.judge([clock.heard(NINE + timedelta(seconds=80))])
    assert clock.sure


def test_where_nobody_can_agree_time_itself_makes_it_sure(machine: Machine) -> None:
    clock = started(machine, NINE - timedelta(hours=14))
    machine.run(ALONE - 1)
    clock.judge([])
    assert not clock.sure
    machine.run(2)
    clock.judge([])
    assert clock.sure


def test_where_others_disagree_it_never_becomes_sure_by_itself(machine: Machine) -> None:
    clock = started(machine, NINE - timedelta(hours=14))
    machine.run(9000)
    assert clock.judge([clock.heard(NINE - timedelta(hours=8))]) is None
    assert not clock.sure


def test_a_journal_that_nothing_proves_does_not_hold_the_clock(machine: Machine) -> None:
    """C05, C06: a few seconds of wrong clock must not close the hall until they come true."""
    for ahead in (timedelta(hours=8), timedelta(days=1800)):
        assert started(machine, NINE + ahead)() == NINE


def test_a_proven_moment_does(machine: Machine) -> None:
    mark = Believed(at=NINE + timedelta(hours=2), boot="yesterday")
    clock = started(machine, NINE, mark, "today")
    machine.run(20)
    assert clock() == NINE + timedelta(hours=2, seconds=20)
    assert clock.doubt == timedelta(hours=-2)
    assert not clock.sure


@pytest.mark.parametrize("off", [{"days": 1800}, {"days": -1800}])
def test_what_cannot_be_is_not_believed_at_start(machine: Machine, off: dict[str, float]) -> None:
    """C06: 2031; and 2021, before this program was."""
    machine.set(**off)
    clock = started(machine, NINE)
    machine.run(45)
    assert clock() == NINE + timedelta(seconds=45)
    assert not clock.sure
    machine.set(**{unit: -n for unit, n in off.items()})
    assert clock() == machine.at


def test_within_one_run_of_the_machine_a_restart_knows_what_time_it_is(machine: Machine) -> None:
    mark = Believed(at=NINE, boot="b", steady=machine.ran)
    machine.run(600)
    machine.set(hours=8)
    clock = started(machine, NINE, mark, "b")
    assert clock() == NINE + timedelta(seconds=600)
    assert clock.sure
    assert clock.doubt == timedelta(hours=8)


def test_a_run_that_goes_backwards_proves_nothing(machine: Machine) -> None:
    mark = Believed(at=NINE + timedelta(hours=8), boot="b", steady=machine.ran + 28800)
    assert started(machine, None, mark, "b")() == NINE


async def test_a_machine_that_restarts_with_a_clock_behind_a_proven_time_keeps_the_order(
    machine: Machine, tmp_path: Path
) -> None:
    file = tmp_path / "hall.sqlite3"
    async with living(SqliteJournal(file), HallClock(machine.wall, machine.steady)) as live:
        await set_up(live)
        machine.run(600)
        first = await ask(live, IssueTicket(service="bill"), "a")
    mark = Believed(at=machine.at, boot="one")
    machine.set(days=-400)  # the battery of its clock is empty
    journal = SqliteJournal(file)
    clock = started(machine, (await journal.load()).at, mark, "two")
    async with living(journal, clock) as live:
        machine.run(60)
        second = await ask(live, IssueTicket(service="bill"), "b")
        assert second.recorded[-1].event.at - first.recorded[-1].event.at == timedelta(seconds=60)
        assert [t.number for t in live.hall.tickets.values()] == ["A001", "A002"], "it is still the same day"
    assert clock.behind == timedelta(days=400)
