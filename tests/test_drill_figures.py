"""The drills' table: one row a drill, what it lost and gave twice in sum, and which failed."""

from pathlib import Path

import pytest

from tests.drills.figures import Ran, lines, place_of, rows

pytest_plugins = ["pytester"]
KILLS = Ran(
    place="kill drill: loses nothing",
    passed=True,
    seconds=61.4,
    load=2.0,
    told=({"tried": "150 kills", "lost": 0, "twice": 0},),
)


def disk(way: str, lost: int, *, passed: bool = True) -> Ran:
    said = {"tried": way, "lost": lost, "twice": None}
    return Ran(place="disk drill: told", passed=passed, seconds=2.0, load=lost + 1.5, told=(said,))


@pytest.mark.parametrize(
    ("nodeid", "place"),
    [
        (
            "tests/drills/test_kill_drill.py::test_a_server_loses_nothing",
            "kill drill: a server loses nothing",
        ),
        ("tests/drills/test_fuzz_http.py::test_no_fault[guide]", "fuzz http: no fault"),
    ],
)
def test_a_row_is_named_as_its_test(nodeid: str, place: str) -> None:
    assert place_of(nodeid) == place


def test_the_cases_of_one_drill_are_one_row_that_counts_all_of_them() -> None:
    row = rows([KILLS, disk("full", 2), KILLS, disk("full", 1, passed=False), disk("slow", 0)])[1]
    assert row.cells() == ("disk drill: told", "3", "–", "6", "3.5", "FAILED 1: full; slow; 3 cases")


def test_what_told_nothing_is_there_as_well() -> None:
    (row,) = rows([Ran(place="any hall: works", passed=False, seconds=0.6, load=0.1)])
    assert row.cells() == ("any hall: works", "–", "–", "1", "0.1", "FAILED 1: 1 case")


def test_the_columns_stand_under_each_other() -> None:
    assert lines(rows([KILLS, disk("磁盘满", 1)])) == [
        "drill                      lost  twice  seconds  load  tried",
        "------------------------------------------------------------",
        "kill drill: loses nothing  0     0      61       2.0   150 kills",
        "disk drill: told           1     –      2        2.5   磁盘满",
    ]


def test_a_run_of_drills_ends_with_the_table(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `pytest tests/drills` does, the drills that fail included."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # imports that no drill here needs
    here = pytester.mkpydir("tests")
    drills = here / "drills"
    drills.mkdir()
    (drills / "__init__.py").touch()
    own = Path(__file__).parent / "drills"
    for name in ("conftest.py", "figures.py"):
        (drills / name).write_text((own / name).read_text(encoding="utf-8"), encoding="utf-8")
    (drills / "test_power_drill.py").write_text(
        "def test_all_is_well(tell):\n    tell('3 cuts', lost=0, twice=0)\n"
        "def test_all_is_lost(tell):\n    tell('2 cuts', lost=2, twice=0)\n    assert False\n"
    )
    ran = pytester.runpytest_subprocess("-q", "-p", "no:cacheprovider", "tests/drills")
    ran.stdout.re_match_lines(
        [
            r"=+ drills =+",
            r"drill +lost +twice +seconds +load +tried",
            r"-+",
            r"power drill: all is well +0 +0 +0 +[\d.]+ +3 cuts",
            r"power drill: all is lost +2 +0 +0 +[\d.]+ +FAILED 1: 2 cuts",
        ]
    )
