"""A hall that starts loads only what it needs to open its doors; what a later hour needs is loaded then."""

import json
import subprocess
import sys

LATER = ("openpyxl", "alembic", "asyncpg", "escpos", "onnxruntime", "pypinyin", "pyttsx3")
LOOK = f"""
import json, sys
import server.command.running
from server.api.wire import MODELS
made = [name for name, model in MODELS.items() if type(model.__pydantic_validator__).__name__ != "MockValSer"]
print(json.dumps([[m for m in {LATER!r} if m in sys.modules], made]))
"""


def test_serving_loads_nothing_that_only_a_later_hour_needs() -> None:
    done = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [[], []]
