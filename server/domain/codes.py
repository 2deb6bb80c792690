"""Codes that people carry on paper and type: short, unguessable, of letters that nobody misreads."""

from base64 import b32encode
from collections.abc import Container
from hashlib import sha256

LETTERS = 10  # of 32 kinds: 50 bits
MISREAD = str.maketrans("OI", "89")  # base 32 has neither, nor 0 and 1 that these are taken for


def code_of(token: str) -> str:
    """Says nothing of the token it is made of."""
    return b32encode(sha256(token.encode()).digest())[:LETTERS].decode().translate(MISREAD)


def fresh_code(token: str, taken: Container[str]) -> str:
    while (code := code_of(token)) in taken:
        token += "."
    return code


def grouped(code: str) -> str:
    """As it is read out and typed: `K7M4 9QT XPA`."""
    return " ".join(filter(None, (code[:4], code[4:7], code[7:])))


def as_code(typed: str) -> str:
    """However it is written on the way: `k7m4 9qtx-pa`, or the end of its page's address."""
    return "".join(letter for letter in typed.rpartition("=")[2].upper() if letter.isalnum())
