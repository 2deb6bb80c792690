"""Rows of the halls' documents, and which tests show them: `pytest --rows` lists them without running any."""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable

import pytest

ROW = re.compile(r"[QREBOTKL]\d{2}")

# What is built: a row named here is shown by a test that carries its id.
BUILT = frozenset(
    [
        "B01",
        "B02",
        "B03",
        "B04",
        "B05",
        "B06",
        "B07",
        "B08",
        "B09",
        "B10",
        "B11",
        "B12",
        "B20",
        "E01",
        "E02",
        "E11",
        "E12",
        "E32",
        "K05",
        "K11",
        "L02",
        "Q02",
        "Q04",
        "Q05",
        "Q06",
        "Q09",
        "Q12",
        "Q13",
        "Q14",
        "Q15",
        "Q16",
        "Q17",
        "Q18",
        "Q19",
        "Q20",
        "Q21",
        "Q22",
        "Q23",
        "Q24",
        "Q25",
        "Q27",
        "Q28",
        "Q29",
        "Q30",
        "Q31",
        "Q32",
        "Q34",
        "Q37",
        "Q38",
        "Q39",
        "Q42",
        "Q44",
        "Q45",
        "Q46",
        "R03",
        "R05",
        "R07",
        "R10",
        "R12",
        "T20",
    ]
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rows", action="store_true", help="list each row of the documents with its tests")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "row(id): shows this row of the halls' documents")


def shown_by(items: Iterable[pytest.Item]) -> dict[str, list[str]]:
    """Row → tests, in the order of the rows. Raises `UsageError` for what is no row."""
    tests: dict[str, list[str]] = defaultdict(list)
    for item in items:
        for mark in item.iter_markers("row"):
            (row,) = mark.args
            if not ROW.fullmatch(row):
                raise pytest.UsageError(f"{item.nodeid}: no row is called {row}")
            name = item.nodeid.partition("[")[0]
            if name not in tests[row]:
                tests[row].append(name)
    return dict(sorted(tests.items()))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    rows = shown_by(items)
    if not config.getoption("rows"):
        return
    for row, names in rows.items():
        sys.stdout.write(f"{row}  " + "\n     ".join(names) + "\n")
    items.clear()
    if missing := sorted(BUILT - rows.keys()):
        raise pytest.UsageError(f"no test shows {', '.join(missing)}")
