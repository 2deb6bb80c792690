"""Every source file has its twin test; every plugin keeps its package's promise; vague names stay out."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from server.devices.printers import kinds
from server.devices.voices import voice_kinds
from server.domain.text import Text
from server.plugins import plugins

ROOT = Path(__file__).parent.parent
SERVER, TESTS = ROOT / "server", ROOT / "tests"

# Vocabulary has nothing to test but its spelling, which the twins of its rules do. It may only shrink.
NO_TWIN = {
    "server/domain/command.py",
    "server/domain/event.py",
    "server/domain/askers.py",
    "server/domain/opinion/nouns.py",
    "server/devices/errors.py",
    "server/tables.py",
    "server/domain/config/pieces/boards.py",
    "server/domain/config/pieces/calendar.py",
    "server/domain/config/pieces/equipment.py",
}
# An area's words and its declaration: `tests/domain/test_areas.py` is the twin of all of them.
OF_AN_AREA = {"commands.py", "events.py", "refusals.py", "area.py"}
MOST_LINES = 300
# One table each: rows of one kind, one below the other.
TABLES = {
    "server/tables.py",
    "server/domain/queue/commands.py",
    "server/domain/queue/events.py",
    "server/domain/views/overview/alert_texts.py",
}
# Two ideas or more in one file; it may only shrink.
STILL_LONG = {
    "server/api/asking/desk.py",
    "server/api/screens/screens.py",
    "server/devices/printing/dialogue.py",
    "server/domain/hall.py",
    "server/domain/queue/evolve_tickets.py",
    "server/domain/views/guides/guide.py",
    "server/journal/postgres.py",
    "server/live_hall.py",
}
VAGUE = {"utils", "helpers", "common", "misc", "manager", "services", "base"}


KEYPAD = ROOT / "counter_client"

# Words that say that something was told or looked for and not what it is. Those on the wire stay for good.
WORDLESS = {"found", "said", "told", "here"}
ON_THE_WIRE = {
    ("server/api/doors/access_record.py", "said"),
    ("server/api/doors/devices.py", "here"),
    ("server/devices/speaking/pack_names.py", "said"),
    ("server/domain/queue/commands.py", "here"),
    ("server/domain/views/boards/hall_map.py", "here"),
}


def sources() -> list[Path]:
    both = (*SERVER.rglob("*.py"), *KEYPAD.glob("*.py"))
    return sorted(p for p in both if p.name != "__init__.py" and "node_modules" not in p.parts)


def twin_of(source: Path) -> Path:
    inside = Path("keypad", source.name) if source.parent == KEYPAD else source.relative_to(SERVER)
    return TESTS / inside.parent / f"test_{inside.name.strip('_')}".replace("__.py", ".py")


def test_every_source_file_has_its_twin() -> None:
    areas = SERVER / "domain"
    known = (s for s in sources() if not (s.name in OF_AN_AREA and s.parent.parent == areas))
    without = {s.relative_to(ROOT).as_posix() for s in known if not twin_of(s).exists()}
    assert without == NO_TWIN, (
        f"missing: {sorted(without - NO_TWIN)}; no longer exempt: {sorted(NO_TWIN - without)}"
    )


def test_no_file_hides_behind_a_vague_name() -> None:
    views = {
        SERVER / "domain" / "views" / "overview" / "manager.py"
    }  # the hall's manager, not a manager of something
    assert not [p for p in sources() if p.stem in VAGUE and p not in views]


def names_in(source: Path) -> Iterator[str]:
    """Of whatever it defines: functions, classes, arguments, fields, attributes, variables."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()):
                yield name
            case ast.Attribute(attr=name, ctx=ast.Store()):
                yield name


def test_names_say_what_things_are() -> None:
    programs = (*sources(), *(KEYPAD / "keypad").glob("*.py"), *(ROOT / "deploy").glob("*.py"))
    wordless = {
        (source.relative_to(ROOT).as_posix(), name)
        for source in programs
        for name in names_in(source)
        if name.strip("_") in WORDLESS
    }
    assert wordless == ON_THE_WIRE


@pytest.mark.parametrize("name", plugins("policies"))
def test_a_routing_policy_can_pick_and_has_a_title(name: str) -> None:
    policy = plugins("policies")[name]
    assert callable(policy.pick)
    assert isinstance(policy.TITLE, Text)


@pytest.mark.parametrize("name", plugins("remedies"))
def test_a_remedy_can_propose_and_has_a_title(name: str) -> None:
    remedy = plugins("remedies")[name]
    assert callable(remedy.propose)
    assert isinstance(remedy.TITLE, Text)


def test_every_printer_and_voice_is_a_file_that_can_be_opened() -> None:
    assert {"tcp", "file", "virtual"} <= set(kinds())
    assert {"pyttsx3", "chime"} <= set(voice_kinds())


def long_files() -> dict[str, int]:
    """By lines; what lists, row by row, what there is, is one table however long."""
    programs = (*sources(), *(KEYPAD / "keypad").glob("*.py"), *(ROOT / "deploy").glob("*.py"))
    lines = {p.relative_to(ROOT).as_posix(): len(p.read_text("utf-8").splitlines()) for p in programs}
    return {name: count for name, count in lines.items() if count > MOST_LINES and name not in TABLES}


def test_files_stay_small() -> None:
    sizes = sorted(len(p.read_text(encoding="utf-8").splitlines()) for p in sources())
    assert sizes[len(sizes) // 2] <= 100
    assert set(long_files()) <= STILL_LONG, f"cut by idea, or shown as a table: {long_files()}"


def test_nothing_of_this_machine_or_a_registry_is_committed() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "uv.lock" not in listed.split()
    lock = (SERVER / "web" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock


def test_no_property_is_judged_by_the_clock() -> None:
    """Set once, in `conftest.py`; who says it again may say it otherwise."""
    assert settings.default is not None
    assert settings.default.deadline is None
    assert HealthCheck.too_slow in settings.default.suppress_health_check
    word = "deadline" + "="
    told = [p for p in TESTS.rglob("*.py") if word in p.read_text("utf-8") and p.name != "conftest.py"]
    assert [p for p in told if p != Path(__file__)] == []
