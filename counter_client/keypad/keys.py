"""Which key means what on a numeric keypad, and on a terminal's keyboard as in the console (`keys.ts`).

| key | means |
|---|---|
| Enter | the next step: open the counter, call next, customer has come, finish |
| 0 (space) | as the console's space bar: call next; while serving, finish and call next |
| + (R) | recall |
| - (N) | no-show; press it twice |
| * (B) | pause: then 1–5 for the reason, 9 closes the counter; in a pause: resume |
| / (U) | undo the no-show or finish of a moment ago |
| . (W) | put the called customer back into the queue; out of a question |
| 1–9 | the answer to a question; without one, a number to find: then Enter (on a keyboard Q, then A17) |
"""

import unicodedata
from collections.abc import Mapping
from typing import Literal

# "step" is Enter: what it does follows the customer. The others are the console's actions.
Action = Literal["step", "next", "finish", "recall", "no_show", "back", "pause", "undo"]

ACTIONS: Mapping[str, Action] = {
    "Enter": "step",
    "0": "next",
    "+": "recall",
    "-": "no_show",
    "*": "pause",
    "/": "undo",
    ".": "back",
    # a keyboard's letters, as on the console's keycaps
    "Space": "next",
    "F": "finish",
    "R": "recall",
    "N": "no_show",
    "B": "pause",
    "U": "undo",
    "W": "back",
}
BACK_OUT = (".", "Backspace", "Escape")  # of a question
FIND = "Q"  # as on the console; a keypad has no letters and begins with the number
DIGITS = frozenset("0123456789")

_NAMED = {"\r": "Enter", "\n": "Enter", " ": "Space", "\x7f": "Backspace", "\b": "Backspace"}
_KEYPAD = "0123456789+-*/."

# What a keypad sends in a terminal besides plain characters: its application mode (ESC O x), and the
# cursor keys it turns into while NumLock is off (ESC [ x), which mean the digits printed on them.
_SEQUENCES: Mapping[str, str] = {
    "OM": "Enter", "Ok": "+", "Om": "-", "Oj": "*", "Oo": "/", "On": ".", "Ol": ".",
    **{f"O{chr(ord('p') + n)}": str(n) for n in range(10)},
    "[2~": "0", "[3~": ".", "[F": "1", "OF": "1", "[4~": "1", "[B": "2", "OB": "2", "[6~": "3", "[D": "4",
    "OD": "4", "[E": "5", "[G": "5", "OE": "5", "[C": "6", "OC": "6", "[H": "7", "OH": "7", "[1~": "7",
    "[A": "8", "OA": "8", "[5~": "9",
}  # fmt: skip

# Linux input-event codes: the keypad's own, then those keypads send that pretend to be a keyboard.
CODES: Mapping[int, str] = {
    96: "Enter", 78: "+", 74: "-", 55: "*", 98: "/", 83: ".", 121: ".",
    82: "0", 79: "1", 80: "2", 81: "3", 75: "4", 76: "5", 77: "6", 71: "7", 72: "8", 73: "9",
    28: "Enter", 57: "Space", 14: "Backspace", 1: "Escape", 12: "-", 53: "/", 52: ".",
    11: "0", **{n + 1: str(n) for n in range(1, 10)},
}  # fmt: skip


def typed(text: str) -> list[str]:
    """The names of the keys in what a terminal sent at once; what means nothing is left out.

    An input method's full-width ＋ and ０ are the plain ones.
    """
    strokes: list[str] = []
    while text:
        name, length = _sequence(text) if text[0] == "\x1b" else (_plain(text[0]), 1)
        if name:
            strokes.append(name)
        text = text[length:]
    return strokes


def _plain(char: str) -> str:
    char = unicodedata.normalize("NFKC", char).upper()
    return _NAMED.get(char) or (char if char in _KEYPAD or (char.isascii() and char.isalpha()) else "")


def _sequence(text: str) -> tuple[str, int]:
    """A key that sends several characters, or the Escape key itself."""
    if len(text) == 1 or text[1] not in "O[":
        return "Escape", 1
    end = next((i for i, c in enumerate(text[2:], 2) if "@" <= c <= "~"), len(text) - 1)
    return _SEQUENCES.get(text[1 : end + 1], ""), end + 1


class Held:
    """A terminal repeats a held key as if it were pressed again; a stuck key must not empty the hall.

    Within a number the same digit twice is meant, unless it comes faster than fingers.
    """

    WITHIN = 0.7  # s: longer than the pause before any terminal's first repeat
    FASTEST = 0.06  # s between two digits of a number

    def __init__(self) -> None:
        self._last: tuple[str, float] | None = None
        self._in_number = False

    def is_held(self, key: str, now: float) -> bool:
        """Whether this is the same key again so soon that nobody can have let go and looked."""
        last, self._last = self._last, (key, now)
        digit, inside = key in DIGITS, self._in_number
        self._in_number = (
            key == FIND or (digit and (inside or key != "0")) or (inside and len(key) == 1 and key.isalpha())
        )
        within = self.FASTEST if digit and inside else self.WITHIN
        return last is not None and last[0] == key and now - last[1] < within
