"""What works beside the hall gives way to everything else, and only where nobody has said otherwise."""

import os
import subprocess
import sys

import pytest

from server.low_priority import LOW_PRIORITY, NO

ASKED = "import os; from server.low_priority import step_back; step_back(7); print(os.nice(0))"


def steps_of_a_process() -> int:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    return int(done.stdout)


@pytest.mark.skipif(not hasattr(os, "nice"), reason="this system counts no steps")
def test_a_process_steps_back_unless_it_is_told_not_to(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = os.nice(0)
    monkeypatch.delenv(LOW_PRIORITY)
    assert steps_of_a_process() == min(usual + 7, 19)
    monkeypatch.setenv(LOW_PRIORITY, NO)
    assert steps_of_a_process() == usual
