"""Refused: the asker may not have this now. The codes are for programs, the texts for people."""

from types import ModuleType

from server.domain.text import Text


class Refusal:
    """Why something may not be: a value of its area. `raise NO_CASE(ticket=…)` names exactly its `fields`.

    The text may name some of them; the rest are for programs.
    """

    __slots__ = ("code", "fields", "text")

    def __init__(self, code: str, text: Text, *fields: str) -> None:
        self.code, self.text, self.fields = code, text, frozenset(fields)
        if strange := text.places - self.fields:
            raise ValueError(f"{code} names {sorted(strange)}, which nobody says")

    def __call__(self, **fields: object) -> "Refused":
        return Refused(self, **fields)


def said_in(words: ModuleType) -> tuple[Refusal, ...]:
    """The refusals of an area's page of them."""
    return tuple(value for value in vars(words).values() if isinstance(value, Refusal))


class Refused(Exception):  # "Refused" is what the clerk reads; an Error suffix says less
    """A command that may not be; nothing has changed."""

    def __init__(self, why: Refusal, **fields: object) -> None:
        if fields.keys() != why.fields:
            raise TypeError(f"{why.code} is said with {sorted(why.fields)}, not {sorted(fields)}")
        self.why, self.code = why, why.code
        self.fields = {name: v.in_("zh") if isinstance(v, Text) else str(v) for name, v in fields.items()}
        if "counter" in fields and not isinstance(fields["counter"], Text):  # until a hall says its name
            fields["counter"] = _numbered(str(fields["counter"]).strip())
        self._places = fields
        self.text = why.text.without_holes(**fields)
        super().__init__(f"{why.code}: {self.text.en}")

    def at(self, counter: Text) -> None:
        """Say the counter by the name that stands over it: not every one is a number."""
        self.text = self.why.text.without_holes(**self._places | {"counter": counter})


def _numbered(counter: str) -> Text:
    return Text(f"{counter} 号窗口", f"Counter {counter}") if counter else Text("这个窗口", "such counter")


NO_HALL = Refusal(
    "no_hall",
    Text("营业厅尚未设置，请先运行 hallqueue init", "The hall is not set up; run `hallqueue init` first."),
)
