"""A run that is shared out tells what a run alone tells, and never passes over a test that nobody ran."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PATIENCE

ROOT = Path(__file__).parent.parent
ONE = """
import os, signal, sys
def test_good(tmp_path): print("heard"); (tmp_path / "file").touch()
def test_bad(): print("what it said"); assert 1 == 2
def test_dies(): {dies}
def test_after_it(): pass
"""
SHARED = """
import os, pytest
@pytest.fixture(scope="session", autouse=True)
def once(request):
    yield
    with open({file!r}, "a") as told:
        told.write(f"{{os.getpid()}} ")
"""
OTHER = """
import pytest
@pytest.mark.parametrize("n", range(3))
def test_other(n): pass
"""


def run_of(folder: Path, dies: str, *options: str) -> tuple[int, str]:
    (folder / "test_one.py").write_text(ONE.format(dies=dies))
    (folder / "conftest.py").write_text(SHARED.format(file=str(folder / "ended")))
    for nth in range(3):
        (folder / f"test_other_{nth}.py").write_text(OTHER)
    words = ["-p", "tests.workers", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", folder, *options]
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", *map(str, words), str(folder)],
        cwd=ROOT,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return ran.returncode, ran.stdout + ran.stderr


def test_every_test_is_run_once_and_what_a_failed_one_said_is_told(tmp_path: Path) -> None:
    code, told = run_of(tmp_path, "pass", "-n", "2", "-rA")
    assert code == pytest.ExitCode.TESTS_FAILED
    assert "1 failed, 12 passed" in told
    assert "what it said" in told
    assert "assert 1 == 2" in told
    workers = (tmp_path / "ended").read_text().split()
    assert len(workers) == len(set(workers)), "what is made for a whole run ends once in each"


def test_a_worker_that_dies_fails_what_it_had_and_no_more(tmp_path: Path) -> None:
    code, told = run_of(tmp_path, "os.kill(os.getpid(), signal.SIGKILL)", "-n", "2", "-rf")
    assert code == pytest.ExitCode.TESTS_FAILED
    assert "died in test_one.py::test_dies" in told
    assert "test_one.py::test_after_it" in told
    assert "3 failed, 10 passed" in told


def test_a_run_stops_at_the_first_failure_when_it_is_told_to(tmp_path: Path) -> None:
    code, told = run_of(tmp_path, "pass", "-n", "2", "-x")
    assert code == pytest.ExitCode.TESTS_FAILED
    assert "stopping after 1 failures" in told
    assert "test_after_it PASSED" not in told


ONCE = """
def test_once():
    file = __import__("pathlib").Path(__file__ + ".once"); known = file.exists(); file.touch()
    print("heard once"); assert known or {otherwise}, "the first time"
"""


def test_what_passes_when_tried_again_alone_is_told_in_full_and_fails_no_run(tmp_path: Path) -> None:
    """And what fails twice fails."""
    (tmp_path / "test_once.py").write_text(ONCE.format(otherwise=False))
    code, told = run_of(tmp_path, "pass", "-n", "2", "--once-more", "3")
    assert code == pytest.ExitCode.TESTS_FAILED
    assert "1 failed, 12 passed, 1 unsteady" in told

    (tmp_path / "test_once.py.once").unlink()
    bad = "test_one.py::test_bad"
    code, told = run_of(tmp_path, "pass", "-n", "2", "--once-more", "3", "--deselect", bad)
    assert code == pytest.ExitCode.OK
    assert "12 passed, 1 deselected, 1 unsteady" in told
    assert "passed when tried again: test_once.py::test_once" in told
    assert "the first time" in told
    assert "heard once" in told


def test_what_a_worker_had_that_died_is_tried_again_too(tmp_path: Path) -> None:
    (tmp_path / "test_once.py").write_text(ONCE.format(otherwise="__import__('os').abort()"))
    bad = "test_one.py::test_bad"
    code, told = run_of(tmp_path, "pass", "-n", "2", "--once-more", "9", "--deselect", bad)
    assert code == pytest.ExitCode.OK
    assert "died in test_once.py::test_once" in told


def test_more_failures_than_may_be_tried_again_are_simply_failures(tmp_path: Path) -> None:
    (tmp_path / "test_all.py").write_text(
        "import pytest, pathlib\n@pytest.mark.parametrize('n', range(3))\ndef test_once(n):\n"
        "    file = pathlib.Path(__file__).with_name(f'once{n}'); known = file.exists(); file.touch()\n"
        "    assert known\n"
    )
    code, told = run_of(tmp_path, "pass", "-n", "2", "--once-more", "3")
    assert code == pytest.ExitCode.TESTS_FAILED
    assert "4 failed, 12 passed" in told
    assert "unsteady" not in told
