"""How wide words are on a display of fixed columns: a hanzi takes two."""

import unicodedata

_WIDE = frozenset("WF")
_PAUSES = "，：；。,:; "


def width(text: str) -> int:
    """Columns on a display; the ambiguous ones (… ° →) count as narrow and are better not used."""
    return sum(_of(char) for char in text)


def fit(text: str, columns: int) -> str:
    """Exactly so many columns: cut at a whole character, or filled up with spaces."""
    kept, used = [], 0
    for char in text:
        if used + _of(char) > columns:
            break
        kept.append(char)
        used += _of(char)
    return "".join(kept) + " " * (columns - used)


def between(left: str, right: str, columns: int) -> str:
    """One line with `left` at its left end and `right` at its right end; `left` gives way."""
    room = columns - width(right) - 1
    return fit(right, columns) if room < 0 else fit(left, room) + (" " + right if right else " ")


def wrap(text: str, columns: int, lines: int) -> tuple[str, ...]:
    """At most so many lines of so many columns, broken where one would pause if the rest still fits."""
    rows: list[str] = []
    rest = text.strip()
    while rest and len(rows) < lines:
        cut = _break(rest, columns, columns * (lines - len(rows) - 1))
        rows.append(fit(rest[:cut], columns))
        rest = rest[cut:].lstrip(_PAUSES)
    return tuple(rows)


def _break(text: str, columns: int, room_after: int) -> int:
    """After how many characters a line ends."""
    full = next((n for n in range(len(text), 0, -1) if width(text[:n]) <= columns), 1)
    if full == len(text) or text[full] in _PAUSES:  # a comma there is not missed
        return full
    for pauses in (_PAUSES.strip(), " "):
        for n in range(full, 0, -1):
            if text[n - 1] in pauses and width(text[n:].lstrip(_PAUSES)) <= room_after:
                return n
    return full


def _of(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cc", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1
