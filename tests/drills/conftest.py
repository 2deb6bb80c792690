"""Every drill tells what it tried, lost and gave twice; one table at the end."""

from collections.abc import Generator
from typing import Any, Protocol

import pytest

from tests.drills.figures import Ran, lines, load, place_of, rows

TOLD, LOAD = "drill", "load"
HERE = "tests/drills/"


class Tell(Protocol):
    """`lost` and `twice` are counted, never assumed; left out where nothing can be lost or come twice."""

    def __call__(self, tried: str, *, lost: int | None = None, twice: int | None = None) -> None: ...


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Tell:
    """Said before it is asserted, so that a drill that fails is in the table with its figures."""

    def told(tried: str, *, lost: int | None = None, twice: int | None = None) -> None:
        request.node.user_properties.append((TOLD, {"tried": tried, "lost": lost, "twice": twice}))

    return told


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    try:
        return (yield)
    finally:
        item.user_properties.append((LOAD, load()))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    ran = [
        _ran(report)
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
        if report.when == "call" and report.nodeid.startswith(HERE)
    ]
    if ran:
        terminalreporter.section("drills")
        for line in lines(rows(ran)):
            terminalreporter.write_line(line)


def _ran(report: pytest.TestReport) -> Ran:
    said = report.user_properties
    return Ran(
        place=place_of(report.nodeid),
        passed=report.passed,
        seconds=report.duration,
        load=next(float(str(value)) for name, value in said if name == LOAD),
        told=tuple(value for name, value in said if name == TOLD and isinstance(value, dict)),
    )
