"""The wheel holds everything, and what is installed from it serves a hall on a machine without a network."""

import ensurepip
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
import venv
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest

from deploy.hatch_build import WebBuild, pages_of
from server.api.public.pages import PAGES, STATIC, manifest
from server.migrations import VERSIONS, newest
from server.packs.names import packs
from tests.deploy.programs import DEPLOY, ROOT
from tests.test_old_halls import JOURNALS, laid_out

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


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """By the script an owner uses; what the hall depends on is borrowed from the tests' own Python."""
    root = tmp_path_factory.mktemp("box")
    home = root / "opt/hallqueue"
    bundled = [str(pip) for pip in (Path(ensurepip.__file__).parent / "_bundled").glob("pip-*.whl")]
    venv.create(home, with_pip=not bundled, symlinks=True)  # unpacking it would take half of the test's time
    [own] = (home / "lib").glob("python*/site-packages")
    (own / "borrowed.pth").write_text("\n".join([sysconfig.get_path("purelib"), *bundled]))
    done = subprocess.run(
        [DEPLOY / "install.sh", wheel.parent],
        env=os.environ | NOWHERE | {"ROOT": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return root


def test_installing_puts_units_and_scripts_in_their_places(installed: Path) -> None:
    units = {p.name for p in (installed / "etc/systemd/system").iterdir()}
    assert {"hallqueue.service", "hallqueue-backup.timer", "hallqueue-kiosk@.service"} <= units
    assert os.access(installed / "opt/hallqueue/deploy/kiosk_browser.sh", os.X_OK)
    assert (installed / "usr/lib/sysusers.d/hallqueue.conf").exists()


def test_what_is_installed_brings_an_earlier_hall_up_to_date(installed: Path, tmp_path: Path) -> None:
    data = laid_out(JOURNALS[0], tmp_path / "hall")
    line = [installed / "opt/hallqueue/bin/hallqueue", "replay", "--data", data]
    done = subprocess.run(line, cwd=tmp_path, env=os.environ | NOWHERE, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    with closing(sqlite3.connect(data / "hall.sqlite3")) as db:
        assert db.execute("SELECT version_num FROM alembic_version").fetchall() == [(newest(),)]


def test_what_is_installed_serves_every_page_without_a_network(installed: Path, tmp_path: Path) -> None:
    home, empty = installed / "opt/hallqueue", tmp_path / "empty"
    empty.mkdir()
    where = [home / "bin/python", "-c", "import server; print(server.__file__)"]
    at = subprocess.run(where, cwd=empty, capture_output=True, text=True, check=True).stdout
    assert at.startswith(str(home))  # not this clone
    program = empty / "offline.py"
    shutil.copy(Path(__file__).with_name("offline.py"), program)
    line = [sys.executable, "-I", program, home / "bin/hallqueue", tmp_path / "data", *PAGES]
    alone = ["unshare", "--map-root-user", "--net"]
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        alone = []  # this machine's kernel makes no namespaces
    done = subprocess.run(
        [*alone, *line], cwd=empty, env=os.environ | NOWHERE, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert not (alone and told["way_out"])
    assert told["health"]["status"] == "ok"
    found = told["found"]
    assert {path: status for path, status in found.items() if status != 200} == {}
    fetched = {path.removeprefix("/static/") for path in found}
    assert set(manifest().values()) - {"style.css.map"} <= fetched
    assert list(empty.iterdir()) == [program]  # nothing is left where it was started


def test_every_page_is_built_and_nothing_that_tests_one() -> None:
    assert {page.stem for page in pages_of(ROOT)} == PAGES.keys()
