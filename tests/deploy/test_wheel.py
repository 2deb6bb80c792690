"""The wheel holds everything; that it serves a hall is tried by `tests/drills/test_installed.py`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from deploy.hatch_build import WebBuild, pages_of
from server.api.public.pages import PAGES, STATIC, manifest
from server.migrations import VERSIONS
from server.packs.names import packs
from tests.deploy.programs import ROOT

NOWHERE = {"http_proxy": "http://192.0.2.1:9", "https_proxy": "http://192.0.2.1:9", "UV_OFFLINE": "1"}
SOURCES = ("server", "kiosk_ui", "counter_client", "display_board", "deploy")
NOT_SHIPPED = ("tests/", "deploy/", "server/web/", "kiosk_ui/", "display_board/")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy and without asking anybody: the pages are there, so the hook has nothing to do."""
    source = tmp_path_factory.mktemp("source")
    for folder in SOURCES:
        shutil.copytree(ROOT / folder, source / folder, ignore=shutil.ignore_patterns("node_modules"))
    for file in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / file, source)
    stamp = WebBuild(str(source), {}, None, None, "", "wheel")
    assert stamp._is_fresh(), "the pages are older than their sources: run `uv sync`"
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    quiet = os.environ | NOWHERE
    done = subprocess.run(build, cwd=source, env=quiet, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    [made] = (source / "dist").iterdir()
    return made


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_every_page_with_its_script_and_looks(names: set[str]) -> None:
    built = manifest()
    assert {f"{page}.js" for page in PAGES} <= set(built)
    assert {f"server/static/{file}" for file in (*built.values(), "manifest.json")} <= names
    beside = {p.relative_to(ROOT).as_posix() for p in STATIC.rglob("*") if p.is_file()}
    assert beside <= names  # chunks, sounds, the voice's style and its licence


def test_the_wheel_holds_packs_programs_and_notices_and_no_sources_of_pages(names: set[str]) -> None:
    assert {f"server/packs/{pack}.toml" for pack in packs()} <= names
    programs = {p.relative_to(ROOT).as_posix() for p in (ROOT / "counter_client").rglob("*.py")}
    assert "counter_client/__main__.py" in programs <= names
    ours = [p for p in (ROOT / "server").rglob("NOTICE") if "node_modules" not in p.parts]
    assert {p.relative_to(ROOT).as_posix() for p in ours} <= names  # the libraries' are in licences.txt
    revisions = {f"server/migrations/versions/{path.name}" for path in VERSIONS.glob("*.py")}
    assert "server/migrations/versions/r0001_baseline.py" in revisions <= names
    assert not [n for n in names if n.startswith(NOT_SHIPPED) or n.endswith((".ts", ".tsx"))]
    assert any(n.endswith(".dist-info/entry_points.txt") for n in names)


def test_every_page_is_built_and_nothing_that_tests_one() -> None:
    assert {page.stem for page in pages_of(ROOT)} == PAGES.keys()
