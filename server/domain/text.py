"""A sentence for people, in the two languages of the hall."""

from dataclasses import dataclass
from string import Formatter


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
        return Text(self.zh.format(**zh), self.en.format(**en))

    def __add__(self, other: "Text") -> "Text":
        return Text(self.zh + other.zh, self.en + other.en)

    def in_(self, language: str) -> str:
        """As it is shown to a reader of this language: a hall may write Chinese alone."""
        return (self.en or self.zh) if language == "en" else (self.zh or self.en)


def _in(value: object, language: str) -> object:
    return value.in_(language) if isinstance(value, Text) else value
