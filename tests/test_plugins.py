"""Plug-ins: of ours a file each, of others an entry point each; one that is broken costs itself alone."""

import shutil
import sys
from collections.abc import Iterator
from importlib import invalidate_caches
from pathlib import Path
from textwrap import dedent

import pytest

from server import devices, routing
from server.command.work.doctor import examine
from server.devices import strips, voices
from server.devices.known_here import known_here
from server.devices.printers import PrinterConfig, kinds, open_printer
from server.devices.strips import strip_kinds
from server.devices.voices import voice_kinds
from server.domain.text import Text
from server.plugins import KINDS, broken, look_again, named, plugins, policy
from server.reports.catalogue import catalogue
from tests.hall_here import HereHall
from tests.hall_made import bearer

NAMES = {
    "policies": "oldest_first",
    "remedies": "explain",
    "printers": "virtual",
    "voices": "chime",
    "strips": "tcp_text",
    "reports": "waits",
}
STRANGER = """
from server.devices.printers.virtual import open_printer
from server.domain.text import Text
KIND = "fax"
TITLE = Text("传真", "Fax")
pick = propose = columns = rows = open_voice = open_strip = lambda *given: None
"""


@pytest.fixture(autouse=True)
def _looked_at_anew() -> Iterator[None]:
    yield
    sys.modules.pop("strange_fax", None)
    look_again()


def install(folder: Path, module: str, entries: str, *, name: str = "strange-fax") -> None:
    """A distribution as pip leaves it: files, METADATA, entry points."""
    (folder / f"{name.replace('-', '_')}.py").write_text(module, "utf-8")
    info = folder / f"{name.replace('-', '_')}-1.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n")
    (info / "entry_points.txt").write_text(dedent(entries))
    invalidate_caches()
    look_again()


EVERY_KIND = "\n".join(f"[hallqueue.{kind}]\nfax = strange_fax\n" for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_found_by_its_name(kind: str) -> None:
    assert NAMES.keys() == KINDS.keys()
    assert NAMES[kind] in plugins(kind)
    assert all(hasattr(there, offer) for there in plugins(kind).values() for offer in KINDS[kind].offers)
    assert broken() == ()


def test_every_policy_there_is() -> None:
    assert plugins("policies").keys() == {"fair_share", "oldest_first"}


def test_a_policy_is_found_by_the_name_a_hall_gives() -> None:
    assert policy("oldest_first") is plugins("policies")["oldest_first"].pick


def test_a_policy_whose_file_is_gone_does_not_keep_the_hall_shut(caplog: pytest.LogCaptureFixture) -> None:
    assert policy("by_lottery") is policy("fair_share")
    assert "by_lottery" in caplog.text


def test_a_strangers_plugins_of_every_kind_can_be_named_and_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    install(tmp_path, STRANGER, EVERY_KIND)
    assert all("fax" in plugins(kind) for kind in KINDS)
    here = known_here()
    for names in (here.policies, here.acts, here.printers, here.strips, here.voices, kinds()):
        assert "fax" in names
    assert "fax" in strip_kinds()
    assert "fax" in voice_kinds()
    assert "fax" in catalogue()
    config = PrinterConfig(id="K1", name=Text("传真", "Fax"), kind="fax")
    assert open_printer(config, tmp_path) is not None
    assert broken() == ()


def test_it_is_still_there_when_our_own_files_have_been_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An upgrade lays new folders: a file dropped into ours goes with the old; an entry point stays."""
    ours = tmp_path / "release_1"
    shutil.copytree(Path(devices.__path__[0]) / "strips", ours)
    (ours / "dropped.py").write_text("KIND = 'dropped'\nopen_strip = print")
    monkeypatch.setattr(strips, "__path__", [str(ours)])
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(site)
    install(site, STRANGER, "[hallqueue.strips]\nfax = strange_fax\n")
    assert {"fax", "dropped", "tcp_text"} <= plugins("strips").keys()
    shutil.rmtree(ours)
    shutil.copytree(Path(devices.__path__[0]) / "strips", tmp_path / "release_2")
    monkeypatch.setattr(strips, "__path__", [str(tmp_path / "release_2")])
    look_again()
    assert {"fax", "tcp_text"} <= plugins("strips").keys()
    assert "dropped" not in plugins("strips")


@pytest.mark.parametrize(
    "module",
    ["def (", "import no_such_package", "raise LookupError", "raise SystemExit(3)", "KIND = 'fax'", None],
)
async def test_one_that_cannot_be_used_costs_itself_alone_and_is_told(
    hall: HereHall,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    module: str | None,
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    install(
        tmp_path, module or STRANGER, "[hallqueue.printers]\nfax = strange_fax:printer\ntcp = strange_fax\n"
    )
    for _ in range(2):
        assert "tcp" in named("printers")
        assert "fax" not in named("printers")
    told = {each.name: each.text for each in broken()}
    assert told.keys() == {"fax", "tcp"}, "one is broken, the other has a name of ours"
    assert "strange-fax 1.2" in told["fax"].zh
    assert "同名" in told["tcp"].zh
    assert caplog.text.count("the plug-in fax of hallqueue.printers cannot be used") == 1
    health = (await hall.http.get("/health")).json()
    assert {p["text"]["en"] for p in health["problems"]} == {text.en for text in told.values()}
    steps = (await hall.http.get("/api/setup", headers=bearer(hall.admin))).json()["ready"]
    assert {s["text"]["zh"] for s in steps if s["step"] == "plugins"} == {text.zh for text in told.values()}


def test_the_doctor_names_what_cannot_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    install(tmp_path, "raise LookupError", "[hallqueue.voices]\nfax = strange_fax\n")
    found = next(f for f in examine(tmp_path / "none", ("chime",)) if f.what.startswith("plug-ins"))
    assert not found.well
    assert not found.vital
    assert "插件 fax（strange-fax 1.2）不能使用" in found.text


@pytest.mark.parametrize("wrong", ["def (", "import no_such_package", "raise LookupError"])
def test_a_file_of_ours_that_is_torn_costs_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, wrong: str
) -> None:
    name = f"broken_{abs(hash(wrong))}"
    (tmp_path / f"{name}.py").write_text(wrong)
    for package in (strips, voices, routing):
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    for _ in range(2):
        assert "tcp_text" in strip_kinds()
        assert "chime" in voice_kinds()
        assert "fair_share" in plugins("policies")
    assert caplog.text.count(f"the plug-in {name} of") == 3  # once for each folder
    assert {each.kind for each in broken()} == {"strips", "voices", "policies"}
