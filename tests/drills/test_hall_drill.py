"""Drill: `hallqueue drill` as a hall's owner runs it, for the hall of every pack, beside the running hall.

Two minutes a pack: `uv run --group test pytest -n 0 -s tests/drills/test_hall_drill.py`; HALLQUEUE_PACKS says
which ("power").
"""

import asyncio
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command.work.test_drill import notes
from tests.drills.conftest import Tell
from tests.forks import ROOT
from tests.hall_server import HallServer

PACKS = os.environ.get("HALLQUEUE_PACKS", "power,gas,telecom,water").split(",")


def hallqueue(*words: object) -> "subprocess.CompletedProcess[str]":
    line = [sys.executable, "-m", "server", *map(str, words)]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("pack", PACKS)
def test_a_hall_holds_its_monthly_exercise(pack: str, tmp_path: Path, tell: Tell) -> None:
    data, page = tmp_path / "hall", tmp_path / "drill.txt"
    assert hallqueue("init", "--pack", pack, "--data", data).returncode == 0
    with HallServer(data):
        held = hallqueue("drill", "--data", data, "--by", "张伟", "--out", page)
        sys.stdout.write(held.stdout)
        passed = re.findall(r"(?m)^(D[1-7]) .*(?:：通过|: passed)", held.stdout)
        tell(f"{pack}: {len(passed)}/7 by `hallqueue drill`, signed")
        assert held.returncode == 0, held.stdout + held.stderr
        assert "7/7" in held.stdout
    assert asyncio.run(notes(data))[-1] == ("drill_held", "7/7", "张伟")
    assert hallqueue("drill", "--data", data, "--check", page).returncode == 0
    page.write_text(page.read_text(encoding="utf-8").replace("张伟", "李四"), encoding="utf-8")
    assert hallqueue("drill", "--data", data, "--check", page).returncode == 1
