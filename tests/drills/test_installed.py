"""Drill: what is installed from the wheel brings an old hall up to date, and serves one without a network."""

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

import pytest

from server.api.public.pages import PAGES, manifest
from server.migrations import newest
from tests.deploy.programs import DEPLOY, ROOT
from tests.deploy.test_wheel import NOWHERE, wheel
from tests.test_old_halls import JOURNALS, laid_out

__all__ = ["wheel"]  # the fixture
OFFLINE = ROOT / "tests/deploy/offline.py"


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
    shutil.copy(OFFLINE, program)
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
