"""The run is shared out among forks of the process that has collected it: `-n 4`, or `-n auto`.

Imports and collection are eight seconds of CPU, which pytest-xdist spends in every worker. Here they are
spent once, like whatever else is the same for all of them and made before the fork. A file's tests stay
together, and whoever is done takes the next file.

With `--once-more` a few that failed are tried a second time, one after the other, with the machine to
themselves. One that passes then is told in full under "unsteady" and does not fail the run: it is a fault to
be found, of the product as often as of the test, and what else is new need not wait for it. One that fails
twice fails.
"""

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, groupby
from multiprocessing.connection import Connection, Pipe, wait
from types import SimpleNamespace
from typing import Any

import pytest

File = list[pytest.Item]
UNSTEADY = "unsteady"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("workers")
    group._addoption("-n", dest="workers", default="0", help="how many share the run: a number, or auto")
    group._addoption(
        "--once-more", type=int, default=0, metavar="MOST", help="so many that failed are tried again"
    )


class Hooks:
    @pytest.hookspec(firstresult=True)
    def pytest_workers(self, config: pytest.Config) -> int | None:
        """How many for `-n auto`."""

    def pytest_before_workers(self) -> None:
        """What is made here is there in each of them."""

    def pytest_worker_begins(self) -> None:
        """In each of them."""


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    pluginmanager.add_hookspecs(Hooks)


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    asked = config.getoption("workers")
    several = config.hook.pytest_workers(config=config) if asked == "auto" else int(asked)
    alone = not hasattr(os, "fork") or config.getoption("usepdb")
    config.option.workers = 0 if alone else several or 0


@pytest.hookimpl(tryfirst=True)
def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str] | None:
    return (UNSTEADY, "U", UNSTEADY.upper()) if report.outcome == UNSTEADY else None  # type: ignore[comparison-overlap]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for report in terminalreporter.getreports(UNSTEADY):
        terminalreporter.write_sep("=", f"{UNSTEADY}, passed when tried again: {report.nodeid}")
        terminalreporter._outrep_summary(report)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    files = [list(items) for _, items in groupby(session.items, lambda item: item.path)]
    several = min(session.config.getoption("workers"), len(files))
    if session.testsfailed or session.config.option.collectonly or several < 2:
        return None  # pytest's own loop knows what to do
    session.config.hook.pytest_before_workers()
    _Run(session, files).shared_by(several)
    return True


@dataclass(slots=True, kw_only=True)
class _Worker:
    """As the process that shares out sees one."""

    name: str
    pid: int
    line: Connection
    has: list[int] = field(default_factory=list)  # files, and of the first of them:
    done: int = 0  # tests

    def reported(self, files: list[File]) -> None:
        self.done += 1
        if self.done == len(files[self.has[0]]):
            self.has, self.done = self.has[1:], 0


class _Run:
    def __init__(self, session: pytest.Session, files: list[File]) -> None:
        self._session, self._hook, self._files = session, session.config.hook, files
        self._left = iter(range(len(files)))
        self._most = 0 if session.config.getoption("maxfail") else session.config.getoption("once_more")
        self._failed: dict[str, list[pytest.TestReport]] = {}  # by test, not told yet
        self._ended: set[str] | None = None  # tests that were tried again, to their ends

    def shared_by(self, several: int) -> None:
        try:
            self._run(several)
            if 0 < len(self._failed) <= self._most:
                self._try_again()
        finally:
            for report in chain.from_iterable(self._failed.values()):
                self._hook.pytest_runtest_logreport(report=report)
        if self._session.shouldfail:
            raise self._session.Failed(self._session.shouldfail)
        if self._session.shouldstop:
            raise self._session.Interrupted(self._session.shouldstop)

    def _try_again(self) -> None:
        first, self._failed, self._ended = self._failed, {}, set()
        self._files = [[item] for file in self._files for item in file if item.nodeid in first]
        self._left = iter(range(len(self._files)))
        try:
            self._run(1)
        finally:
            for report in chain.from_iterable(first[test] for test in self._ended - self._failed.keys()):
                report.outcome = UNSTEADY  # type: ignore[assignment]  # neither passed nor failed
            self._failed = first

    def _run(self, several: int) -> None:
        workers: dict[Connection, _Worker] = {}
        try:
            for nth in range(several):
                worker = self._forked(f"w{nth}", list(workers))
                workers[worker.line] = worker
            while workers:
                for line in wait(list(workers)):
                    assert isinstance(line, Connection)
                    if not self._heard(workers[line]):
                        os.waitpid(workers.pop(line).pid, 0)
        finally:
            for worker in workers.values():
                os.kill(worker.pid, signal.SIGKILL)
                os.waitpid(worker.pid, 0)

    def _forked(self, name: str, others: list[Connection]) -> _Worker:
        here, there = Pipe()
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                for line in (here, *others):
                    line.close()
                work(self._session, self._files, there, name)
                code = 0
            finally:
                os._exit(code)
        there.close()
        return _Worker(name=name, pid=pid, line=here)

    def _heard(self, worker: _Worker) -> bool:
        """Whether there will be more."""
        try:
            kind, *said = worker.line.recv()
        except (EOFError, ConnectionResetError):
            self._died(worker)
            return False
        match kind, said:
            case "next", []:
                self._give(worker)
            case "ran", reports:
                worker.reported(self._files)
                for report in reports:
                    made = self._hook.pytest_report_from_serializable(
                        config=self._session.config, data=report
                    )
                    self._log(worker, made)
            case "warning", [message]:
                self._hook.pytest_warning_recorded.call_historic(kwargs=message)
            case "end", []:
                return False
        return True

    def _give(self, worker: _Worker) -> None:
        over = self._session.shouldfail or self._session.shouldstop
        nth = None if over else next(self._left, None)
        if nth is not None:
            worker.has.append(nth)
        worker.line.send(nth)

    def _log(self, worker: _Worker, report: pytest.TestReport) -> None:
        """With a `node` it is drawn as one of several at a time."""
        named = SimpleNamespace(gateway=SimpleNamespace(id=worker.name), _workerinfocache=f"[{worker.name}]")
        report.node = named  # type: ignore[attr-defined]
        if self._ended is not None and report.when == "teardown":
            self._ended.add(report.nodeid)
        if report.failed and self._most:
            self._failed.setdefault(report.nodeid, []).append(report)
        elif self._ended is None:
            self._hook.pytest_runtest_logreport(report=report)

    def _died(self, worker: _Worker) -> None:
        """Each of its tests that nobody will run fails."""
        lost = [item for nth in worker.has for item in self._files[nth]][worker.done :]
        for item in lost:
            said = f"the worker {worker.name} died in {lost[0].nodeid}"
            self._log(
                worker,
                pytest.TestReport(item.nodeid, item.location, dict(item.keywords), "failed", said, "call"),
            )
        if not lost:
            raise RuntimeError(f"the worker {worker.name} died between two files")


def work(session: pytest.Session, files: list[File], line: Connection, name: str) -> None:
    """A worker's life."""
    config = session.config
    _alone(config, name)
    config.pluginmanager.register(_Teller(config, line), "workers_teller")
    config.hook.pytest_worker_begins()
    try:
        for item, after in _one_by_one(files, line):
            config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            if session.shouldfail or session.shouldstop:
                break
    finally:
        session._setupstate.teardown_exact(None)
        for child in multiprocessing.active_children():
            child.kill()
        line.send(("end",))


def _one_by_one(files: list[File], line: Connection) -> Iterator[tuple[pytest.Item, pytest.Item | None]]:
    """Each test with the one after it: the next file is asked for before this one's last test."""

    def following() -> File:
        line.send(("next",))
        nth = line.recv()
        return [] if nth is None else files[nth]

    here = following()
    while here:
        *others, last = here
        yield from zip(others, here[1:], strict=True)
        here = following()
        yield last, here[0] if here else None


def _alone(config: pytest.Config, name: str) -> None:
    """What the forks would have in common and must not: caught output, folders, the terminal."""
    config.workerinput = {"workerid": name}  # type: ignore[attr-defined]  # plugins know a worker by it
    catching = config.pluginmanager.getplugin("capturemanager")
    catching.stop_global_capturing()
    catching.start_global_capturing()
    catching.suspend_global_capture()
    config.pluginmanager.unregister(name="terminalreporter")
    folders = config._tmp_path_factory  # type: ignore[attr-defined]
    folders._basetemp = folders._given_basetemp = folders.mktemp(name, numbered=False)


class _Teller:
    """Tells of every test once it is over, all reports of it at once, and of the warnings."""

    def __init__(self, config: pytest.Config, line: Connection) -> None:
        self._config, self._line = config, line
        self._reports: list[dict[str, Any]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        said = self._config.hook.pytest_report_to_serializable(config=self._config, report=report)
        self._reports.append(said)
        if report.when == "teardown":
            self._line.send(("ran", *self._reports))
            self._reports = []

    def pytest_warning_recorded(self, **message: Any) -> None:
        with contextlib.suppress(TypeError, AttributeError):
            self._line.send(("warning", message))
