"""Tokens, pairing codes and passwords: how they are made and what is kept of them."""

import hashlib
import os
import secrets
import unicodedata
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

CODE_ALPHABET = "ACDEFGHJKMNPQRTUVWXY34679"  # no two alike across a room: no 0/O, 1/I/L, 2/Z, 5/S, 8/B
CODE_LENGTH = 6


def new_token() -> str:
    """Never with a dash in front, which a command line would take for an option."""
    while (token := secrets.token_urlsafe(32)).startswith("-"):
        pass
    return token


def token_hash(token: str) -> str:
    """SHA-256, hex. A token is 256 random bits: nothing to guess, so neither salt nor a slow hash adds
    safety, and the same hash every time is what lets one index find its row on every request.
    """
    return hashlib.sha256(token.encode()).hexdigest()


def new_code() -> str:
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def new_password() -> str:
    """One to read from a screen and type once: three groups of letters that nobody mistakes."""
    letters = [secrets.choice(CODE_ALPHABET.lower()) for _ in range(12)]
    return "-".join("".join(letters[at : at + 4]) for at in range(0, 12, 4))


def as_typed(text: str) -> str:
    """What was meant: a Chinese input method may type full-width digits and letters."""
    return unicodedata.normalize("NFKC", text).strip()


def code_as_typed(text: str) -> str:
    return "".join(c for c in as_typed(text).upper() if c.isalnum())


PASSWORD_COST, LEAST = "HALLQUEUE_PASSWORD_COST", "least"


def is_cheap() -> bool:
    """Whether passwords are kept for trials only; a hall that does so says it wherever somebody looks."""
    return os.environ.get(PASSWORD_COST) == LEAST


def standing_cost() -> PasswordHasher:
    """The library's defaults, which follow the standing advice as it is renewed; the least in trials."""
    if is_cheap():
        return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return PasswordHasher()


class Passwords:
    """Argon2."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or standing_cost()

    def hash(self, secret: str) -> str:
        return self._hasher.hash(as_typed(secret))

    def match(self, kept: str, secret: str) -> bool:
        """Nothing kept never matches and takes as long as a wrong secret, so that time tells nothing."""
        try:
            self._hasher.verify(kept or self._nobodys, as_typed(secret))
        except VerifyMismatchError:
            return False
        return bool(kept)

    def outdated(self, kept: str) -> bool:
        return self._hasher.check_needs_rehash(kept)

    @cached_property
    def _nobodys(self) -> str:
        return self._hasher.hash(new_token())
