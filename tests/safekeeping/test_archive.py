"""One file, with a list that is held to: nothing else comes out of it, and nothing that differs."""

import json
import zipfile
from pathlib import Path

import pytest

from server.safekeeping.archive import MANIFEST, Listed, NotABackup, is_archive, unpack, write

ABOUT = {
    "made_at": "2026-03-02T01:00:00+00:00",
    "release": "0.1.0",
    "hall": "示范厅",
    "epoch": 1,
    "seq": 3,
    "at": "2026-03-02T01:00:00+00:00",
}


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    (tmp_path / "db").write_bytes(b"rows" * 1000)
    (tmp_path / "pic").write_bytes(b"picture")
    parts = [("hall.sqlite3", tmp_path / "db"), ("media/a.png", tmp_path / "pic")]
    write(tmp_path / "copy", [*parts, ("media/pruned.png", tmp_path / "gone")], ABOUT)
    return tmp_path / "copy"


def test_what_goes_in_comes_out(whole: Path, tmp_path: Path) -> None:
    assert is_archive(whole)
    manifest = unpack(whole, tmp_path / "out")
    assert (manifest.hall, manifest.seq, [f.name for f in manifest.files]) == (
        "示范厅",
        3,
        ["hall.sqlite3", "media/a.png"],
    )
    assert (tmp_path / "out" / "hall.sqlite3").read_bytes() == b"rows" * 1000
    assert {p.stat().st_mode & 0o077 for p in (tmp_path / "out").rglob("*")} == {0}


def changed(whole: Path, target: Path, **manifest: object) -> Path:
    """The same archive with a list that says something else."""
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == MANIFEST:
                content = json.dumps({**json.loads(content), **manifest}).encode()
            new.writestr(name, content)
        for name in ("../../evil", "media/../../evil"):
            new.writestr(name, "x")
    return target


def listed(name: str, sha256: str = "0") -> dict[str, object]:
    return {"name": name, "size": 1, "sha256": sha256}


@pytest.mark.parametrize(
    "manifest",
    [
        {"files": [listed("../../evil")]},
        {"files": [listed("media/../../evil")]},
        {"files": [listed("hall.sqlite3")]},
        {"files": [listed("media/nowhere.png")]},
        {"files": []},
        {"files": "all"},
        {"format": "x"},
        {"format": 99},
    ],
    ids=str,
)
def test_a_list_that_is_not_true_takes_nothing_out(
    whole: Path, tmp_path: Path, manifest: dict[str, object]
) -> None:
    wrong = changed(whole, tmp_path / "wrong", **manifest)
    with pytest.raises(NotABackup):
        unpack(wrong, tmp_path / "out")
    assert not (tmp_path / "evil").exists()
    assert not (tmp_path.parent / "evil").exists()


def test_one_wrong_bit_is_enough(whole: Path, tmp_path: Path) -> None:
    content = bytearray(whole.read_bytes())
    content[content.index(b"picture")] ^= 1
    (tmp_path / "bit").write_bytes(content)
    with pytest.raises(NotABackup):
        unpack(tmp_path / "bit", tmp_path / "out")


def test_a_newer_format_says_to_update(whole: Path, tmp_path: Path) -> None:
    with pytest.raises(NotABackup, match="update"):
        unpack(changed(whole, tmp_path / "new", format=2), tmp_path / "out")


def test_a_listed_file_is_plain() -> None:
    assert Listed(name="a", size=1, sha256="x") == Listed(name="a", size=1, sha256="x")
