"""Which passwords and PINs are too easy to guess."""

from server.access.refusals import AccessRefused
from server.access.secrets import as_typed

SHORTEST_PASSWORD = 8
PIN_LENGTHS = range(4, 7)  # shorter than any password, so the shape tells which of the two was typed
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


def is_pin(text: str) -> bool:
    meant = as_typed(text)
    return len(meant) in PIN_LENGTHS and meant.isascii() and meant.isdigit()


def require_strong_password(password: str, login: str) -> None:
    """Refuse with `weak_password`."""
    meant = as_typed(password).lower()
    easy = meant in _WORN_OUT or _is_run(meant) or len(set(meant)) < _DISTINCT
    if len(meant) < SHORTEST_PASSWORD or easy or meant == as_typed(login).lower():
        raise AccessRefused("weak_password")


def require_strong_pin(pin: str) -> None:
    """Refuse with `weak_password`."""
    meant = as_typed(pin)
    if not is_pin(meant) or _is_run(meant) or len(set(meant)) == 1:
        raise AccessRefused("weak_password")


def _is_run(text: str) -> bool:
    return text in _DIGITS or text in _DIGITS[::-1]
