"""Who is connected, who was last seen when, and that it is written down."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine

from server.access.actors import Actor, ActorKind
from server.access.seen import SeenDevices
from server.journal.sqlite import engine_for
from server.watchers.screens.attendance import Attendance, device_of
from tests.hall_here import HandClock
from tests.patience import until


@dataclass(eq=False)
class Board:
    actor: Actor
    build: str = "ab12"
    address: str = "10.0.0.7"


def board(name: str = "k1", kind: ActorKind = "device") -> Board:
    return Board(Actor(id=f"{kind}:{name}", kind=kind, role="kiosk", name=name))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = engine_for(tmp_path / "hall.sqlite3")
    yield engine
    engine.dispose()


@dataclass
class Stand:
    attendance: Attendance
    kept: SeenDevices
    here: set[Board]
    hand: HandClock


@pytest.fixture
def stand(engine: Engine) -> Stand:
    here: set[Board] = set()
    hand = HandClock()
    kept = SeenDevices(engine, "hall")
    return Stand(Attendance(kept, here, lambda: hand.at), kept, here, hand)


async def test_a_connected_device_is_seen_now_and_nothing_is_written_for_it(stand: Stand) -> None:
    stand.here |= {board(), board("1207", "person")}
    stand.hand.move(seconds=30)
    seen = await stand.attendance.seen()
    assert {name: s.seen_at for name, s in seen.items()} == {"k1": stand.hand.at}
    assert stand.kept.by_device() == {}


async def test_a_device_that_hung_up_was_seen_until_then(stand: Stand) -> None:
    left = stand.hand.at
    stand.attendance.went(board())
    stand.attendance.went(board("1207", "person"))
    stand.hand.move(minutes=5)
    assert (await stand.attendance.seen())["k1"].seen_at == left
    await stand.attendance.write()
    assert {k: s.seen_at for k, s in stand.kept.by_device().items()} == {"k1": left}
    assert (await stand.attendance.seen())["k1"].seen_at == left


async def test_everybody_here_is_written_down_again_and_again(stand: Stand) -> None:
    stand.here.add(board())
    stand.attendance.every = 0.01
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(stand.attendance.run())
        for _ in range(2):
            stand.hand.move(minutes=1)
            await until(lambda: [s.seen_at for s in stand.kept.by_device().values()] == [stand.hand.at])
        running.cancel()


def test_only_devices_and_scripts_are_in_the_list_of_devices() -> None:
    assert device_of(board("取号机:1").actor) == "取号机:1"
    assert device_of(board("ab", "script").actor) == "ab"
    assert device_of(board("1207", "person").actor) is None
    assert device_of(board("clock", "system").actor) is None
