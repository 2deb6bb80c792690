import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Timer
from time import thread_time

import pytest
from sqlalchemy import Engine, event

from server.access.devices import Devices
from server.access.gate import REMEMBERED_FOR, Gate
from server.access.people import People
from server.access.refusals import Unknown
from tests.patience import PATIENCE

from .conftest import NOW, PASSWORD, open_hall_file

A_MOMENT = timedelta(milliseconds=1)


REPO = Path(__file__).parents[2]


@pytest.fixture
def reads(engine: Engine) -> list[str]:
    """Every statement sent to the file from here on."""
    statements: list[str] = []

    @event.listens_for(engine, "before_cursor_execute")
    def note(_c: object, _k: object, statement: str, *_: object) -> None:
        statements.append(statement)

    return statements


def kiosk(devices: Devices) -> str:
    return devices.issue_token("k1", "kiosk", "slips-1", by="person:1001", now=NOW)


def test_devices_and_people_come_through_the_same_gate(gate: Gate, devices: Devices, people: People) -> None:
    token, actor, _ = people.log_in("1207", PASSWORD, "3", NOW)
    assert gate.actor_of(token, NOW) == actor
    assert gate.actor_of(kiosk(devices), NOW).id == "device:k1"


@pytest.mark.parametrize("token", ["", "anything", "closed:", "' OR 1=1 --", "令牌"])
def test_a_token_nobody_holds_is_refused(gate: Gate, token: str) -> None:
    with pytest.raises(Unknown) as refused:
        gate.actor_of(token, NOW)
    assert refused.value.code == "wrong_token"


def test_the_file_is_read_once_in_two_seconds(gate: Gate, devices: Devices, reads: list[str]) -> None:
    token = kiosk(devices)
    reads.clear()
    for _ in range(100):
        gate.actor_of(token, NOW)
    gate.actor_of(token, NOW + REMEMBERED_FOR - A_MOMENT)
    assert len(reads) == 1
    gate.actor_of(token, NOW + REMEMBERED_FOR)
    assert len(reads) == 2


def test_what_is_not_at_hand_is_not_waited_for(gate: Gate, devices: Devices, reads: list[str]) -> None:
    token = kiosk(devices)
    reads.clear()
    assert gate.remembered(token, NOW) is None
    assert not reads
    assert gate.remembered(token, NOW) is None
    actor = gate.actor_of(token, NOW)
    assert gate.remembered(token, NOW) == actor


def test_a_remembered_actor_costs_microseconds(gate: Gate, devices: Devices) -> None:
    token = kiosk(devices)
    gate.actor_of(token, NOW)
    laps = []
    for _ in range(5):
        start = thread_time()
        for _ in range(1000):
            gate.actor_of(token, NOW)
        laps.append(thread_time() - start)
    assert min(laps) / 1000 < 50e-6  # of this thread; about 2 µs, and a read of the file is 20 times more


Act = Callable[[People, Devices, str], object]
ENDINGS: dict[str, Act] = {
    "log out": lambda people, _, token: people.log_out(token),
    "new password": lambda people, *_: people.change_password("1207", PASSWORD, "loud-bamboo-08", NOW),
    "reset": lambda people, *_: people.reset_password("1207", "loud-bamboo-08"),
    "left": lambda people, *_: people.withdraw("1207"),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_session_ended_here_is_over_at_once(
    gate: Gate, people: People, devices: Devices, ending: str
) -> None:
    token, _, _ = people.log_in("1207", PASSWORD, "3", NOW)
    gate.actor_of(token, NOW)
    ENDINGS[ending](people, devices, token)
    with pytest.raises(Unknown):
        gate.actor_of(token, NOW)


@pytest.mark.parametrize("ending", ["revoke", "rotate"])
def test_a_device_ended_here_is_out_at_once(gate: Gate, devices: Devices, ending: str) -> None:
    token = kiosk(devices)
    gate.actor_of(token, NOW)
    if ending == "revoke":
        devices.revoke("k1", NOW)
    else:
        devices.rotate("k1")
    with pytest.raises(Unknown):
        gate.actor_of(token, NOW)


def test_a_new_role_ends_the_old_ones_log_in_at_once(gate: Gate, people: People) -> None:
    token, _, _ = people.log_in("1207", PASSWORD, "3", NOW)
    gate.actor_of(token, NOW)
    people.assign("1207", "guide")
    with pytest.raises(Unknown):
        gate.actor_of(token, NOW)


def test_a_device_revoked_by_another_process_is_out_after_two_seconds(
    gate: Gate, devices: Devices, path: Path
) -> None:
    token = kiosk(devices)
    gate.actor_of(token, NOW)
    revoke = (
        "import sys; from datetime import datetime, UTC; from sqlmodel import create_engine;"
        "from server.access.devices import Devices;"
        "devices = Devices(create_engine('sqlite:///' + sys.argv[1]), 'h1');"
        "devices.revoke('k1', datetime(2026, 3, 2, tzinfo=UTC))"
    )
    subprocess.run([sys.executable, "-c", revoke, str(path)], check=True, timeout=PATIENCE, cwd=REPO)
    with pytest.raises(Unknown):
        gate.actor_of(token, NOW + REMEMBERED_FOR)
    with pytest.raises(Unknown):
        gate.actor_of(token, NOW)  # and it does not come back when the clock does


def test_a_revocation_during_the_reading_is_not_remembered_away(
    gate: Gate, devices: Devices, engine: Engine
) -> None:
    token = kiosk(devices)
    pending = [lambda: devices.revoke("k1", NOW)]

    @event.listens_for(engine, "after_cursor_execute")
    def meanwhile(*_: object) -> None:
        if pending:
            pending.pop()()

    gate.actor_of(token, NOW)
    with pytest.raises(Unknown):
        gate.actor_of(token, NOW)


def test_a_session_ends_on_the_second_even_when_remembered(gate: Gate, people: People) -> None:
    token, _, ends_at = people.log_in("1207", PASSWORD, "3", NOW)
    gate.actor_of(token, ends_at - A_MOMENT)
    with pytest.raises(Unknown):
        gate.actor_of(token, ends_at)


def test_a_clock_set_back_does_not_lengthen_memory(gate: Gate, devices: Devices, reads: list[str]) -> None:
    token = kiosk(devices)
    gate.actor_of(token, NOW)
    reads.clear()
    gate.actor_of(token, NOW - timedelta(hours=1))
    assert reads


def test_forgetting_everybody_means_reading_again(gate: Gate, devices: Devices, reads: list[str]) -> None:
    token = kiosk(devices)
    gate.actor_of(token, NOW)
    reads.clear()
    gate.invalidate()
    gate.actor_of(token, NOW)
    assert reads


def test_tokens_survive_a_restart(gate: Gate, devices: Devices, path: Path) -> None:
    token = kiosk(devices)
    reopened = open_hall_file(path)
    restarted = Gate(People(reopened, "h1"), Devices(reopened, "h1"))
    assert restarted.actor_of(token, NOW) == gate.actor_of(token, NOW)
    reopened.dispose()


def test_a_log_in_waits_for_the_journals_writer_instead_of_failing(path: Path, people: People) -> None:
    journal = open_hall_file(path)
    with journal.connect() as writer:
        writer.exec_driver_sql("BEGIN IMMEDIATE")
        release = Timer(0.2, writer.rollback)
        release.start()
        token, _, _ = people.log_in("1207", PASSWORD, "3", NOW)
        release.join()
    journal.dispose()
    assert token
