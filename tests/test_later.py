"""Libraries that are loaded when something of them is first used."""

import subprocess
import sys

ASK = """
import sys
from server.later import np, load, Image
assert "numpy" not in sys.modules and "PIL" not in sys.modules
assert np.arange(3).sum() == 3 and "PIL" not in sys.modules
import numpy
assert np.array is numpy.array
load()
assert Image.new("1", (2, 3)).size == (2, 3) and "segno" in sys.modules
"""


def test_a_library_is_loaded_when_something_of_it_is_used() -> None:
    subprocess.run([sys.executable, "-c", ASK], check=True)
