"""What is documented is true: names, figures, pictures and commands of the documents against the code."""

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest

from deploy.architecture import redraw
from server.access.refusals import ACCESS_REFUSALS
from server.api.answering.texts import API_TEXTS
from server.api.asking.wire import COMMANDS
from server.command.line import COMMANDS as TYPED
from server.devices.printers import kinds
from server.devices.voices import voice_kinds
from server.domain.areas import REFUSALS
from server.domain.config.figures import Figures
from server.packs.names import packs
from server.plugins import plugins

ROOT = Path(__file__).parent.parent
ARCHITECTURE = (ROOT / "server" / "ARCHITECTURE.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")

NAMES = {
    "command": set(COMMANDS),
    "refusal": {*REFUSALS, *ACCESS_REFUSALS},
    "edge error": set(API_TEXTS)
    - {
        "clock_jumped",
        "clock_ahead",
        "disk_low",
        "backup_failed",
        "backup_late",
    },  # told as faults, never as an answer
    "figure": {f.name for f in fields(Figures)},
    "routing policy": set(plugins("policies")),
    "remedy": set(plugins("remedies")),
    "printer": set(kinds()),
    "voice": set(voice_kinds()),
    "pack": set(packs()),
}


@pytest.mark.parametrize("kind", NAMES)
def test_every_name_a_stranger_may_meet_is_documented(kind: str) -> None:
    missing = {name for name in NAMES[kind] if f"`{name}`" not in ARCHITECTURE}
    assert not missing


def test_no_command_or_refusal_is_documented_that_is_not_there() -> None:
    commands = ARCHITECTURE.split("### Commands")[1].split("### Refusals")[0]
    refusals = ARCHITECTURE.split("### Refusals")[1].split("From the doors")[0]
    assert set(re.findall(r"`(\w+)`", commands)) == NAMES["command"]
    assert set(re.findall(r"`(\w+)`", refusals)) == set(REFUSALS)


def test_the_pictures_and_the_figures_are_drawn_from_the_tables() -> None:
    assert redraw(ARCHITECTURE) == ARCHITECTURE


def test_the_changelog_has_one_head_and_each_section_once() -> None:
    """Lines of two branches were joined above the head, three times."""
    page = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    head, *releases = re.split(r"^## .+$", page, flags=re.MULTILINE)
    assert len(head.strip().splitlines()) == 3
    for release in releases:
        assert re.findall(r"^\*(\w+)\*$", release, re.MULTILINE) == ["Breaks", "New", "Fixed", "Devices"]
        assert all(re.match(r"(- |  |\*\w+\*$|$)", line) for line in release.splitlines())


def test_the_readme_is_short_and_names_commands_that_exist() -> None:
    assert len(README.splitlines()) <= 120
    asked = set(re.findall(r"(?:`|run )hallqueue ([\w-]+)", README))
    known = {command.partition(" ")[0] for command in TYPED}
    assert {"demo", "serve", "init"} <= asked
    assert asked <= known


@pytest.mark.parametrize(
    "core",
    [
        "server/domain/queue/__init__.py",
        "server/domain/care/__init__.py",
        "server/domain/views/__init__.py",
        "server/live_hall.py",
        "server/journal/__init__.py",
        "server/devices/printing/dialogue.py",
    ],
)
def test_a_core_begins_with_how_it_works(core: str) -> None:
    """What tables and signatures cannot say, short enough to be read; files that it names are there."""
    theory = ast.get_docstring(ast.parse((ROOT / core).read_text("utf-8"))) or ""
    assert 12 <= len(theory.splitlines()) <= 30
    for name in re.findall(r"`([\w/]+\.py)`", theory):
        assert (ROOT / name).is_file() or ((ROOT / core).parent / name).is_file(), name
