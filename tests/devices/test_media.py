"""Pictures and films: real files of every kind, and what only pretends to be one."""

import io
import os
import struct
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from server.devices.media import LARGEST_PICTURE, SIDE, UNUSED_KEPT, NotMedia, find, keep, prune

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2" + bytes(64)
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\x82\x84webm" + bytes(64)


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30), **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (11, 92, 173)).save(out, kind, **more)
    return out.getvalue()


@pytest.mark.parametrize(("kind", "ending"), [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "webp")])
def test_a_picture_is_kept_under_the_name_of_what_is_in_it(kind: str, ending: str, tmp_path: Path) -> None:
    kept = keep(tmp_path / "media", picture(kind))
    assert (kept.kind, kept.width, kept.height) == ("image", 40, 30)
    assert kept.file.endswith(f".{ending}")
    assert keep(tmp_path / "media", picture(kind)) == kept
    found = find(tmp_path / "media", kept.file)
    assert found is not None
    with Image.open(found) as drawn:
        assert drawn.size == (40, 30)
    assert [p.name for p in (tmp_path / "media").iterdir()] == [kept.file]


@pytest.mark.parametrize(("film", "ending"), [(MP4, ".mp4"), (WEBM, ".webm")])
def test_a_film_is_kept_as_it_came(film: bytes, ending: str, tmp_path: Path) -> None:
    kept = keep(tmp_path, film)
    assert (kept.kind, Path(kept.file).suffix) == ("video", ending)
    assert (tmp_path / kept.file).read_bytes() == film


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PRETENDERS = {
    "nothing": b"",
    "a page": b"<!doctype html><script>alert(1)</script>",
    "a drawing with a script": SVG,
    "words in another encoding": "国庆节休息".encode("gb18030"),
    "a moving picture of the nineties": b"GIF89a" + bytes(40),
    "a phone's own kind of photo": b"\x00\x00\x00\x18ftypheic" + bytes(64),
    "a film no browser plays": b"\x00\x00\x00\x14ftypqt  " + bytes(64),
    "half a picture": picture("PNG", (200, 200))[:120],
    "half a photo": picture("JPEG", (200, 200))[:400],
    "a program": b"MZ" + bytes(100),
}


@pytest.mark.parametrize("data", PRETENDERS.values(), ids=PRETENDERS.keys())
def test_what_is_no_picture_or_film_is_refused_and_nothing_is_kept(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(NotMedia, match="not_media"):
        keep(tmp_path / "media", data)
    assert not (tmp_path / "media").exists()


def test_a_disk_that_fails_keeps_no_half_of_it(tmp_path: Path) -> None:
    name = keep(tmp_path / "try", MP4).file
    (tmp_path / "media" / name / "in the way").mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        keep(tmp_path / "media", MP4)
    assert [p.name for p in (tmp_path / "media").iterdir()] == [name]


def test_a_picture_that_would_unpack_to_a_wall_is_refused_before_it_does(tmp_path: Path) -> None:
    with pytest.raises(NotMedia, match="media_too_large"):
        keep(tmp_path, bomb(30_000, 30_000))


def test_a_picture_of_more_than_five_megabytes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotMedia, match="media_too_large"):
        keep(tmp_path, picture() + bytes(LARGEST_PICTURE))
    with pytest.raises(NotMedia, match="not_media"):
        keep(tmp_path, bytes(LARGEST_PICTURE + 1))


def test_a_phones_photo_is_stood_upright_made_smaller_and_forgets_where_it_was_taken(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # taken with the phone on its side
    exif[0x010E] = "at the manager's home"
    kept = keep(tmp_path, picture("JPEG", (4000, 3000), exif=exif))
    assert (kept.width, kept.height) == (SIDE * 3 // 4, SIDE)
    assert b"home" not in (tmp_path / kept.file).read_bytes()


def test_a_picture_with_a_page_behind_it_loses_the_page(tmp_path: Path) -> None:
    kept = keep(tmp_path, picture() + b"<script>alert(1)</script>")
    assert b"script" not in (tmp_path / kept.file).read_bytes()


@pytest.mark.parametrize("name", ["", "..", "../secret.png", "a.png", "a" * 64 + ".svg", "A" * 64 + ".png"])
def test_only_names_we_give_are_found(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"x")
    assert find(tmp_path / "media", name) is None


def test_a_file_nobody_names_goes_after_sixty_days_and_one_in_use_stays(tmp_path: Path) -> None:
    used, fresh, old = (keep(tmp_path, picture(size=(n, 9))).file for n in (10, 11, 12))
    long_ago = (NOW - UNUSED_KEPT - timedelta(hours=1)).timestamp()
    for name in (used, old):
        os.utime(tmp_path / name, (long_ago, long_ago))
    os.utime(tmp_path / fresh, (NOW.timestamp(), NOW.timestamp()))
    assert prune(tmp_path, {used}, NOW) == [old]
    later = NOW + UNUSED_KEPT - timedelta(hours=1)
    assert prune(tmp_path, set(), later) == []  # the one in use was kept fresh until today
    assert {p.name for p in tmp_path.iterdir()} == {used, fresh}
    assert prune(tmp_path / "never made", set(), NOW) == []


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is enormous."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )
