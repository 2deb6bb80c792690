"""The systemd units name programs, options, users and folders that exist, and stay fenced in."""

import shlex
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

from server.api.public.pages import PAGES
from tests.deploy.programs import DEPLOY, INSTALLED, problem_of

SYSTEMD = DEPLOY / "systemd"
UNITS = sorted(p.name for p in SYSTEMD.iterdir() if p.suffix in (".service", ".timer"))
OURS = [name for name in UNITS if name.endswith(".service") and "kiosk" not in name]
FENCES = {
    "NoNewPrivileges": "yes",
    "CapabilityBoundingSet": "",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "RestrictNamespaces": "yes",
    "SystemCallFilter": "@system-service",
    "UMask": "0077",
}
Unit = dict[str, list[str]]


def read(name: str) -> Unit:
    """Every setting with its values, in order."""
    unit: Unit = defaultdict(list)
    for line in (SYSTEMD / name).read_text(encoding="utf-8").splitlines():
        if line and line[0] not in "#[":
            key, _, value = line.partition("=")
            unit[key].append(value)
    return unit


@pytest.mark.parametrize("name", [n for n in UNITS if n.endswith(".service")])
def test_a_service_starts_what_exists_with_options_that_exist(name: str) -> None:
    unit = read(name)
    [start] = unit["ExecStart"]
    assert problem_of(shlex.split(start)) == ""
    if "Restart" in unit:
        assert (unit["Restart"], unit["StartLimitIntervalSec"]) == (
            ["always"],
            ["0"],
        )  # never gives up


@pytest.mark.parametrize("name", OURS)
def test_our_own_services_are_fenced_in(name: str) -> None:
    unit = read(name)
    assert {key: unit[key] for key in FENCES} == {key: [value] for key, value in FENCES.items()}
    assert unit["User"] == ["hallqueue"]


def test_the_hall_says_when_it_is_ready_and_that_it_lives() -> None:
    unit = read("hallqueue.service")
    assert (unit["Type"], unit["NotifyAccess"]) == (["notify"], ["main"])
    assert int(unit["WatchdogSec"][0]) >= 10
    assert unit["OOMPolicy"] == ["continue"]  # a voice that grows too large does not take the hall along


def test_every_user_a_unit_runs_as_is_made() -> None:
    made = {
        line.split()[1]
        for file in SYSTEMD.glob("*.sysusers")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith("u ")
    }
    assert {user for name in UNITS for user in read(name)["User"]} == made


def test_the_pages_a_kiosk_unit_names_are_pages() -> None:
    text = (SYSTEMD / "hallqueue-kiosk@.service").read_text(encoding="utf-8")
    named = {w.split("@")[1].partition(":")[0] for w in text.split() if w.startswith("hallqueue-kiosk@")}
    assert {"lobby", "kiosk", "window", "evaluator"} <= named <= set(PAGES)


def test_systemd_itself_has_nothing_to_say(tmp_path: Path) -> None:
    """With everything it looks for in its place, below `tmp_path`; where there is no systemd, as above."""
    analyze = shutil.which("systemd-analyze")
    shutil.copytree(DEPLOY, tmp_path / "deploy")
    (tmp_path / "bin").mkdir()
    for program in ("hallqueue", "python"):
        (tmp_path / "bin" / program).symlink_to("/bin/sh")
    for name in UNITS:
        text = (SYSTEMD / name).read_text(encoding="utf-8").replace(INSTALLED, str(tmp_path))
        unit = tmp_path / name.replace("@", "@1")
        unit.write_text(text, encoding="utf-8")
        if analyze:
            verdict = [analyze, "verify", "--man=no", str(unit)]
            done = subprocess.run(verdict, capture_output=True, text=True, check=False)
            about_us = [line for line in done.stderr.splitlines() if "hallqueue" in line]
            assert (done.returncode, about_us) == (0, [])
