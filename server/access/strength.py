"""Which passwords and PINs are too easy to guess."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from server.access.refusals import AccessRefused
from server.access.secrets import as_typed
from server.domain.text import Text

SHORTEST_PASSWORD = 8
PIN_LENGTHS = range(4, 7)  # shorter than any password, so the shape tells which of the two was typed
LONG = 12
MIXED = 3  # kinds of character
_DISTINCT = 4
_WORN_OUT = frozenset(
    (
        "password",
        "passw0rd",
        "password1",
        "qwertyui",
        "qwerty123",
        "asdfghjk",
        "1qaz2wsx",
        "abc12345",
        "abcd1234",
        "a1234567",
        "woaini1314",
        "admin123",
        "administrator",
    )
)
_DIGITS = "01234567890"


Level = Literal[0, 1, 2, 3]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """How good a password is, from 0 for none to 3; `fits`: it will do."""

    level: Level
    text: Text

    @property
    def fits(self) -> bool:
        return self.level > 1


Judgement = Literal["none", "short", "login", "easy", "fair", "good"]
_JUDGED: Mapping[Judgement, tuple[Level, Text]] = {
    "none": (0, Text(f"至少 {SHORTEST_PASSWORD} 个字符", f"At least {SHORTEST_PASSWORD} characters")),
    "short": (
        1,
        Text(
            f"还太短：至少 {SHORTEST_PASSWORD} 个字符", f"Too short: at least {SHORTEST_PASSWORD} characters"
        ),
    ),
    "login": (1, Text("不能与工号相同", "It cannot be the staff number")),
    "easy": (1, Text("太容易被猜到，请换一个", "Too easy to guess; choose another")),
    "fair": (2, Text("可以", "Will do")),
    "good": (3, Text("很好", "Good")),
}


def is_pin(text: str) -> bool:
    meant = as_typed(text)
    return len(meant) in PIN_LENGTHS and meant.isascii() and meant.isdigit()


def strength(password: str, login: str) -> Strength:
    level, text = _JUDGED[_judged(as_typed(password), as_typed(login))]
    return Strength(level=level, text=text)


def _judged(typed: str, login: str) -> Judgement:
    meant = typed.lower()
    if not meant:
        return "none"
    if len(meant) < SHORTEST_PASSWORD:
        return "short"
    if meant == login.lower():
        return "login"
    if meant in _WORN_OUT or _is_run(meant) or len(set(meant)) < _DISTINCT:
        return "easy"
    return "good" if len(meant) >= LONG or _kinds(typed) >= MIXED else "fair"


def _kinds(text: str) -> int:
    """Small and capital letters, digits, anything else."""
    return len({(c.islower(), c.isupper(), c.isdigit()) for c in text})


def require_strong_password(password: str, login: str) -> None:
    """Refuse with `weak_password`."""
    if not strength(password, login).fits:
        raise AccessRefused("weak_password")


def require_strong_pin(pin: str) -> None:
    """Refuse with `weak_password`."""
    meant = as_typed(pin)
    if not is_pin(meant) or _is_run(meant) or len(set(meant)) == 1:
        raise AccessRefused("weak_password")


def _is_run(text: str) -> bool:
    return text in _DIGITS or text in _DIGITS[::-1]
