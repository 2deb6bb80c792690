"""A driver that hangs hangs nobody else."""

import asyncio
import threading

import pytest

from server.devices.printing import own_thread
from server.devices.printing.own_thread import BEAT, ThreadedCable
from tests.patience import PATIENCE, given_up, patience


class Driver:
    """Takes what is written and says it again; `hold` makes the next write hang until it is let go."""

    def __init__(self) -> None:
        self.taken = b""
        self.hold = threading.Event()
        self.hold.set()
        self.closed = threading.Event()
        self.fails: BaseException | None = None

    def open(self) -> None:
        if self.fails:
            raise self.fails

    def write(self, data: bytes) -> int:
        assert self.hold.wait(PATIENCE)
        self.taken += data[:100]
        return min(len(data), 100)

    def read(self) -> bytes:
        threading.Event().wait(BEAT)
        said, self.taken = self.taken, b""
        return said

    def drained(self) -> bool:
        return True

    def close(self) -> None:
        self.closed.set()


async def heard(cable: ThreadedCable, count: int) -> bytes:
    said = b""
    async with patience():
        while len(said) < count:
            said += await cable.receive()
    return said


async def test_all_is_sent_in_pieces_and_heard() -> None:
    cable = ThreadedCable(Driver)
    await cable.connect()
    await cable.send(b"x" * 2000)
    assert await heard(cable, 2000) == b"x" * 2000
    await cable.close()
    assert not cable.connected


async def test_what_came_unasked_is_forgotten() -> None:
    cable = ThreadedCable(Driver)
    await cable.connect()
    await cable.send(b"old")
    await heard(cable, 1)
    cable.forget()
    await cable.send(b"new")
    assert (await heard(cable, 3))[-3:] == b"new"
    await cable.close()


async def test_a_driver_that_hangs_is_left_behind_and_writes_no_more_when_it_comes_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(own_thread, "GRACE", 0.05)
    drivers = [Driver(), Driver()]
    hung, fresh = drivers
    cable = ThreadedCable(lambda: drivers.pop(0))
    await cable.connect()
    hung.hold.clear()
    with pytest.raises(TimeoutError):
        async with given_up():
            await cable.send(b"x" * 2000)
    cable.drop()
    await cable.connect()
    await cable.send(b"next")
    assert await heard(cable, 4) == b"next"
    hung.hold.set()
    assert await asyncio.to_thread(hung.closed.wait, PATIENCE)
    assert len(hung.taken) <= 100
    await cable.close()
    assert fresh.closed.is_set()


async def test_a_driver_that_fails_says_so_to_who_waits() -> None:
    broken = Driver()
    broken.fails = OSError("no such line")
    cable = ThreadedCable(lambda: broken)
    with pytest.raises(OSError, match="no such line"):
        await cable.connect()
    with pytest.raises(OSError, match="no such line"):
        cable.forget()
    await cable.close()


async def test_a_faulty_driver_is_a_fault_and_no_silence() -> None:
    broken = Driver()
    broken.fails = KeyError("bug")
    cable = ThreadedCable(lambda: broken)
    with pytest.raises(KeyError):
        await cable.connect()
    await cable.close()


async def test_an_unconnected_cable_is_a_lost_printer() -> None:
    cable = ThreadedCable(Driver, bytes_per_second=960)
    with pytest.raises(ConnectionResetError):
        await cable.send(b"x")
    assert cable.seconds_for(9600) == 10
