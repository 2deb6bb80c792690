"""Which folder a command works on."""

from pathlib import Path

import pytest

from server.command.folder import Hopeless, folder_of, made


def test_the_one_that_is_named_else_the_usual_one(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HALLQUEUE_DATA", str(data))
    assert folder_of(None) == data
    assert made(Path(data)) == data


def test_one_without_a_hall_is_hopeless(tmp_path: Path) -> None:
    with pytest.raises(Hopeless, match="hallqueue init"):
        made(tmp_path)
    assert list(tmp_path.iterdir()) == []
