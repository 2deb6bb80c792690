"""A sentence for people, in the two languages of the hall."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Chinese first, English second; both may carry `{named}` places."""

    zh: str
    en: str

    def fill(self, **fields: object) -> "Text":
        """Return the sentence with its places filled."""
        return Text(self.zh.format(**fields), self.en.format(**fields))
