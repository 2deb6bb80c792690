"""Runs a whole hall once for the benchmarks that only ask it, and prints the table at the end."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.hall import ServedHall, made, served
from tests.benchmarks.report import Table

KEY = pytest.StashKey[Table]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[KEY] = Table()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The raw limits first: everything else is divided by them."""
    items.sort(key=lambda item: "test_floors" not in item.nodeid)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if table := config.stash[KEY].figures and config.stash[KEY]:
        terminalreporter.section("benchmarks")
        for line in [*table.lines(), "", f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"]:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def table(pytestconfig: pytest.Config) -> Table:
    return pytestconfig.stash[KEY]


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[ServedHall]:
    """A fresh hall, being served."""
    token = made(tmp_path / "hall")
    with served(tmp_path / "hall", token) as hall:
        yield hall
