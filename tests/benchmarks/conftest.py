"""Runs a whole hall once for the benchmarks that only ask it, and prints the table at the end."""

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

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
    table = config.stash[KEY]
    if table.figures:
        terminalreporter.section("benchmarks")
        for line in table.lines():
            terminalreporter.write_line(line)
        load, cores = os.getloadavg()[0], os.cpu_count()
        terminalreporter.write_line(f"\nload of the machine while this ran: {load:.1f} on {cores} cores")


@pytest.fixture(scope="session")
def table(pytestconfig: pytest.Config) -> Table:
    return pytestconfig.stash[KEY]


@pytest.fixture(scope="session")
def made_hall(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A hall nobody has used yet, to be copied, and a manager's token for it and its copies."""
    data = tmp_path_factory.mktemp("hall") / "made"
    return data, made(data)


@pytest.fixture
def hall(made_hall: tuple[Path, str], tmp_path: Path) -> Iterator[ServedHall]:
    """A fresh hall, being served."""
    template, token = made_hall
    with served(copytree(template, tmp_path / "hall"), token) as hall:
        yield hall
