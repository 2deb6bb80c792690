"""A disk without power: what a hall wrote, and what of it is there again when the power comes back.

What was flushed is there. What was not is gone, there, there in part, or torn within a write, each file for
itself, as disks and file systems do it.
"""

import random
import struct
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HEAD = struct.Struct("<cHQI")
SECTOR = 512
WAYS = ("gone", "kept", "in part", "torn")


@dataclass(frozen=True, slots=True)
class Note:
    """`what`: W written, S flushed, T cut to a length, U removed, A said to the outside."""

    what: str
    name: str
    at: int
    data: bytes


def shim(folder: Path) -> Path:
    """The preloaded library, made by the machine's own compiler."""
    made = folder / "power.so"
    source = Path(__file__).with_name("power.c")
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", made, source, "-ldl", "-lpthread"], check=True)
    return made


def notes(log: Path) -> Iterator[Note]:
    """All whole ones; the last may have been cut by the kill."""
    raw, at = log.read_bytes(), 0
    while at + HEAD.size <= len(raw):
        what, named, where, length = HEAD.unpack_from(raw, at)
        body = at + HEAD.size
        at = body + named + length
        if at <= len(raw):
            name = raw[body : body + named].decode()
            yield Note(what.decode(), name, where, raw[body + named : at])


@dataclass
class _File:
    flushed: bytearray = field(default_factory=bytearray)
    waiting: list[Note] = field(default_factory=list)
    listed: bool = True  # its name is on the disk, too
    removed: bool = False


class Disk:
    def __init__(self, folder: Path) -> None:
        """Everything that lies there has been flushed."""
        self._files = {
            p.name: _File(bytearray(p.read_bytes()))
            for p in folder.iterdir()
            if p.is_file() and not p.name.endswith("-shm")
        }

    def take(self, note: Note) -> None:
        if note.what == "A":
            return
        if note.name == ".":
            self._list()
            return
        file = self._files.get(note.name)
        if file is None or (file.removed and note.what != "U"):
            file = self._files[note.name] = _File(listed=False)
        if note.what == "U":
            file.removed = True
        elif note.what == "S":
            for waiting in file.waiting:
                _apply(file.flushed, waiting.what, waiting.at, waiting.data)
            file.waiting.clear()
        else:
            file.waiting.append(note)

    @property
    def waiting(self) -> int:
        return sum(len(file.waiting) for file in self._files.values())

    def after_the_cut(self, dice: random.Random, folder: Path) -> tuple[str, ...]:
        """Put there what the disk has when the power is back; returns what became of each file's writes."""
        folder.mkdir()
        ways = []
        for name, file in self._files.items():
            way = dice.choice(WAYS)
            if file.waiting:
                ways.append(way)
            if file.removed and dice.random() < 0.5:
                continue
            if not file.listed and way == "gone":
                continue
            (folder / name).write_bytes(_content(file, way, dice))
        return tuple(ways)

    def _list(self) -> None:
        for name, file in list(self._files.items()):
            file.listed = True
            if file.removed:
                del self._files[name]


def _content(file: _File, way: str, dice: random.Random) -> bytes:
    content = bytearray(file.flushed)
    for note in _there(file.waiting, way, dice):
        if way == "torn" and note.what == "W":
            for start in range(0, len(note.data), SECTOR):
                if dice.random() < 0.7:
                    _apply(content, "W", note.at + start, note.data[start : start + SECTOR])
        else:
            _apply(content, note.what, note.at, note.data)
    return bytes(content)


def _there(waiting: Sequence[Note], way: str, dice: random.Random) -> Sequence[Note]:
    """In part: a beginning, or any of them, as a disk that sorts its writes leaves them."""
    if way == "gone":
        return ()
    if way == "in part":
        if dice.random() < 0.5:
            return waiting[: dice.randrange(len(waiting) + 1)]
        return [note for note in waiting if dice.random() < 0.5]
    return waiting


def _apply(content: bytearray, what: str, at: int, data: bytes) -> None:
    if what == "T":
        del content[at:]
        content.extend(bytes(at - len(content)))
        return
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at : at + len(data)] = data
