"""Which language the terminal's words begin with: Chinese, unless its own is clearly another."""

import os
from typing import Protocol

_TOLD_BY = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set counts, as everywhere on a terminal
_NOBODYS = ("", "C", "POSIX")  # says nothing of who reads


def english_first() -> bool:
    locale = next(filter(None, (os.environ.get(name) for name in _TOLD_BY)), "")
    language = locale.partition(".")[0].partition("@")[0]
    return language not in _NOBODYS and not language.lower().startswith("zh")


class InBoth(Protocol):
    """A text, or whatever else is said in both languages."""

    @property
    def zh(self) -> str: ...
    @property
    def en(self) -> str: ...


def ordered(text: InBoth) -> tuple[str, str]:
    return (text.en, text.zh) if english_first() else (text.zh, text.en)


def in_order(text: InBoth, mark: str = "") -> str:
    """Each language on lines of its own behind `mark`."""
    return "\n".join(f"{mark}{words}" for words in ordered(text))


def turned(block: str) -> str:
    """What was written down elsewhere with Chinese in its first half."""
    lines = block.split("\n")
    half, odd = divmod(len(lines), 2)
    return "\n".join((*lines[half:], *lines[:half])) if english_first() and not odd else block
