"""Programs in processes of their own, forked from one that has everything imported: no start of Python.

What a fork is not: a fresh interpreter. That `python -m server` itself comes up is tried where it is started
as such (`tests/command/terminal/test_terminal.py`, `tests/deploy/`).
"""

import faulthandler
import io
import multiprocessing
import os
import runpy
import signal
import sys
import time
import warnings
from collections.abc import Callable, Mapping
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from multiprocessing.forkserver import _forkserver
from multiprocessing.reduction import DupFd
from pathlib import Path
from typing import Any

from tests.patience import PATIENCE

ROOT = Path(__file__).parent.parent
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.preloaded"])


def forking() -> int | None:
    """The process that forks, once it is there."""
    return getattr(_forkserver, "_forkserver_pid", None)


def begin_forking() -> None:
    """Before the workers of a run: they have one such process in common."""
    _forkserver.ensure_running()


def share_forking() -> None:
    """In a worker: it is another's child, and cannot be asked whether it lives."""
    if forking() is not None:
        _forkserver._forkserver_pid = None
        _forkserver.ensure_running = resource_tracker.ensure_running


class Forked:
    """What runs in the child is `run(*args)`; it has the same handles as a `subprocess.Popen`."""

    def __init__(self, run: Callable[..., None], *args: object) -> None:
        self._process = PROCESSES.Process(target=run, args=args, daemon=True)
        self._process.start()

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, within: float = PATIENCE) -> int:
        assert wait([self._process.sentinel], within), "it does not end"
        self._process.join()
        code = self._process.exitcode
        assert code is not None
        return code

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


def program(
    name: str,
    *words: str,
    stdin: int | None = None,
    stdout: int | None = None,
    stderr: int | None = None,
    env: Mapping[str, str] | None = None,
    terminal: bool = False,
) -> Forked:
    """As `python -m name words…`; `terminal`: its input is the terminal that governs it."""
    given = _Given(name, words, (stdin, stdout, stderr), dict(os.environ if env is None else env), terminal)
    return Forked(_run, given)


class _Given:
    """Pickled while the child is being forked, which is when file descriptors can be handed over."""

    def __init__(
        self,
        name: str,
        words: tuple[str, ...],
        files: tuple[int | None, ...],
        env: dict[str, str],
        terminal: bool,
    ) -> None:
        self.name, self.words, self.env, self.terminal = name, words, env, terminal
        self._files: tuple[Any, ...] = files

    def __getstate__(self) -> dict[str, Any]:
        files = tuple(file if file is None else DupFd(file) for file in self._files)
        return {**self.__dict__, "_files": files}

    def take_over(self) -> None:
        os.chdir(ROOT)
        os.environ.clear()
        os.environ.update(self.env)
        time.tzset()
        for number, file in enumerate(self._files):
            if file is not None:
                os.dup2(file.detach(), number)
        sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, "r", closefd=False)), "utf-8")
        sys.stdout, sys.stderr = (
            io.TextIOWrapper(
                io.BufferedWriter(io.FileIO(n, "w", closefd=False)), "utf-8", line_buffering=True
            )
            for n in (1, 2)
        )
        if self.terminal:
            import fcntl
            import termios

            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _run(given: _Given) -> None:
    given.take_over()
    faulthandler.enable()  # one that hangs says where, in its log
    warnings.filterwarnings("ignore", ".*found in sys.modules", RuntimeWarning)  # it is, so that it is quick
    sys.argv = [given.name, *given.words]
    runpy.run_module(given.name, run_name="__main__", alter_sys=True)
