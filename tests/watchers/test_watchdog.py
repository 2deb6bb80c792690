"""What systemd hears, over a real datagram socket."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from server.live_hall import LiveHall
from server.watchers.watchdog import Watchdog
from tests.hall_here import HereHall, here_hall
from tests.patience import until


class Systemd:
    """The listening end of `NOTIFY_SOCKET`."""

    def __init__(self, path: Path | str) -> None:
        self.address = str(path)
        self._sock = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._sock.bind(self.address.replace("@", "\0", 1))
        self._sock.setblocking(False)
        self.heard: list[str] = []

    def listen(self) -> list[str]:
        with suppress(BlockingIOError):
            while True:
                self.heard.append(self._sock.recv(4096).decode())
        return self.heard

    def close(self) -> None:
        self._sock.close()


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[Systemd]:
    there = Systemd(tmp_path / "notify")
    yield there
    there.close()


@asynccontextmanager
async def running(dog: Watchdog) -> AsyncIterator[None]:
    task = asyncio.get_running_loop().create_task(dog.run())
    await asyncio.sleep(0)  # it has begun
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_systemd_hears_of_open_doors_of_life_and_of_the_end(hall: HereHall, systemd: Systemd) -> None:
    dog = Watchdog(hall.house.live, systemd.address, 0.06)
    before = hall.hall.seq
    async with running(dog):
        assert systemd.listen() == []  # not before the doors are open
        dog.doors_open()
        await until(lambda: systemd.listen().count("WATCHDOG=1") > 2)
    heard = systemd.listen()
    assert (heard[0], heard[-1]) == ("READY=1", "STOPPING=1")
    assert set(heard) == {"READY=1", "WATCHDOG=1", "STOPPING=1"}
    assert hall.hall.seq == before  # the question leaves no trace in the journal


async def test_a_writer_that_hangs_is_not_called_alive(data: Path, hall: HereHall, systemd: Systemd) -> None:
    """Nobody runs this live hall's writer: its asks wait for ever, as on a disk that does not answer."""
    there = hall.house.live
    stuck = LiveHall(there.journal, there.hall, {}, clock=there.clock, pick=there.pick)
    dog = Watchdog(stuck, systemd.address, 0.06)
    dog.doors_open()
    async with running(dog):
        await until(lambda: stuck._asks.qsize() > 3)
        # The first silence may be that of a hall that was busy; from then on nothing.
        assert systemd.listen().count("WATCHDOG=1") <= 1
        writer = asyncio.get_running_loop().create_task(stuck.run())
        await until(lambda: systemd.listen().count("WATCHDOG=1") > 2)
        writer.cancel()


async def test_a_hall_that_is_not_set_up_is_alive(tmp_path: Path, systemd: Systemd) -> None:
    async with here_hall(tmp_path / "empty") as hall:
        dog = Watchdog(hall.house.live, systemd.address, 0.06)
        dog.doors_open()
        async with running(dog):
            await until(lambda: "WATCHDOG=1" in systemd.listen())


async def test_without_a_watchdog_only_the_doors_are_told(hall: HereHall, systemd: Systemd) -> None:
    dog = Watchdog.of_systemd(hall.house.live, {"NOTIFY_SOCKET": systemd.address})
    async with running(dog):
        dog.doors_open()
        await until(lambda: systemd.listen() == ["READY=1"])
    assert systemd.listen() == ["READY=1", "STOPPING=1"]


async def test_an_address_without_a_file_is_understood(hall: HereHall, tmp_path: Path) -> None:
    there = Systemd(f"@hallqueue-{tmp_path.name}-{id(hall)}")
    dog = Watchdog.of_systemd(
        hall.house.live, {"NOTIFY_SOCKET": there.address, "WATCHDOG_USEC": "60000", "WATCHDOG_PID": "1"}
    )
    dog.doors_open()
    assert there.listen() == ["READY=1"]
    assert dog._every is None  # the watchdog is meant for another process
    there.close()


async def test_without_systemd_it_says_nothing_and_a_systemd_that_is_gone_breaks_nothing(
    hall: HereHall, tmp_path: Path
) -> None:
    for environment in ({}, {"NOTIFY_SOCKET": str(tmp_path / "gone"), "WATCHDOG_USEC": "60000"}):
        dog = Watchdog.of_systemd(hall.house.live, environment)
        dog.doors_open()
        async with running(dog):
            pass
