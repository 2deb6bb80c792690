"""One file that holds a hall: a ZIP with a list of what is in it, each with its size and SHA-256 sum."""

import hashlib
import json
import os
import re
import zipfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from server.journal.going import Going, Tally, unseen
from server.safekeeping.belongings import DATABASE, GO_ALONG
from server.safekeeping.texts import both

FORMAT = 1
MANIFEST = "manifest.json"
CHUNK = 1 << 20
ZIP = b"PK\x03\x04"
NAME = re.compile(rf"{re.escape(DATABASE)}|(?:{'|'.join(GO_ALONG)})/[^\0\\]+")


class NotABackup(Exception):
    """The file holds no hall, or there is no place for it; says so in both languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself."""

    made_at: str
    release: str
    hall: str  # its Chinese name
    epoch: int
    seq: int
    at: str  # of the last thing it knows
    files: tuple[Listed, ...] = ()
    missing: tuple[str, ...] = ()  # what the set-up names and the folder did not have
    format: int = FORMAT


def write(
    file: Path, parts: Sequence[tuple[str, Path]], about: dict[str, Any], going: Going = unseen
) -> None:
    """Readable by its owner only; on the disk when this returns. What went meanwhile is left out."""
    listed = []
    tally = Tally("packing", sum(path.stat().st_size for _, path in parts if path.exists()), going)
    handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    with os.fdopen(handle, "w+b") as raw:
        with zipfile.ZipFile(raw, "w") as archive:
            for name, path in parts:
                try:
                    source = path.open("rb")
                except FileNotFoundError:
                    continue
                with source:
                    listed.append(_add(archive, name, source, tally))
            manifest = asdict(Manifest(**about, files=tuple(listed)))
            archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        raw.flush()
        os.fsync(raw.fileno())


def _add(archive: zipfile.ZipFile, name: str, source: IO[bytes], tally: Tally) -> Listed:
    info = zipfile.ZipInfo(name)
    info.external_attr = 0o600 << 16
    info.compress_type = zipfile.ZIP_DEFLATED if name == DATABASE else zipfile.ZIP_STORED
    with archive.open(info, "w", force_zip64=True) as target:
        size, digest = _copied(source, target, tally)
    return Listed(name=name, size=size, sha256=digest)


def is_archive(file: Path) -> bool:
    """By its beginning: one that was cut short is a torn archive, not something else."""
    with file.open("rb") as start:
        return start.read(len(ZIP)) == ZIP


def unpack(file: Path, folder: Path, going: Going = unseen) -> Manifest:
    """Everything the list names into the folder, each checked; raises `NotABackup` at the first wrong one."""
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = _manifest(file, archive.read(MANIFEST))
            tally = Tally("unpacking", sum(part.size for part in manifest.files), going)
            for part in manifest.files:
                _take_out(archive, part, folder, file, tally)
    # zipfile raises NotImplementedError for a method of packing that it does not know.
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, OSError) as torn:
        raise NotABackup(both("torn_archive", file=file, why=torn)) from torn
    if DATABASE not in {part.name for part in manifest.files}:
        raise NotABackup(both("no_hall_in", file=file, why=DATABASE))
    return manifest


def _manifest(file: Path, content: bytes) -> Manifest:
    try:
        listed = json.loads(content)
        if listed["format"] > FORMAT:
            raise NotABackup(both("newer_format", file=file, release=listed.get("release", "?")))
        known = {name: listed[name] for name in Manifest.__slots__ if name in listed}
        known["files"] = tuple(Listed(**part) for part in listed["files"])
        return Manifest(**{**known, "missing": tuple(listed.get("missing", ()))})
    except (ValueError, LookupError, TypeError) as wrong:
        raise NotABackup(both("torn_archive", file=file, why=MANIFEST)) from wrong


def _take_out(archive: zipfile.ZipFile, part: Listed, folder: Path, file: Path, tally: Tally) -> None:
    target = folder / part.name
    if not NAME.fullmatch(part.name) or not target.resolve().is_relative_to(folder.resolve()):
        raise NotABackup(both("torn_archive", file=file, why=part.name))
    make_private(target.parent)
    with archive.open(part.name) as source, open_private(target) as out:
        size, digest = _copied(source, out, tally)
        out.flush()
        os.fsync(out.fileno())
    if (size, digest) != (part.size, part.sha256):
        raise NotABackup(both("wrong_sum", file=file, name=part.name))


def make_private(folder: Path) -> None:
    """`mkdir(parents=True)` gives its mode to the last one only."""
    if not folder.exists():
        make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def open_private(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")


def _copied(source: IO[bytes], target: IO[bytes], tally: Tally) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    while chunk := source.read(CHUNK):
        target.write(chunk)
        digest.update(chunk)
        size += len(chunk)
        tally.add(len(chunk))
    return size, digest.hexdigest()
