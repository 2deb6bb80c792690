"""The neural voice's style file comes through the page build's lock file, and nothing else of its package."""

import json
from pathlib import Path
from typing import Any

from server.devices.speaking.mandarin_model import STYLE_SHA256, sha256
from server.devices.voices.neural_zh import STYLE

ROOT = Path(__file__).parents[2]


def _lock() -> dict[str, Any]:
    packages: dict[str, Any] = json.loads((ROOT / "server/web/package-lock.json").read_text())["packages"]
    return packages


def test_its_package_is_pinned_by_hash_and_brings_no_other() -> None:
    lock = _lock()
    kokoro = lock["node_modules/kokoro-js"]
    assert (kokoro["version"], kokoro["license"]) == ("1.2.1", "Apache-2.0")
    assert kokoro["integrity"].startswith("sha512-")
    for name in kokoro["dependencies"]:  # each stands in for what is not needed here
        assert lock[f"node_modules/{name}"]["name"] == "@preact/signals-core"
    assert not [name for name in lock if "onnx" in name or "sharp" in name]


def test_the_build_left_the_file_that_was_tested_and_not_its_package() -> None:
    assert sha256(STYLE) == STYLE_SHA256
    assert not (ROOT / "server/web/node_modules/kokoro-js").exists()


def test_it_is_not_committed() -> None:
    assert "server/static" in (ROOT / ".gitignore").read_text()


def test_the_build_checks_for_the_same_file_as_the_voice() -> None:
    assert STYLE_SHA256 in (ROOT / "deploy/hatch_build.py").read_text(encoding="utf-8")
