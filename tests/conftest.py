"""A hall made once and copied for whoever needs one."""

# isort: off
import tests.bytecode  # noqa: F401  # before all else
# isort: on

import gc
import os
import sys
from asyncio import AbstractEventLoop, new_event_loop
from collections.abc import AsyncIterator, Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from deploy.typescript import document
from server.__main__ import main
from server.low_priority import LOW_PRIORITY, NO
from tests.adapters import keep_adapters
from tests.command_words import Run
from tests.compiled import compile_tests
from tests.fair_time import FairLoop, fair_here
from tests.forks import begin_forking, share_forking
from tests.hall_here import HandClock, HereHall, here_hall
from tests.hall_made import copy_of, make_template
from tests.in_memory import in_memory
from tests.virtual_time import VirtualLoop

pytest_plugins = ["tests.workers", "tests.costs", "tests.rows"]

WHOLE = {"", "tests"}
MOST_WORKERS, A_WORKER = 8, 1024**3  # bytes: with its browser and its halls
LONG = (
    *("tests/web/test_pages_code.py", "tests/browser/", "tests/devices/speaking/", "tests/deploy/"),
    *("tests/test_", "tests/command/", "tests/api/"),
)

os.environ["LC_ALL"] = "C.UTF-8"  # whoever runs the tests, the terminal begins with Chinese
os.environ["HALLQUEUE_PASSWORD_COST"] = "least"  # hundreds of log-ins, none of them anybody's secret
os.environ[LOW_PRIORITY] = NO  # beside busy loops what steps back would never answer

keep_adapters()

# A property is judged by what it finds, never by how fast this machine was. Each run tries other examples,
# drills try many.
settings.register_profile(
    "unhurried", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("unhurried")


def pytest_workers(config: pytest.Config) -> int:
    """`-n auto`, for the whole run only: a benchmark measures alone, a few tests start quicker alone.

    Three for each core, since most of a worker's time goes by waiting for a browser, a process or a line; no
    more than there is memory for.
    """
    asked = {Path(arg).name for arg in config.invocation_params.args if not str(arg).startswith("-")}
    return min(3 * cores(), MOST_WORKERS, max(2, memory_free() // A_WORKER)) if asked <= WHOLE else 0


def pytest_before_workers() -> None:
    begin_forking()
    described_once()


def pytest_worker_begins() -> None:
    share_forking()


def cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def memory_free() -> int:
    """What could be had, with what the system keeps of files only for speed; bytes."""
    try:
        known = Path("/proc/meminfo").read_text().partition("MemAvailable:")[2]
    except OSError:
        known = ""
    return int(known.split()[0]) * 1024 if known else 0


def pytest_asyncio_loop_factories(item: pytest.Item) -> Mapping[str, Callable[[], AbstractEventLoop]]:
    virtual = item.get_closest_marker("virtual_time")
    return {"virtual": VirtualLoop} if virtual else {"real": FairLoop if fair_here() else new_event_loop}


def pytest_configure(config: pytest.Config) -> None:
    in_memory(map(str, config.invocation_params.args))
    if config.getoption("workers") > 1:
        compile_tests(config)
    gc.disable()  # what is imported and collected stays: looking through it again and again is seconds


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files that take longest begin: then no core is left alone with one of them at the end."""
    items.sort(key=lambda item: [not item.nodeid.startswith(beginning) for beginning in LONG])


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


@cache
def described_once() -> dict[str, Any]:
    return document()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_template(tmp_path_factory.mktemp("template") / "hall")


@pytest.fixture(scope="session")
def description() -> dict[str, Any]:
    """The OpenAPI document."""
    return described_once()


@pytest.fixture
def data(template: Path, tmp_path: Path) -> Path:
    """The folder of a hall of its own."""
    return copy_of(template, tmp_path / "hall")


@pytest.fixture
def hand() -> HandClock:
    return HandClock()


@pytest.fixture
async def hall(data: Path, hand: HandClock) -> AsyncIterator[HereHall]:
    """A whole hall in this process."""
    async with here_hall(data, hand) as here:
        yield here


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line and return what it says; `SystemExit` carries what it complains of."""

    def words(*said: object) -> str:
        monkeypatch.setattr(sys, "argv", ["hallqueue", *map(str, said)])
        main()
        return capsys.readouterr().out

    return words
