"""A hall that starts loads only what it needs to open its doors; what a later hour needs is loaded then."""

import json
import subprocess
import sys
from pathlib import Path

LATER = (
    *("openpyxl", "alembic", "asyncpg", "sqlalchemy.dialects.postgresql"),
    *("escpos", "numpy", "PIL", "segno"),
    *("onnxruntime", "pypinyin", "pyttsx3"),
)
LOOK = f"""
import asyncio, json, sys
from pathlib import Path
import server.command.work.running
from server.api.asking.wire import MODELS
from server.app import build_app
from server.living import living, open_house
from server.serving.serve import Settings

async def asked(app, path):
    said = []
    async def send(message):
        said.append(message)
    scope = {{"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "query_string": b"",
             "headers": [], "client": ("127.0.0.1", 1), "scheme": "http", "http_version": "1.1"}}
    async def receive():
        await asyncio.sleep(60)
    await app(scope, receive, send)
    return said[0]["status"]

def not_mock(validator):
    return type(validator).__name__ != "MockValSer"

def loaded():
    return [name for name in {LATER!r} if name in sys.modules]

async def look():
    house = await open_house(Settings(data=Path(sys.argv[1]), voices=("chime",)))
    app = build_app(house)
    async with living(house):
        health, early = await asked(app, "/health"), loaded()
    models = [name for name, model in MODELS.items() if not_mock(model.__pydantic_validator__)]
    for work in house.at_leisure:
        work()
    return [health, early, models, sorted({{"numpy", "PIL", "segno"}} - set(loaded()))]

print(json.dumps(asyncio.run(look())))
"""


def test_serving_loads_nothing_that_only_a_later_hour_needs(data: Path) -> None:
    """And what the first customer's slip and call need is loaded once the doors are open."""
    command = [sys.executable, "-c", LOOK, str(data)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [200, [], [], []]
