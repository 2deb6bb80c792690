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


def test_the_port_that_was_given_is_the_one_that_codes_lead_to(tmp_path: Path) -> None:
    asked = Settings(data=tmp_path, port=0, public_url="http://192.168.1.9:0")
    assert asked.at_port(4567).page_of("t") == "http://192.168.1.9:4567/ticket/#t"
    named = Settings(data=tmp_path, port=0, public_url="https://hall.example")
    assert (named.at_port(4567).public_url, named.at_port(4567).port) == ("https://hall.example", 4567)
    assert Settings(data=tmp_path, port=80).at_port(4567).port == 80
