"""A sentence for people, in the two languages of the hall."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter

SENTENCES = 512  # of the program, cut up once each


@dataclass(frozen=True, slots=True)
class Text:
    """Chinese first, English second; both may carry `{named}` places."""

    zh: str
    en: str

    @property
    def places(self) -> frozenset[str]:
        """The names that `fill` has to be told."""
        both = (*Formatter().parse(self.zh), *Formatter().parse(self.en))
        return frozenset(name for _, name, _, _ in both if name)

    def fill(self, **fields: object) -> "Text":
        """Return the sentence with its places filled; a text as a field speaks the sentence's language."""
        zh, en = ({name: _in(value, lang) for name, value in fields.items()} for lang in ("zh", "en"))
        return Text(_spaced(self.zh, zh), self.en.format(**en))

    def without_holes(self, **fields: object) -> "Text":
        """Filled for somebody who asked: what they left empty is no hole in the sentence, and called so."""
        return self.fill(**{name: value if _says(value) else LEFT_EMPTY for name, value in fields.items()})

    def __add__(self, other: "Text") -> "Text":
        return Text(self.zh + other.zh, self.en + other.en)

    def in_(self, language: str) -> str:
        """As it is shown to a reader of this language: a hall may write Chinese alone."""
        return (self.en or self.zh) if language == "en" else (self.zh or self.en)


LEFT_EMPTY = Text("（未填）", "(left empty)")


def _says(value: object) -> bool:
    return bool((value.in_("zh") if isinstance(value, Text) else str(value)).strip())


def _spaced(template: str, fields: Mapping[str, object]) -> str:
    """The one rule for numbers and letters in Chinese: a space where they meet a character at a place."""
    sentence = ""
    for literal, name, spec in _parts(template):
        sentence += _apart(sentence, literal) + literal
        if name is not None:
            filled = format(fields[name], spec)
            sentence += _apart(sentence, filled) + filled
    return sentence


@lru_cache(SENTENCES)
def _parts(template: str) -> tuple[tuple[str, str | None, str], ...]:
    return tuple((text, name, spec or "") for text, name, spec, _ in Formatter().parse(template))


def _apart(before: str, after: str) -> str:
    if not before or not after:
        return ""
    a, b = before[-1], after[0]
    return " " if (_han(a) and _plain(b)) or (_plain(a) and _han(b)) else ""


def _han(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff"


def _plain(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _in(value: object, language: str) -> object:
    return value.in_(language) if isinstance(value, Text) else value
