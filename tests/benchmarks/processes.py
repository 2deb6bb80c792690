"""The processes that are measured: starting them, their CPU and memory, stopping them."""

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
NANOSECONDS = 1e-9
PATIENCE = 60.0  # s
LOOK_EVERY = 0.01  # s
STILL, STILL_KIB = 3.0, 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A running process; CPU in seconds, memory in KiB."""

    pid: int
    port: int
    started_after: float

    def cpu(self) -> float:
        return _cpu(self.pid)

    def children_cpu(self) -> float:
        """Of the children that live (the voice), with theirs."""
        return sum(_cpu(pid) for pid in _descendants(self.pid))

    def memory(self) -> int:
        """In KiB, its own and its share of what is shared (PSS)."""
        rollup = Path(f"/proc/{self.pid}/smaps_rollup").read_text(encoding="ascii")
        return int(rollup.partition("\nPss:")[2].split()[0])


async def settled(process: Measured) -> int:
    """Its memory when it has stopped growing by itself: what a start leaves for later is nobody's socket."""
    until, last = time.perf_counter() + PATIENCE, process.memory()
    while time.perf_counter() < until:
        await asyncio.sleep(STILL)
        before, last = last, process.memory()
        if last - before < STILL_KIB:
            break
    return last


@contextmanager
def running(command: list[str], port: int, root: Path = ROOT, **settings: str) -> Iterator[Measured]:
    """A process of the tree at `root` that listens on `port` within; its output is kept out of the table.

    `settings` are told by its environment.
    """
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *command, "--port", str(port)],
        cwd=root,
        stdout=subprocess.DEVNULL,
        env={**os.environ, **settings},
    ) as process:
        try:
            _wait_for(port, process)
            yield Measured(pid=process.pid, port=port, started_after=time.perf_counter() - began)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(PATIENCE)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.perf_counter() + PATIENCE
    while time.perf_counter() < deadline:
        if process.poll() is not None:
            raise AssertionError(f"the process ended with {process.returncode}")
        if _answers(port):
            return
    raise AssertionError(f"nobody listens on {port}")


def _answers(port: int) -> bool:
    """Whether an HTTP request is answered: a socket that is only bound is no open door."""
    try:
        with socket.create_connection(("127.0.0.1", port), LOOK_EVERY) as probe:
            probe.settimeout(PATIENCE)
            probe.sendall(b"GET /health HTTP/1.1\r\nhost: x\r\n\r\n")
            return bool(probe.recv(1))
    except OSError:
        return False


def _cpu(pid: int) -> float:
    """Of its threads that live, as the scheduler counts it: a tick of `stat` is as long as two calls."""
    spent = 0
    for thread in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        with contextlib.suppress(OSError):  # it has just ended
            spent += int(thread.read_text(encoding="ascii").split()[0])
    return spent * NANOSECONDS


def _descendants(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text(encoding="ascii").split()):
            yield child
            yield from _descendants(child)
