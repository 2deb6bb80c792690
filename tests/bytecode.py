"""Imported before all else: what a run, its workers and their children import is compiled once.

And not by each of them anew, whatever the environment says.
"""

import os
import sys
from pathlib import Path

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
KEPT = os.environ.setdefault(
    "PYTHONPYCACHEPREFIX", str(Path(__file__).parent.parent / ".pytest_cache" / "bytecode")
)
sys.dont_write_bytecode, sys.pycache_prefix = False, KEPT
