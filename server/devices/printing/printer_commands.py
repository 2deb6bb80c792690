"""Cuts a stream of bytes into ESC/POS commands, as a printer does."""

from collections.abc import Iterator
from dataclasses import dataclass

DLE, ESC, FS, GS = 0x10, 0x1B, 0x1C, 0x1D
FIRST_LETTER = 0x20  # GB18030 has no byte under 0x30 inside a character

# How many bytes follow the two (for DLE: one) that name a command.
_FOLLOWING = {
    b"\x10\x04": 1,
    b"\x1b@": 0,
    b"\x1bJ": 1,
    b"\x1bd": 1,
    b"\x1ba": 1,
    b"\x1b7": 3,
    b"\x1c&": 0,
    b"\x1c!": 1,
    b"\x1d!": 1,
    b"\x1dL": 2,
    b"\x1dr": 1,
    b"\x1dI": 1,
    b"\x1da": 1,
}


@dataclass(frozen=True, slots=True)
class Command:
    """One command, or a run of plain text (then `name` is empty)."""

    name: bytes
    body: bytes
    known: bool = True
    end: int = 0  # where the next one begins


def commands(data: bytes) -> Iterator[Command]:
    """All whole commands; what is unfinished at the end is left alone."""
    at = 0
    while command := next_command(data, at):
        yield command
        at = command.end


def next_command(data: bytes | bytearray, at: int) -> Command | None:
    """The command that begins at `at`, or None if it is not all there yet."""
    if at >= len(data):
        return None
    if data[at] not in (DLE, ESC, FS, GS):
        return _text(data, at)
    name = bytes(data[at : at + 2])
    following = _length(data, at)
    if following is None or at + 2 + following > len(data):
        return None
    end = at + 2 + following
    known = name in _FOLLOWING or name in (b"\x1dV", b"\x1dv", b"\x1d(")
    return Command(name, bytes(data[at + 2 : end]), known, end)


def _text(data: bytes | bytearray, at: int) -> Command:
    """A run up to the next control byte."""
    if data[at] < FIRST_LETTER:
        return Command(bytes(data[at : at + 1]), b"", data[at] in b"\n\r", at + 1)
    end = at
    while end < len(data) and data[end] >= FIRST_LETTER:
        end += 1
    return Command(b"", bytes(data[at:end]), True, end)


def _length(data: bytes | bytearray, at: int) -> int | None:
    """How many bytes follow the name; None while the bytes that say so are missing."""
    name, head = bytes(data[at : at + 2]), data[at + 2 : at + 8]
    match name, len(head):
        case b"\x1dv", 6:  # GS v 0 m xL xH yL yH
            return 6 + int.from_bytes(head[2:4], "little") * int.from_bytes(head[4:6], "little")
        case b"\x1d(", 3 | 4 | 5 | 6:  # GS ( k pL pH
            return 3 + int.from_bytes(head[1:3], "little")
        case b"\x1dV", 1 | 2 | 3 | 4 | 5 | 6:  # GS V m, or GS V 65/66 n
            return 1 + (head[0] in (65, 66))
        case ((b"\x1dv" | b"\x1d(" | b"\x1dV"), _):
            return None
    return _FOLLOWING.get(name, 0) if name[1:] else None
