"""Pictures and films for boards and slips: checked before they are kept, named by what is in them."""

import hashlib
import io
import os
import re
import warnings
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from server.devices.whole_files import appearing
from server.later import PIL, Image, ImageOps

MIB = 1024 * 1024
LARGEST_PICTURE = 5 * MIB
LARGEST_FILM = 20 * MIB
MOST_PIXELS = 50_000_000  # a phone's photo; what unpacks to more is a trap
SIDE = 2560  # pixels: more than any board shows
QUALITY = 88
UNUSED_KEPT = timedelta(days=60)  # long enough to take a deleted one back
ENDINGS = {"PNG": "png", "JPEG": "jpg", "WEBP": "webp"}
FILE = re.compile(r"[0-9a-f]{64}\.(png|jpg|webp|mp4|webm)")
KEPT = re.compile(rf"{FILE.pattern}|[0-9a-f]{{64}}\.pdf")  # with the forms of `blank_forms`
MP4_BRANDS = (b"iso", b"mp4", b"avc1", b"M4V ", b"MSNV", b"dash")
EBML = b"\x1a\x45\xdf\xa3"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMedium:
    """`kind` is "image" or "video"; a film's size is known to whoever plays it."""

    file: str
    kind: str
    width: int
    height: int


class NotMedia(Exception):
    """Nothing that can be shown to anybody; the reason is the code of a text, such as "not_media"."""


def keep(folder: Path, data: bytes) -> KeptMedium:
    """Check and store; raises `NotMedia`, or OSError for a full disk, and then nothing was kept."""
    ending = _film(data)
    if ending:
        return KeptMedium(file=store(folder, data, ending), kind="video", width=0, height=0)
    if len(data) > LARGEST_PICTURE:
        raise NotMedia("media_too_large" if _looks_like_picture(data) else "not_media")
    clean, ending, (width, height) = _redrawn(data)
    return KeptMedium(file=store(folder, clean, ending), kind="image", width=width, height=height)


def find(folder: Path, file: str) -> Path | None:
    path = folder / file
    return path if FILE.fullmatch(file) and path.is_file() else None


def there(folder: Path) -> frozenset[str]:
    """The names of all that was kept."""
    return frozenset(path.name for path in folder.glob("*.*") if KEPT.fullmatch(path.name) and path.is_file())


def prune(folder: Path, used: Collection[str], now: datetime) -> list[str]:
    """Delete what no set-up has named for sixty days; the date of a file in use is kept fresh."""
    gone: list[str] = []
    for path in folder.glob("*.*"):
        if path.name in used:
            os.utime(path, (now.timestamp(), now.timestamp()))
        elif now.timestamp() - path.stat().st_mtime > UNUSED_KEPT.total_seconds():
            path.unlink()
            gone.append(path.name)
    return gone


def _film(data: bytes) -> str:
    """The ending of a film browsers play, by its first bytes; "" for what is none.

    Phones' HEIC photos and QuickTime films look like MP4 but for their brand.
    """
    if data[4:8] == b"ftyp" and data[8:12].startswith(MP4_BRANDS):
        return "mp4"
    return "webm" if data.startswith(EBML) and b"webm" in data[:64] else ""


def _looks_like_picture(data: bytes) -> bool:
    return data.startswith((b"\x89PNG", b"\xff\xd8\xff")) or data[8:12] == b"WEBP"


def _redrawn(data: bytes) -> tuple[bytes, str, tuple[int, int]]:
    """The picture drawn anew: what is served is pixels, without places taken, thumbnails or hidden code."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=list(ENDINGS))
            if picture.width * picture.height > MOST_PIXELS:
                raise NotMedia("media_too_large")
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((SIDE, SIDE))
    except (PIL.UnidentifiedImageError, OSError, SyntaxError, ValueError) as broken:
        raise NotMedia("not_media") from broken
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise NotMedia("media_too_large") from bomb
    kind, out = picture.format or "PNG", io.BytesIO()
    if kind == "JPEG":
        upright = upright.convert("RGB")
    upright.info.clear()
    upright.save(out, kind, quality=QUALITY)
    return out.getvalue(), ENDINGS[kind], upright.size


def store(folder: Path, data: bytes, ending: str) -> str:
    """Whole or not at all: a board never gets half a film."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{hashlib.sha256(data).hexdigest()}.{ending}"
    with appearing(folder / name) as half:
        half.write_bytes(data)
    return name
