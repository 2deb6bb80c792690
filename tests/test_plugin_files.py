"""A folder of plugins with one that is broken."""

from pathlib import Path

import pytest

from server.devices import strips, voices
from server.devices.strips import strip_kinds
from server.devices.voices import voice_kinds
from server.plugin_files import modules_of


@pytest.mark.parametrize("broken", ["def (", "import no_such_package", "raise LookupError"])
def test_a_file_that_cannot_be_read_costs_itself_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, broken: str
) -> None:
    name = f"broken_{abs(hash(broken))}"
    (tmp_path / f"{name}.py").write_text(broken)
    path = [*strips.__path__, str(tmp_path)]
    for _ in range(2):
        found = modules_of("server.devices.strips", path)
        assert "tcp_text" in found
        assert name not in found


def test_strips_and_voices_are_there_beside_a_broken_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "broken_plugin.py").write_text("def (")
    for package in (strips, voices):
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    for _ in range(2):
        assert "tcp_text" in strip_kinds()
        assert "chime" in voice_kinds()
    assert caplog.text.count("the plugin broken_plugin cannot be used") == 2  # once for each folder
