"""What the process is told from outside."""

from pathlib import Path

import pytest

from server.settings import Settings, default_data


def test_everything_lies_in_the_data_folder() -> None:
    settings = Settings(data=Path("hall"))
    for path in (settings.database, settings.sounds, settings.slips):
        assert path.parent == Path("hall")


def test_a_named_folder_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("HALLQUEUE_DATA", raising=False)
    assert default_data(demo=False) == tmp_path / "hallqueue" / "hall"
    assert default_data(demo=True) == tmp_path / "hallqueue" / "demo"
    monkeypatch.setenv("HALLQUEUE_DATA", str(tmp_path / "mine"))
    assert default_data(demo=True) == tmp_path / "mine"
