"""What each test costs: `pytest --cpu` lists CPU seconds per file and per test, with all their processes.

A run is judged by CPU and not by wall: about the same on a busy machine as on a quiet one.
"""

import os
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.forks import forking

SPENT = "cpu"
SHOWN = 40
TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
BEGUN = pytest.StashKey[float]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--cpu", action="store_true", help="list what costs most, in CPU seconds")


def spent() -> float:
    """By this process and by all whose end it, or the one that forks for it, has seen."""
    now = os.times()
    return now.user + now.system + now.children_user + now.children_system + _by_forks()


def _by_forks() -> float:
    pid = forking()
    if pid is None:
        return 0.0
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / TICK


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    item.stash[BEGUN] = spent()
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    report: pytest.TestReport = yield
    if report.when == "teardown":
        report.user_properties.append((SPENT, round(spent() - item.stash[BEGUN], 3)))
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if not config.getoption("cpu"):
        return
    tests = Counter(dict(_costs(terminalreporter.getreports(""))))
    files: Counter[str] = Counter()
    for name, seconds in tests.items():
        files[name.partition("::")[0]] += seconds
    for title, costs in (("files", files), ("tests", tests)):
        terminalreporter.section(f"CPU seconds: {title}")
        for name, seconds in costs.most_common(SHOWN):
            terminalreporter.write_line(f"{seconds:8.2f} {name}")
    terminalreporter.section(f"{spent():.0f} CPU seconds, {files.total():.0f} of them in tests")


def _costs(reports: Iterable[pytest.TestReport]) -> Iterator[tuple[str, float]]:
    for report in reports:
        if report.when == "teardown":
            yield report.nodeid, sum(float(str(v)) for name, v in report.user_properties if name == SPENT)
