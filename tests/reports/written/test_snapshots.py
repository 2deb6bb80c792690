"""A locked month stays what it was."""

import json
from pathlib import Path
from typing import Any

import pytest

from server.reports.written.snapshots import compared, differences, lock, locked, path_of
from tests.builders import MORNING


def rates(**rated: int) -> list[dict[str, Any]]:
    rows = [{"cells": {"staff": staff, "rated": n}, "events": ""} for staff, n in rated.items()]
    return [{"id": "rates", "rows": rows}]


def test_a_month_is_locked_once_and_for_all(tmp_path: Path) -> None:
    assert lock(tmp_path, "2026-02", rates(s1=31), MORNING)
    written = path_of(tmp_path, "2026-02").read_bytes()
    assert not lock(tmp_path, "2026-02", rates(s1=99), MORNING)
    assert path_of(tmp_path, "2026-02").read_bytes() == written
    assert len(list(tmp_path.iterdir())) == 1


def test_the_same_again_has_no_differences(tmp_path: Path) -> None:
    lock(tmp_path, "2026-02", rates(s1=31, s2=40), MORNING)
    kept = locked(tmp_path, "2026-02")
    assert kept is not None
    again = compared(kept, rates(s1=31, s2=40))
    assert (again["intact"], again["differences"], again["month"]) == (True, [], "2026-02")


def test_what_is_otherwise_now_is_shown_clerk_by_clerk() -> None:
    found = list(differences(rates(s1=31, s2=5), rates(s1=32, s3=7)))
    assert found[0] == {"table": "rates", "staff": "s1", "column": "rated", "locked": 31, "now": 32}
    assert {(d["staff"], d["locked"], d["now"]) for d in found if d["column"] == "rated"} == {
        ("s1", 31, 32),
        ("s2", 5, None),
        ("s3", None, 7),
    }


def test_a_file_that_somebody_has_touched_is_told_apart(tmp_path: Path) -> None:
    lock(tmp_path, "2026-02", rates(s1=31), MORNING)
    path = path_of(tmp_path, "2026-02")
    path.write_text(path.read_text(encoding="utf-8").replace("31", "33"), encoding="utf-8")
    kept = locked(tmp_path, "2026-02")
    assert kept is not None
    assert not compared(kept, rates(s1=33))["intact"]


def test_a_month_that_was_never_locked_has_no_snapshot(tmp_path: Path) -> None:
    assert locked(tmp_path / "nowhere", "2026-02") is None


@pytest.mark.parametrize("month", ["2026-02", "2026-12"])
def test_the_file_can_be_read_without_us(tmp_path: Path, month: str) -> None:
    lock(tmp_path, month, rates(s1=31), MORNING)
    kept = json.loads(path_of(tmp_path, month).read_text(encoding="utf-8"))
    assert kept["tables"] == rates(s1=31)
    assert len(kept["sha256"]) == 64
