"""What there is on this machine, as data for the hall to judge a set-up by."""

from pathlib import Path

import pytest

from server.devices.known_here import known_here
from server.domain.config.soundness.known import judged
from server.packs.hall_file import pack
from server.packs.names import packs


@pytest.mark.parametrize("name", packs())
def test_a_pack_names_only_what_is_there(name: str) -> None:
    assert judged(pack(name), known_here()) == []


def test_what_nobody_has_looked_at_is_not_missed(tmp_path: Path) -> None:
    assert (known_here().media, known_here().doors) == (None, None)
    kept = "0" * 64 + ".png"
    (tmp_path / kept).touch()
    (tmp_path / "notes.txt").touch()
    answered = {"10.0.0.5:9100": None}
    found = known_here(tmp_path, answered, {"127.0.0.1:8000"})
    assert (found.media, found.doors, found.own_doors) == ({kept}, ("10.0.0.5:9100",), {"127.0.0.1:8000"})
